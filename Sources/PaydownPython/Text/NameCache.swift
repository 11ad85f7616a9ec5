import PaydownCore

/// The names met most often, in front of the table of all names.
///
/// A performance file: a table of a whole tree's names is larger than the processor's caches, and finding a name in it
/// cost three cache misses, a quarter of the whole scan. Here each hash has one entry of 64 bytes, a cache line, that
/// holds the name itself; longer names go to the table. The memory is fixed, each index is cut to its size, and a name
/// is copied only when it fits. Reading whole words past a name's end is safe in front of the text's zero padding.
final class NameCache {
    private static let bits: UInt64 = 15
    private static let entrySize = 64
    /// How many bytes of a name an entry holds.
    private static let longest = 48

    /// Entries of a hash (8 bytes, 0 for none), an id (4), a length (4) and the name (48), filled up with zero bytes.
    private let entries: UnsafeMutableRawPointer
    /// The table's state after the last file, by which it is known again.
    private var lastCount = 0
    private var lastBytes: UnsafePointer<UInt8>?

    init() {
        entries = .allocate(byteCount: Self.entrySize << Int(Self.bits), alignment: Self.entrySize)
        forget()
    }

    deinit {
        entries.deallocate()
    }

    /// Begins a file, and forgets all names unless the table is the one that `endFile` saw.
    ///
    /// A table only ever grows. One that is in the same place with the same number of names is the same table: while
    /// it lives nothing else can be there, and a new one begins without names.
    func beginFile(_ names: borrowing StringTable) {
        let bytes = names.bytes.withUnsafeBufferPointer { $0.baseAddress }
        if names.count != lastCount || bytes != lastBytes { forget() }
    }

    func endFile(_ names: borrowing StringTable) {
        lastCount = names.count
        lastBytes = names.bytes.withUnsafeBufferPointer { $0.baseAddress }
    }

    private func forget() {
        entries.initializeMemory(as: UInt64.self, repeating: 0, count: (Self.entrySize << Int(Self.bits)) / 8)
    }

    /// The id of the bytes between these places.
    @inline(__always)
    func intern(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, names: inout StringTable
    ) -> StringID {
        let length = end - start
        guard length > 0, length <= Self.longest else { return Self.long(start, length, &names) }
        let hash = Self.hash(start, length)
        let entry = entries + Int(truncatingIfNeeded: hash >> (64 - Self.bits)) &* Self.entrySize
        if entry.load(as: UInt64.self) == hash, entry.load(fromByteOffset: 12, as: UInt32.self) == UInt32(length),
            Self.holds(entry + 16, start, length)
        {
            return StringID(entry.load(fromByteOffset: 8, as: UInt32.self))
        }
        return add(start, length, hash, entry, &names)
    }

    @inline(never)
    private static func long(_ start: UnsafePointer<UInt8>, _ length: Int, _ names: inout StringTable) -> StringID {
        names.intern(UnsafeBufferPointer(start: start, count: length))
    }

    @inline(never)
    private func add(
        _ start: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64, _ entry: UnsafeMutableRawPointer,
        _ names: inout StringTable
    ) -> StringID {
        let id = names.intern(UnsafeBufferPointer(start: start, count: length))
        entry.storeBytes(of: hash, as: UInt64.self)
        entry.storeBytes(of: id.rawValue, toByteOffset: 8, as: UInt32.self)
        entry.storeBytes(of: UInt32(length), toByteOffset: 12, as: UInt32.self)
        (entry + 16).copyMemory(from: start, byteCount: length)
        return id
    }

    @inline(__always)
    private static func word(_ place: UnsafeRawPointer) -> UInt64 {
        place.loadUnaligned(as: UInt64.self).littleEndian
    }

    /// What is left of the last word when the bytes behind the name are taken away; `rest` is 1 to 8.
    @inline(__always)
    private static func mask(_ rest: Int) -> UInt64 {
        ~0 >> (UInt64(truncatingIfNeeded: 64 &- rest &* 8) & 63)
    }

    /// Never 0, which marks a free entry.
    @inline(__always)
    private static func hash(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
        var place = start
        var rest = length
        while rest > 8 {
            hash = (hash ^ word(place)) &* 0xA076_1D64_78BD_642F
            hash ^= hash >> 32
            place += 8
            rest &-= 8
        }
        hash = (hash ^ (word(place) & mask(rest))) &* 0xE703_7ED1_A0B4_28DB
        hash = (hash ^ (hash >> 32)) &* 0xA076_1D64_78BD_642F
        return hash | 1
    }

    @inline(__always)
    private static func holds(_ held: UnsafeRawPointer, _ start: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        var index = 0
        while length &- index > 8 {
            if word(held + index) != word(start + index) { return false }
            index &+= 8
        }
        return (word(held + index) ^ word(start + index)) & mask(length &- index) == 0
    }
}
