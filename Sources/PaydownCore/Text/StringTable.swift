/// Strings kept once each, as UTF-8 in one block, named by `StringID`.
///
/// A performance file: a snapshot of a million findings repeats a few hundred thousand strings;
/// kept once, they cost 4 bytes a use. Interning is open addressing with linear probing over a
/// power-of-two table at most two thirds full. A slot holds half of the hash beside the number, so that a
/// probe touches the text of the string it looks for and of no other: with millions of strings every such
/// touch is a cache miss, and misses are what interning costs. `seal()` drops the slots when nothing more
/// will be interned.
package struct StringTable: Sendable {
    /// All strings behind each other, without separators.
    package private(set) var bytes: [UInt8] = []
    /// Where string *n* begins; one more entry than there are strings.
    @usableFromInline private(set) var offsets: [UInt32] = [0, 0]
    /// The high half of a string's hash, and its number in the low half; 0 for a free slot, since string 0, the
    /// empty one, is never looked for. Where a string stands follows the top bits of its hash, so that growing
    /// reads one table and writes the other from front to back. Empty after `seal()`.
    private(set) var slots: [UInt64] = []
    /// What is left of 64 bits when a slot's number is taken from the top.
    private var slotShift: UInt64 = 64

    package init() {}

    /// How many strings there are, the empty one included.
    package var count: Int { offsets.count - 1 }

    /// Makes room for about that many strings and bytes, to spare growth while a large file is read.
    package mutating func reserve(strings: Int, bytes byteCount: Int) {
        bytes.reserveCapacity(byteCount)
        offsets.reserveCapacity(strings + 1)
    }

    /// Forgets all strings but the empty one, and keeps the memory.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        offsets.removeSubrange(2...)
        for slot in slots.indices { slots[slot] = 0 }
    }

    /// The id of these bytes, added when they are new. The bytes must be valid UTF-8.
    package mutating func intern(_ utf8: UnsafeBufferPointer<UInt8>) -> StringID {
        intern(utf8, hash: TextHash.of(utf8))
    }

    /// The same for bytes whose `TextHash` is known already.
    @inline(__always)
    mutating func intern(_ utf8: UnsafeBufferPointer<UInt8>, hash: UInt64) -> StringID {
        if utf8.isEmpty { return .empty }
        growSlotsIfNeeded()
        let mask = slots.count - 1
        var slot = firstSlot(hash)
        while slots[slot] != 0 {
            if let id = match(slots[slot], hash, utf8) { return id }
            slot = (slot + 1) & mask
        }
        let id = UInt32(count)
        slots[slot] = hash & Self.hashHalf | UInt64(id)
        bytes.append(contentsOf: utf8)
        precondition(bytes.count <= Int(UInt32.max), "more than 4 GiB of distinct strings in one snapshot")
        offsets.append(UInt32(bytes.count))
        return StringID(id)
    }

    /// Adds a string that is not here yet, as one that comes from a table where it stood once; the bytes must be valid
    /// UTF-8. Until something is interned nothing is looked up, so that reading a stored table costs a copy of its bytes.
    package mutating func append(new utf8: UnsafeBufferPointer<UInt8>) {
        if !slots.isEmpty {
            _ = intern(utf8)
            return
        }
        bytes.append(contentsOf: utf8)
        precondition(bytes.count <= Int(UInt32.max), "more than 4 GiB of distinct strings in one snapshot")
        offsets.append(UInt32(bytes.count))
    }

    /// Whether the string with this id has exactly these bytes.
    package func isEqual(_ id: StringID, _ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        equals(id.rawValue, utf8)
    }

    package mutating func intern(_ string: String) -> StringID {
        var string = string
        return string.withUTF8 { intern($0) }
    }

    /// The id of a string that is already here, or nil. Linear after `seal()`.
    package func find(_ string: String) -> StringID? {
        if string.isEmpty { return .empty }
        var string = string
        return string.withUTF8 { utf8 in
            if slots.isEmpty {
                return (1..<UInt32(max(count, 1))).first { equals($0, utf8) }.map(StringID.init)
            }
            let hash = TextHash.of(utf8)
            let mask = slots.count - 1
            var slot = firstSlot(hash)
            while slots[slot] != 0 {
                if let id = match(slots[slot], hash, utf8) { return id }
                slot = (slot + 1) & mask
            }
            return nil
        }
    }

    /// Gives the memory that only interning needs back.
    package mutating func seal() {
        slots = []
    }

    package subscript(id: StringID) -> String {
        String(decoding: bytes[range(id)], as: UTF8.self)
    }

    /// Where the string's bytes lie in `bytes`.
    @inlinable
    package func range(_ id: StringID) -> Range<Int> {
        Int(offsets[Int(id.rawValue)])..<Int(offsets[Int(id.rawValue) + 1])
    }

    @inlinable
    package func withUTF8<Result>(_ id: StringID, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let range = self.range(id)
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    static let hashHalf: UInt64 = 0xFFFF_FFFF_0000_0000

    /// The string in a slot, when it is the one with this hash and these bytes.
    @inline(__always)
    private func match(_ slot: UInt64, _ hash: UInt64, _ utf8: UnsafeBufferPointer<UInt8>) -> StringID? {
        guard (slot ^ hash) & Self.hashHalf == 0 else { return nil }
        let number = UInt32(truncatingIfNeeded: slot)
        return equals(number, utf8) ? StringID(number) : nil
    }

    @inline(__always)
    private func equals(_ number: UInt32, _ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        let begin = Int(offsets[Int(number)])
        let end = Int(offsets[Int(number) + 1])
        return bytes.withUnsafeBytes { mine in
            UnsafeRawBufferPointer(rebasing: mine[begin..<end]).isSame(as: UnsafeRawBufferPointer(utf8))
        }
    }

    @inline(__always)
    private mutating func growSlotsIfNeeded() {
        if (count + 1) * 3 > slots.count * 2 { growSlots(for: 1) }
    }

    /// Makes sure that so many strings can be added without growth of what they are looked up in.
    package mutating func reserveSlots(for additional: Int) {
        if (count + additional) * 3 > slots.count * 2 { growSlots(for: additional) }
    }

    private mutating func growSlots(for additional: Int) {
        if slots.isEmpty { return buildSlots(for: additional) }
        var capacity = slots.count * 2
        while (count + additional) * 3 > capacity * 2 { capacity *= 2 }
        move(slots, to: capacity)
    }

    /// The first slots, also after `seal()`.
    private mutating func buildSlots(for additional: Int) {
        var capacity = 1024
        while (count + additional) * 3 > capacity * 2 { capacity *= 2 }
        let hashes = (1..<UInt32(max(count, 1))).map { number in
            withUTF8(StringID(number)) { TextHash.of($0) } & Self.hashHalf | UInt64(number)
        }
        move(hashes, to: capacity)
    }

    private mutating func move(_ taken: [UInt64], to capacity: Int) {
        slots = [UInt64](repeating: 0, count: capacity)
        slotShift = UInt64(64 - capacity.trailingZeroBitCount)
        let mask = capacity - 1
        for entry in taken where entry != 0 {
            var slot = firstSlot(entry)
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = entry
        }
    }

    /// Where a string with this hash stands, unless others stand there.
    @inline(__always)
    func firstSlot(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash &>> slotShift)
    }
}

extension StringTable: Equatable {
    /// Two tables are equal when they give the same ids to the same strings.
    package static func == (left: StringTable, right: StringTable) -> Bool {
        left.offsets == right.offsets && left.bytes == right.bytes
    }
}
