/// The number of a list of strings in one `StringListTable`; 0 is always the empty list.
package struct StringListID: Hashable, Sendable {
    package let rawValue: UInt32

    package init(_ rawValue: UInt32) {
        self.rawValue = rawValue
    }

    package static let empty = StringListID(0)

    package var isEmpty: Bool { rawValue == 0 }
}

/// Lists of interned strings (tags, members, context lines), each different list kept once.
///
/// A performance file: nearly every scanned finding has a context list of its own, and a dictionary keyed
/// by arrays costs an allocation and some 150 bytes for each. Here a list costs its ids, an offset and a
/// slot of the same open addressing that `StringTable` uses.
package struct StringListTable: Sendable {
    private var items: [StringID] = []
    /// Where list *n* begins; one more entry than there are lists.
    private var offsets: [UInt32] = [0, 0]
    /// List number, or 0 for a free slot; empty after `seal()`.
    private var slots: [UInt32] = []

    package init() {}

    /// How many lists there are, the empty one included.
    package var count: Int { offsets.count - 1 }

    package mutating func intern(_ list: [StringID]) -> StringListID {
        if list.isEmpty { return .empty }
        growSlotsIfNeeded()
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: Self.hash(list[...])) & mask
        while slots[slot] != 0 {
            if equals(slots[slot], list) { return StringListID(slots[slot]) }
            slot = (slot + 1) & mask
        }
        let id = UInt32(count)
        slots[slot] = id
        items.append(contentsOf: list)
        offsets.append(UInt32(items.count))
        return StringListID(id)
    }

    package subscript(id: StringListID) -> ArraySlice<StringID> {
        items[range(id.rawValue)]
    }

    /// Gives the memory that only interning needs back.
    package mutating func seal() {
        slots = []
    }

    private func range(_ number: UInt32) -> Range<Int> {
        Int(offsets[Int(number)])..<Int(offsets[Int(number) + 1])
    }

    private func equals(_ number: UInt32, _ list: [StringID]) -> Bool {
        let range = range(number)
        guard range.count == list.count else { return false }
        for index in list.indices where items[range.lowerBound + index] != list[index] { return false }
        return true
    }

    private mutating func growSlotsIfNeeded() {
        guard (count + 1) * 3 > slots.count * 2 else { return }
        var capacity = max(256, slots.count * 2)
        while (count + 1) * 3 > capacity * 2 { capacity *= 2 }
        slots = []
        var larger = [UInt32](repeating: 0, count: capacity)
        let mask = capacity - 1
        for number in 1..<UInt32(max(count, 1)) {
            var slot = Int(truncatingIfNeeded: Self.hash(items[range(number)])) & mask
            while larger[slot] != 0 { slot = (slot + 1) & mask }
            larger[slot] = number
        }
        slots = larger
    }

    private static func hash(_ list: ArraySlice<StringID>) -> UInt64 {
        var hash = TextHash()
        for id in list { hash.feed(UInt64(id.rawValue)) }
        return hash.finished(count: list.count)
    }
}

extension StringListTable: Equatable {
    /// Two tables are equal when they give the same ids to the same lists.
    package static func == (left: StringListTable, right: StringListTable) -> Bool {
        left.offsets == right.offsets && left.items == right.items
    }
}
