/// A number that a team watches, and which way is better.
package struct Measure: Equatable, Sendable {
    package enum Direction: String, Sendable {
        case lower
        case higher
    }

    package var id: String
    package var title: String
    package var value: Double
    /// What is counted: `paths`, `sites`, `tests`; `%` for a share. May be empty.
    package var unit: String
    /// How many places could have been wrong (or right, for `higher`); nil when that makes no sense.
    package var population: Double?
    package var better: Direction
    /// The rule whose findings it counts, when it counts one.
    package var rule: String?

    package init(
        id: String, title: String = "", value: Double, unit: String = "", population: Double? = nil,
        better: Direction = .lower, rule: String? = nil
    ) {
        self.id = id
        self.title = title
        self.value = value
        self.unit = unit
        self.population = population
        self.better = better
        self.rule = rule
    }
}
