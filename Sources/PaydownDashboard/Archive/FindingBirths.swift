import PaydownCore

/// Since when the findings of a snapshot are there, and how often they have come back, as the snapshots before it tell.
package struct FindingBirths: Sendable {
    /// How old a finding is, in words that groups are called by.
    package enum Span: UInt32, CaseIterable, Sendable {
        case week
        case month
        case quarter
        case year
        case older
        /// In the oldest snapshot that could tell already.
        case unknown

        package var title: String {
            switch self {
            case .week: "this week"
            case .month: "this month"
            case .quarter: "this quarter"
            case .year: "this year"
            case .older: "older than a year"
            case .unknown: "older than the snapshots"
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

    /// How often a finding came back after it was fixed, and when last.
    package struct Returns: Equatable, Sendable {
        package let count: Int
        package let last: Day

        package init(count: Int, last: Day) {
            self.count = count
            self.last = last
        }
    }

    /// By row, days since 1970.
    private let days: [Int32]
    private let today: Int
    /// By row, the number of its span.
    let spans: [StringID]
    /// Those that ever returned, in the order of rows: a hundred snapshots of a session have these at once.
    private let returned: [Returned]

    private struct Returned {
        let row: UInt32
        let count: UInt32
        let lastDay: Int32
    }

    /// - Parameters:
    ///   - days: when each finding was met first, by row.
    ///   - today: the snapshot's own day, from which ages count.
    ///   - isOlder: by row, whether it may have been there before that day; empty when none was.
    ///   - returned: by row; rows that never came back are left out.
    package init(_ days: [Day], today: Day, isOlder: [Bool] = [], returned: [Int: Returns] = [:]) {
        self.days = days.map { Int32(clamping: $0.number) }
        self.today = today.number
        self.returned = returned.sorted { $0.key < $1.key }.map { row, returns in
            Returned(
                row: UInt32(row), count: UInt32(clamping: returns.count), lastDay: Int32(clamping: returns.last.number))
        }
        spans = days.enumerated().map { row, day in
            let isOlder = isOlder.isEmpty ? false : isOlder[row]
            return StringID((isOlder ? Span.unknown : Span(days: today.number - day.number)).rawValue)
        }
    }

    package func day(_ row: Int) -> Day { Day(number: Int(days[row])) }

    /// In days, 0 for one that came with the snapshot.
    package func age(_ row: Int) -> Int { max(0, today - Int(days[row])) }

    /// Whether it may be older than that: no snapshot was there before to tell.
    package func mayBeOlder(_ row: Int) -> Bool { spans[row].rawValue == Span.unknown.rawValue }

    /// Nil for one that was never fixed in between.
    package func returns(_ row: Int) -> Returns? {
        var (low, high) = (0, returned.count)
        while low < high {
            let middle = (low + high) / 2
            if returned[middle].row < row { low = middle + 1 } else { high = middle }
        }
        guard low < returned.count, returned[low].row == row else { return nil }
        return Returns(count: Int(returned[low].count), last: Day(number: Int(returned[low].lastDay)))
    }

    /// Whether any finding has come back.
    package var hasReturns: Bool { !returned.isEmpty }

    /// Whether none of them was seen to come: then there is nothing to tell.
    package var areAllUnknown: Bool { days.indices.allSatisfy { mayBeOlder($0) } && returned.isEmpty }

    /// `34d`, `34d+` for one that may be older.
    func ageText(_ row: Int) -> String { "\(age(row))d" + (mayBeOlder(row) ? "+" : "") }
}

/// What older snapshots told of one that was read from a file.
package final class TracedBirths: Sendable, Equatable {
    let snapshot: LoadedSnapshot
    let births: FindingBirths

    package init(_ snapshot: LoadedSnapshot, _ births: FindingBirths) {
        self.snapshot = snapshot
        self.births = births
    }

    package static func == (left: TracedBirths, right: TracedBirths) -> Bool { left === right }
}
