import PaydownCore

/// What is known of the file around a finding.
package struct Preview: Equatable, Sendable {
    package enum Content: Equatable, Sendable {
        /// Asked for, not here yet.
        case loading
        case lines(SourceText)
        /// The source is not at hand: the reason, for people. The stored excerpt is shown instead.
        case missing(String)

        package var isMissing: Bool {
            if case .missing = self { true } else { false }
        }
    }

    package var path: String
    package var content: Content

    package init(path: String, content: Content) {
        self.path = path
        self.content = content
    }
}
