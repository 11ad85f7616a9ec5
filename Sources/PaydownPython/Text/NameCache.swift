import PaydownCore

/// The names of the file being read, in front of the table of all names.
///
/// A performance file: names repeat within a file, and looking each up in a table of a whole tree's names cost a sixth
/// of the scan in cache misses. One direct-mapped entry for each of 4096 hashes remembers where in this file a name
/// stood and what its id is; a hit compares with bytes that were read a moment ago. The memory is fixed, each index
/// is cut to its size, and entries of an earlier file are told by their generation, so that no pointer outlives its text.
/// Reading whole words past a name's end is safe in front of the text's zero padding.
final class NameCache {
    private struct Entry {
        var hash: UInt64
        var generation: UInt32
        var start: UInt32
        var length: UInt32
        var id: StringID
    }

    private static let bits: UInt64 = 12
    private let entries: UnsafeMutablePointer<Entry>
    private var generation: UInt32 = 0

    init() {
        entries = .allocate(capacity: 1 << Self.bits)
        forget()
    }

    deinit {
        entries.deallocate()
    }

    /// Begins another file, or another table.
    func beginFile() {
        generation &+= 1
        if generation == 0 { forget() }
    }

    private func forget() {
        let empty = Entry(hash: 0, generation: 0, start: 0, length: 0, id: .empty)
        entries.initialize(repeating: empty, count: 1 << Self.bits)
        generation = 1
    }

    /// The id of the bytes between these places of the text that begins at `base`.
    @inline(__always)
    func intern(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, base: UnsafePointer<UInt8>,
        names: inout StringTable
    ) -> StringID {
        let length = end - start
        let hash = Self.hash(start, length)
        let entry = entries + Int(truncatingIfNeeded: hash >> (64 - Self.bits))
        if entry.pointee.hash == hash, entry.pointee.generation == generation,
            entry.pointee.length == UInt32(truncatingIfNeeded: length),
            Self.areEqual(base + Int(entry.pointee.start), start, length)
        {
            return entry.pointee.id
        }
        let id = names.intern(UnsafeBufferPointer(start: start, count: length))
        entry.pointee = Entry(
            hash: hash, generation: generation, start: UInt32(truncatingIfNeeded: start - base),
            length: UInt32(truncatingIfNeeded: length), id: id
        )
        return id
    }

    @inline(__always)
    private static func word(_ place: UnsafePointer<UInt8>) -> UInt64 {
        UnsafeRawPointer(place).loadUnaligned(as: UInt64.self).littleEndian
    }

    /// What is left of the last word when the bytes behind the name are taken away; `rest` is 1 to 8.
    @inline(__always)
    private static func mask(_ rest: Int) -> UInt64 {
        ~0 >> UInt64(truncatingIfNeeded: 64 - rest * 8)
    }

    @inline(__always)
    private static func hash(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
        var place = start
        var rest = length
        while rest > 8 {
            hash = (hash ^ word(place)) &* 0xA076_1D64_78BD_642F
            hash ^= hash >> 32
            place += 8
            rest -= 8
        }
        if rest > 0 { hash ^= word(place) & mask(rest) }
        hash = (hash ^ (hash >> 29)) &* 0xE703_7ED1_A0B4_28DB
        return hash ^ (hash >> 32)
    }

    @inline(__always)
    private static func areEqual(
        _ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, _ length: Int
    ) -> Bool {
        var index = 0
        while length - index > 8 {
            if word(one + index) != word(other + index) { return false }
            index += 8
        }
        return length == index || (word(one + index) ^ word(other + index)) & mask(length - index) == 0
    }
}
