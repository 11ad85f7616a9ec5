/// One problem at one place, with its strings at hand: a row of a `FindingTable`, materialised.
///
/// Rows are cheap to make one at a time (a preview, a yank); loops over many findings work on the columns.
package struct Finding: Equatable, Sendable {
    package var rule: String
    /// Relative to the project's root, with `/`; empty for a finding about the project as a whole.
    package var path: String
    /// 1-based; 0 means the whole file.
    package var line: Int
    /// 1-based, in Unicode scalars; 0 means the whole line.
    package var column: Int
    /// 1-based and inclusive; 0 when not known.
    package var endLine: Int
    /// 1-based, the first column behind the place; 0 when not known.
    package var endColumn: Int
    /// What the finding is about: a module, a class, a name. The key by which findings are grouped.
    package var symbol: String
    package var message: String
    /// The offending line, trimmed, at most 200 characters; empty when not kept.
    package var excerpt: String
    /// Shown to people, and carried by matching for the finding's whole life.
    package var fingerprint: String
    /// The qualified name of the enclosing class or function; empty at module level.
    package var scope: String
    /// A hash of the statement's tokens without white space and comments; empty when not known.
    package var statement: String
    /// Hashes of the two non-blank lines before and the two after; empty when not known.
    package var context: [String]
    package var tags: [String]
    /// The members of a class definition, methods with `()`; empty when not known.
    package var members: [String]
    package var related: [RelatedPlace]
    /// Everything else that the finding carries, as one JSON object in its compact form; empty for none.
    package var properties: String

    package init(
        rule: String, path: String, line: Int = 0, column: Int = 0, endLine: Int = 0, endColumn: Int = 0,
        symbol: String = "", message: String = "", excerpt: String = "", fingerprint: String = "",
        scope: String = "", statement: String = "", context: [String] = [], tags: [String] = [],
        members: [String] = [], related: [RelatedPlace] = [], properties: String = ""
    ) {
        self.rule = rule
        self.path = path
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
        self.symbol = symbol
        self.message = message
        self.excerpt = excerpt
        self.fingerprint = fingerprint
        self.scope = scope
        self.statement = statement
        self.context = context
        self.tags = tags
        self.members = members
        self.related = related
        self.properties = properties
    }
}

/// Another place that belongs to a finding, such as the other definitions of a duplicated class.
package struct RelatedPlace: Equatable, Sendable {
    package var path: String
    /// 1-based; 0 means the whole file.
    package var line: Int
    /// 1-based, in Unicode scalars; 0 means the whole line.
    package var column: Int
    package var message: String

    package init(path: String, line: Int = 0, column: Int = 0, message: String = "") {
        self.path = path
        self.line = line
        self.column = column
        self.message = message
    }
}
