/// A literal to look for in source text.
package struct TextPattern: Hashable, Sendable {
    package var text: String
    /// Whether ASCII letters match in either case.
    ///
    /// Beyond ASCII, of all characters whose lower case Python finds in a text only the two that become ASCII letters
    /// are honoured: U+212A (`k`) and U+0130 (`i` with a dot above). Every other character matches itself alone.
    package var ignoresCase: Bool

    package init(_ text: String, ignoresCase: Bool = false) {
        self.text = text
        self.ignoresCase = ignoresCase
    }
}

/// One occurrence of a pattern.
package struct TextMatch: Hashable, Sendable {
    /// The index of the pattern.
    package var pattern: Int
    /// The occurrence's bytes in the decoded text.
    package var span: ByteSpan
    package var position: Position
}
