/// What a team has decided to reach, and by when.
package struct Plan: Equatable, Sendable {
    package var phases: [Phase]
    /// Files of tests that have to pass for any phase to be met, as globs; what the project calls its golden path.
    package var mustPass: [String]
    /// Per cent of the files that have to be parsed for any phase to be met; nil when nothing is said.
    package var leastCoverage: Double?

    package init(phases: [Phase] = [], mustPass: [String] = [], leastCoverage: Double? = nil) {
        self.phases = phases
        self.mustPass = mustPass
        self.leastCoverage = leastCoverage
    }
}

/// A set of targets with a date.
package struct Phase: Equatable, Sendable {
    package var id: String
    package var name: String
    package var starts: Day?
    package var due: Day?
    /// What the phase keeps safe, in a few words; may be empty.
    package var protects: String
    package var targets: [PhaseTarget]

    package init(
        id: String = "", name: String, starts: Day? = nil, due: Day? = nil, protects: String = "",
        targets: [PhaseTarget] = []
    ) {
        self.id = id
        self.name = name
        self.starts = starts
        self.due = due
        self.protects = protects
        self.targets = targets
    }
}

/// One measure's target within a phase.
package struct PhaseTarget: Equatable, Sendable {
    /// The measure's id.
    package var measure: String
    package var target: Target
    /// The measure's value when the plan began; progress is counted from there.
    package var baseline: Double?

    package init(measure: String, target: Target, baseline: Double? = nil) {
        self.measure = measure
        self.target = target
        self.baseline = baseline
    }
}
