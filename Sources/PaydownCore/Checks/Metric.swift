/// A measured value with a limit, such as a latency; or an event of the golden path, delivered of expected.
package struct Metric: Equatable, Sendable {
    package enum Kind: String, Sendable {
        case limit
        case event
    }

    package var id: String
    package var title: String
    package var value: Double
    package var unit: String
    package var limit: Double?
    package var better: Measure.Direction
    package var kind: Kind

    package init(
        id: String, title: String, value: Double, unit: String = "", limit: Double? = nil,
        better: Measure.Direction = .lower, kind: Kind = .limit
    ) {
        self.id = id
        self.title = title
        self.value = value
        self.unit = unit
        self.limit = limit
        self.better = better
        self.kind = kind
    }

    /// Whether the value keeps to its limit; without a limit it always does.
    package var isHeld: Bool {
        guard let limit else { return true }
        return better == .lower ? value <= limit : value >= limit
    }
}
