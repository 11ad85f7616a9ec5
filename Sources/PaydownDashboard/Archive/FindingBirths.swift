import PaydownCore

/// Since when the findings of a snapshot are there, as the history tells for each of them.
package struct FindingBirths: Sendable {
    /// How old a finding is, in words that groups are called by.
    package enum Span: UInt32, CaseIterable, Sendable {
        case week
        case month
        case quarter
        case year
        case older

        package var title: String {
            switch self {
            case .week: "this week"
            case .month: "this month"
            case .quarter: "this quarter"
            case .year: "this year"
            case .older: "older than a year"
            }
        }

        /// Under 7, 31, 92 and 366 days.
        init(days: Int) {
            switch days {
            case ..<7: self = .week
            case ..<31: self = .month
            case ..<92: self = .quarter
            case ..<366: self = .year
            default: self = .older
            }
        }
    }

    /// By row, days since 1970.
    private let days: [Int32]
    private let today: Int
    /// By row, the number of its span.
    let spans: [StringID]

    /// - Parameters:
    ///   - days: when each finding was met first, by row.
    ///   - today: the snapshot's own day, from which ages count.
    package init(_ days: [Day], today: Day) {
        self.days = days.map { Int32(clamping: $0.number) }
        self.today = today.number
        spans = days.map { StringID(Span(days: today.number - $0.number).rawValue) }
    }

    package func day(_ row: Int) -> Day { Day(number: Int(days[row])) }

    /// In days, 0 for one that came with the snapshot.
    package func age(_ row: Int) -> Int { max(0, today - Int(days[row])) }
}
