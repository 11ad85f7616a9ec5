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
package struct StringListTable: Equatable, Sendable {
    private var items: [StringID] = []
    private var offsets: [UInt32] = [0, 0]
    private var known: [[StringID]: StringListID] = [:]

    package init() {}

    package mutating func intern(_ list: [StringID]) -> StringListID {
        if list.isEmpty { return .empty }
        if let id = known[list] { return id }
        items.append(contentsOf: list)
        offsets.append(UInt32(items.count))
        let id = StringListID(UInt32(offsets.count - 2))
        known[list] = id
        return id
    }

    package subscript(id: StringListID) -> ArraySlice<StringID> {
        items[Int(offsets[Int(id.rawValue)])..<Int(offsets[Int(id.rawValue) + 1])]
    }

    /// Gives the memory that only interning needs back.
    package mutating func seal() {
        known = [:]
    }
}
