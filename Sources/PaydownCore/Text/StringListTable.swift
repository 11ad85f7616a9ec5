/// The number of a list of strings in one `StringListTable`; 0 is always the empty list.
package struct StringListID: Hashable, Sendable {
    package let rawValue: UInt32

    @inlinable
    package init(_ rawValue: UInt32) {
        self.rawValue = rawValue
    }

    @inlinable
    package static var empty: StringListID { StringListID(0) }

    @inlinable
    package var isEmpty: Bool { rawValue == 0 }

    /// Whether the list is kept as numbers, see `LineHashes`.
    package var isOfHashes: Bool { rawValue & Self.hashBit != 0 }

    fileprivate static let hashBit: UInt32 = 1 << 31
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
    /// As in `StringTable`: half of the hash, and the list's number; 0 for a free slot. Empty after `seal()`.
    private var slots: [UInt64] = []
    private var slotShift: UInt64 = 64
    private var hashes = LineHashes.Pool()

    private static let hashHalf: UInt64 = 0xFFFF_FFFF_0000_0000

    package init() {}

    /// How many lists of strings there are, the empty one included.
    package var count: Int { offsets.count - 1 }

    package mutating func intern(_ list: [StringID]) -> StringListID {
        intern(list[...])
    }

    package mutating func intern(_ list: ArraySlice<StringID>) -> StringListID {
        if list.isEmpty { return .empty }
        growSlotsIfNeeded()
        let hash = Self.hash(list)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash &>> slotShift)
        while slots[slot] != 0 {
            let number = UInt32(truncatingIfNeeded: slots[slot])
            if (slots[slot] ^ hash) & Self.hashHalf == 0, items[range(number)].elementsEqual(list) {
                return StringListID(number)
            }
            slot = (slot + 1) & mask
        }
        let id = UInt32(count)
        slots[slot] = hash & Self.hashHalf | UInt64(id)
        items.append(contentsOf: list)
        offsets.append(UInt32(items.count))
        return StringListID(id)
    }

    /// Adds a list that is not here yet; until something is interned nothing is looked up.
    package mutating func append(new list: [StringID]) {
        if !slots.isEmpty {
            _ = intern(list)
            return
        }
        items.append(contentsOf: list)
        offsets.append(UInt32(items.count))
    }

    /// Adds a list of hashes, which is not looked up.
    ///
    /// - Returns: nil when there is no room for more of them.
    package mutating func append(_ list: LineHashes) -> StringListID? {
        if list.count == 0 { return .empty }
        return hashes.append(list).map { StringListID($0 | StringListID.hashBit) }
    }

    /// The hashes of a list that was added as such; nil for lists of strings.
    package func hashes(_ id: StringListID) -> LineHashes? {
        id.isOfHashes ? hashes[id.rawValue & ~StringListID.hashBit] : nil
    }

    /// The strings of a list that was interned.
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

    private mutating func growSlotsIfNeeded() {
        guard (count + 1) * 3 > slots.count * 2 else { return }
        var capacity = max(256, slots.count * 2)
        while (count + 1) * 3 > capacity * 2 { capacity *= 2 }
        let taken = slots.isEmpty ? rebuiltSlots() : slots
        slots = [UInt64](repeating: 0, count: capacity)
        slotShift = UInt64(64 - capacity.trailingZeroBitCount)
        let mask = capacity - 1
        for entry in taken where entry != 0 {
            var slot = Int(truncatingIfNeeded: entry &>> slotShift)
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = entry
        }
    }

    /// What the slots hold, after `seal()`.
    private func rebuiltSlots() -> [UInt64] {
        (1..<UInt32(max(count, 1))).map { Self.hash(items[range($0)]) & Self.hashHalf | UInt64($0) }
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
        left.offsets == right.offsets && left.items == right.items && left.hashes == right.hashes
    }
}
