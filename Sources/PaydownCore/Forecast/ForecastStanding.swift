/// A forecast held against a date that was set.
package enum ForecastStanding: Hashable, Sendable {
    case met
    /// In 85 of 100 futures it is in time.
    case onCourse
    /// More likely in time than not, but not to be promised: the share of futures that are, 0.5...0.85.
    case uncertain(Double)
    /// More likely late than not: by so many days in the middle future, 1 or more.
    case late(days: Int?)
    /// There is a forecast and no date was set.
    case undated
    case noDate(ForecastRefusal)

    /// `on course`, `late 8 d`, `62 % in time`, `growing 3/week`
    package var text: String {
        switch self {
        case .met: "met"
        case .onCourse: "on course"
        case .uncertain(let chance): "\(Int(chance * 100)) % in time"
        case .late(let days): days.map { "late \($0) d" } ?? "late"
        case .undated: "no due date"
        case .noDate(let reason): reason.shortText
        }
    }
}
