import PaydownPython

/// A finding as a rule knows it, before its place is hashed and its sentence made.
package struct FindingDraft {
    /// 1-based; 0 for the whole file.
    package var line: UInt32 = 0
    package var column: UInt32 = 0
    package var endLine: UInt32 = 0
    package var endColumn: UInt32 = 0
    package var symbol: String
    /// The qualified name of what encloses it; nil to find it by the line.
    package var scope: String?
    package var tags: TagSet = []
    /// The words of the message, beside `symbol`.
    package var words: [String: String] = [:]
    /// Names that stand in a class body, methods with `()`.
    package var members: [String] = []
    /// What only the kind understands, for its second stage.
    package var detail = ""
    /// One JSON object, compact.
    package var properties = ""

    /// Whether credentials are kept out of what is stored.
    package var isRedacted = false
    /// What must not be stored, when it is known.
    package var secret = ""

    /// About a whole file.
    package init(_ symbol: String) {
        self.symbol = symbol
        scope = ""
    }

    /// At a place; the end is not known.
    package init(_ symbol: String, at position: Position) {
        self.symbol = symbol
        line = position.line
        column = position.column
    }

    /// From a place to another.
    package init(_ symbol: String, from start: Position, to end: Position) {
        self.init(symbol, at: start)
        endLine = end.line
        endColumn = end.column
    }
}
