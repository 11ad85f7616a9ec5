/// Strings kept once each, as UTF-8 in one block, named by `StringID`.
///
/// A performance file: a snapshot of a million findings repeats a few hundred thousand strings;
/// kept once, they cost 4 bytes a use. Interning is open addressing with linear probing over a
/// power-of-two table at most half full, hashed with FNV-1a over 8 bytes at a time; the table of
/// slots can be dropped with `seal()` when nothing more will be interned.
package struct StringTable: Sendable {
    /// All strings behind each other, without separators.
    package private(set) var bytes: [UInt8] = []
    /// Where string *n* begins; one more entry than there are strings.
    private var offsets: [UInt32] = [0, 0]
    /// String number + 1, or 0 for a free slot; empty after `seal()`.
    private var slots: [UInt32] = []

    package init() {}

    /// How many strings there are, the empty one included.
    package var count: Int { offsets.count - 1 }

    /// Makes room for about that many strings and bytes, to spare growth while a large file is read.
    package mutating func reserve(strings: Int, bytes byteCount: Int) {
        bytes.reserveCapacity(byteCount)
        offsets.reserveCapacity(strings + 1)
    }

    /// The id of these bytes, added when they are new. The bytes must be valid UTF-8.
    package mutating func intern(_ utf8: UnsafeBufferPointer<UInt8>) -> StringID {
        if utf8.isEmpty { return .empty }
        growSlotsIfNeeded()
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: Self.hash(utf8)) & mask
        while slots[slot] != 0 {
            let candidate = slots[slot] - 1
            if equals(candidate, utf8) { return StringID(candidate) }
            slot = (slot + 1) & mask
        }
        let id = UInt32(count)
        slots[slot] = id + 1
        bytes.append(contentsOf: utf8)
        precondition(bytes.count <= Int(UInt32.max), "more than 4 GiB of distinct strings in one snapshot")
        offsets.append(UInt32(bytes.count))
        return StringID(id)
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
            let mask = slots.count - 1
            var slot = Int(truncatingIfNeeded: Self.hash(utf8)) & mask
            while slots[slot] != 0 {
                if equals(slots[slot] - 1, utf8) { return StringID(slots[slot] - 1) }
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
    package func range(_ id: StringID) -> Range<Int> {
        Int(offsets[Int(id.rawValue)])..<Int(offsets[Int(id.rawValue) + 1])
    }

    package func withUTF8<Result>(_ id: StringID, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let range = range(id)
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The order of the two strings' bytes, which for UTF-8 is the order of their scalars.
    package func isOrdered(_ left: StringID, before right: StringID) -> Bool {
        if left == right { return false }
        return withUTF8(left) { leftBytes in
            withUTF8(right) { leftBytes.lexicographicallyPrecedes($0) }
        }
    }

    private func equals(_ number: UInt32, _ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        let begin = Int(offsets[Int(number)])
        let end = Int(offsets[Int(number) + 1])
        guard end - begin == utf8.count else { return false }
        return bytes.withUnsafeBufferPointer { mine in
            for index in 0..<utf8.count where mine[begin + index] != utf8[index] { return false }
            return true
        }
    }

    private mutating func growSlotsIfNeeded() {
        guard (count + 1) * 2 > slots.count else { return }
        var larger = [UInt32](repeating: 0, count: max(1024, slots.count * 2))
        while (count + 1) * 2 > larger.count { larger = [UInt32](repeating: 0, count: larger.count * 2) }
        let mask = larger.count - 1
        bytes.withUnsafeBufferPointer { mine in
            for number in 1..<max(count, 1) {
                let range = Int(offsets[number])..<Int(offsets[number + 1])
                var slot = Int(truncatingIfNeeded: Self.hash(UnsafeBufferPointer(rebasing: mine[range]))) & mask
                while larger[slot] != 0 { slot = (slot + 1) & mask }
                larger[slot] = UInt32(number) + 1
            }
        }
        slots = larger
    }

    /// FNV-1a's scheme with 64-bit words instead of bytes, and a final mix so that the low bits depend on all.
    private static func hash(_ utf8: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let prime: UInt64 = 0x100_0000_01b3
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(utf8.count)
        let raw = UnsafeRawBufferPointer(utf8)
        var index = 0
        while index + 8 <= raw.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* prime
            hash ^= hash >> 29
            index += 8
        }
        while index < raw.count {
            hash = (hash ^ UInt64(raw[index])) &* prime
            index += 1
        }
        hash ^= hash >> 32
        return hash &* 0x9e37_79b9_7f4a_7c15 >> 16
    }
}

extension StringTable: Equatable {
    /// Two tables are equal when they give the same ids to the same strings.
    package static func == (left: StringTable, right: StringTable) -> Bool {
        left.offsets == right.offsets && left.bytes == right.bytes
    }
}
