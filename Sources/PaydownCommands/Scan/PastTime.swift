import PaydownCore

/// From when on the past is wanted, as it is typed: `90d`, `12w`, `6m`, `2y`, `2025-01-31`, `all`.
enum PastTime: Equatable {
    case all
    case days(Int)
    case day(Day)

    init?(_ text: String) {
        if text == "all" {
            self = .all
        } else if let day = Day(text) {
            self = .day(day)
        } else if let unit = Self.units[text.suffix(1)], let count = Int(text.dropLast()), (1...36_500).contains(count)
        {
            self = .days(count * unit)
        } else {
            return nil
        }
    }

    /// Days; months and years as people mean them when they do not count.
    private static let units: [Substring: Int] = ["d": 1, "w": 7, "m": 30, "y": 365]

    /// Nil for all of the past. A date begins at midnight where the present moment is told.
    func moment(before now: Timestamp) -> Timestamp? {
        switch self {
        case .all: nil
        case .days(let count): Timestamp(seconds: now.seconds - count * 86_400, offsetMinutes: now.offsetMinutes)
        case .day(let day):
            Timestamp(seconds: day.number * 86_400 - now.offsetMinutes * 60, offsetMinutes: now.offsetMinutes)
        }
    }
}
