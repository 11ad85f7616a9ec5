/// How much a finding matters, in SARIF's words (2.1.0, section 3.27.10), worst first.
package enum Severity: String, CaseIterable, Comparable, Sendable {
    case error
    case warning
    case note

    private var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
    }

    /// Worse is smaller, so that sorting ascending puts errors first.
    package static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }
}
