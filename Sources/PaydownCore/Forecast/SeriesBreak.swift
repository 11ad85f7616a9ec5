/// Why two values of a series do not compare: the difference is neither progress nor the lack of it.
package enum SeriesBreak: Hashable, Sendable {
    /// They were counted by different rules.
    case rules
    /// One saw noticeably more of the files than the other.
    case coverage
    /// One is measured and the other made up, or made up in another way; this is what the later one is.
    case source(Provenance.Source)

    package var text: String {
        switch self {
        case .rules: "rules changed"
        case .coverage: "coverage changed"
        case .source(let source): source.rawValue
        }
    }

    /// The same in a narrow column.
    package var word: String {
        switch self {
        case .rules: "rules"
        case .coverage: "coverage"
        case .source: "source"
        }
    }

    /// How far coverage may move without breaking a series, in per cent of the files.
    ///
    /// Findings gather in few files: half a per cent of the files gone has hidden a fifth of the findings, in the
    /// simulated sample as in life. Less than that is a day with a typing error or two.
    package static let coverageTolerance = 0.5
}
