import PaydownCore

/// The columns of a finding as numbers in a row, in the order in which they are packed.
///
/// Texts are ids of a `ContentState`'s strings, lists ids of its lists; the last cell is the number of a list of
/// related places, 0 for none.
enum FindingCells {
    static let count = 17

    static let rule = 0
    static let path = 1
    static let line = 2
    static let column = 3
    static let endLine = 4
    static let endColumn = 5
    static let symbol = 6
    static let message = 7
    static let excerpt = 8
    static let fingerprint = 9
    static let scope = 10
    static let statement = 11
    static let context = 12
    static let tags = 13
    static let members = 14
    static let properties = 15
    static let related = 16

    /// Cells that are numbers by themselves; the others are ids.
    static func isNumber(_ cell: Int) -> Bool {
        cell >= line && cell <= endColumn
    }

    /// Cells that are ids of lists.
    static func isList(_ cell: Int) -> Bool {
        cell >= context && cell <= members
    }
}
