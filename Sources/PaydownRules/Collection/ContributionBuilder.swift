import PaydownCore

/// Puts a file's contribution together; strings that repeat are kept once.
///
/// A performance file: a finding has half a dozen strings, most of which the file has had before. They are found by their
/// bytes in a small table with open addressing, without becoming a `String` first.
struct ContributionBuilder {
    private var path = ""
    private var columns = ContributionColumns()
    /// Numbers of strings, 0 for a free slot; a power of two, at most half full.
    private var slots = [UInt32](repeating: 0, count: 256)
    private var hashes: [UInt64] = []
    /// Reused for strings that are put together.
    private var scratch: [UInt8] = []

    mutating func begin(path: String) {
        self.path = path
        columns.removeAll()
        forgetStrings()
    }

    mutating func string(_ text: String) -> UInt32 {
        if text.isEmpty { return 0 }
        var text = text
        return text.withUTF8 { string($0) }
    }

    mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if bytes.isEmpty { return 0 }
        let hash = Self.hash(bytes)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = slots[slot]
            if hashes[Int(number) - 1] == hash, holds(number, bytes) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        columns.text.append(contentsOf: bytes)
        columns.stringEnds.append(UInt32(columns.text.count))
        hashes.append(hash)
        slots[slot] = UInt32(hashes.count)
        if hashes.count * 2 > slots.count { grow() }
        return UInt32(hashes.count)
    }

    /// The bytes that `write` appends.
    mutating func string(_ write: (inout [UInt8]) -> Void) -> UInt32 {
        var bytes: [UInt8] = []
        swap(&bytes, &scratch)
        bytes.removeAll(keepingCapacity: true)
        write(&bytes)
        let number = bytes.withUnsafeBufferPointer { string($0) }
        swap(&bytes, &scratch)
        return number
    }

    mutating func members(_ names: [String]) -> (first: UInt32, count: UInt32) {
        let first = UInt32(columns.members.count)
        for name in names { columns.members.append(string(name)) }
        return (first, UInt32(names.count))
    }

    mutating func append(_ row: ContributionRow) {
        columns.rows.append(row)
    }

    mutating func tally(rule: Int, slot: Int, _ value: Int) {
        guard value > 0 else { return }
        columns.tallies.append(
            ContributionTally(rule: UInt16(rule), slot: UInt16(slot), value: UInt32(clamping: value)))
    }

    mutating func hold(scopes: [UInt64]) {
        columns.scopes.append(contentsOf: scopes)
    }

    /// The rows by rule, place and symbol, whatever order the rules found them in.
    mutating func finish() -> FileContribution {
        order()
        return FileContribution(path: path, columns)
    }

    private mutating func order() {
        let columns = columns
        let rows = columns.rows
        func precedes(_ left: Int, _ right: Int) -> Bool {
            let (a, b) = (rows[left], rows[right])
            let first = (a.rule, a.line, a.column, a.endLine, a.endColumn)
            let second = (b.rule, b.line, b.column, b.endLine, b.endColumn)
            if first != second { return first < second }
            if a.symbol != b.symbol {
                return columns.text[columns.range(a.symbol)]
                    .lexicographicallyPrecedes(columns.text[columns.range(b.symbol)])
            }
            return left < right
        }
        // Most rules find their places in this order, and one after the other.
        let isOrdered = rows.indices.dropLast().allSatisfy { !precedes($0 + 1, $0) }
        guard !isOrdered else { return }
        self.columns.rows = rows.indices.sorted(by: precedes).map { rows[$0] }
    }

    // MARK: Strings

    private func holds(_ number: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = columns.range(number)
        guard range.count == bytes.count else { return false }
        return columns.text.withUnsafeBufferPointer { $0[range].elementsEqual(bytes) }
    }

    private mutating func forgetStrings() {
        guard !hashes.isEmpty else { return }
        hashes.removeAll(keepingCapacity: true)
        for index in slots.indices { slots[index] = 0 }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (index, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(index + 1)
        }
    }

    /// Eight bytes a step, with the multiply and fold of wyhash (Wang Yi).
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: raw.count)
        var index = 0
        while index + 8 <= raw.count {
            state = mix(state, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var tail: UInt64 = 0
        while index < raw.count {
            tail = tail << 8 | UInt64(raw[index])
            index += 1
        }
        return mix(state, tail)
    }

    @inline(__always)
    private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
        let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return product.high ^ product.low
    }
}
