/// A short answer at the bottom of the screen, gone after a few seconds or with the next key.
package struct Toast: Equatable, Sendable {
    package enum Kind: Sendable {
        case info
        /// What a scan brought; more may be said of it.
        case news
        case warning
    }

    package var text: String
    package var kind: Kind

    package init(_ text: String, kind: Kind = .info) {
        self.text = text
        self.kind = kind
    }
}
