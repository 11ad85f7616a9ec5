/// What a team has decided to reach, and by when.
package struct Plan: Equatable, Sendable {
    package var phases: [Phase]

    package init(phases: [Phase] = []) {
        self.phases = phases
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
