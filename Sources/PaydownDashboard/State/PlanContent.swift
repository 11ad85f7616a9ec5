import PaydownCore

/// The plan as lines: a heading for each phase, what it protects, its targets. Drawing and moving use the same one.
package struct PlanContent: Equatable, Sendable {
    package enum Line: Equatable, Sendable {
        /// A phase, by its number.
        case phase(Int)
        /// What the phase protects.
        case protects(Int)
        /// What must hold beside the targets and does not, where that alone keeps the phase from being met.
        case obstacle(Int, PlanObstacle)
        /// A target of a phase, by its place among those of the plan; nil when no snapshot measures it.
        case target(phase: Int, PhaseTarget, TargetReading?)
        case gap
    }

    package let phases: [PhaseReading]
    package let lines: [Line]

    package init(_ model: Model) {
        phases = model.phases
        var lines: [Line] = []
        for reading in phases {
            if !lines.isEmpty { lines.append(.gap) }
            lines.append(.phase(reading.number))
            if !reading.phase.protects.isEmpty { lines.append(.protects(reading.number)) }
            if reading.isHeldBack { lines += reading.obstacles.map { .obstacle(reading.number, $0) } }
            for target in reading.phase.targets {
                let known = model.header.flatMap { TargetReading(target, in: $0) }
                lines.append(.target(phase: reading.number, target, known))
            }
        }
        self.lines = lines
    }

    /// Whether the line can be selected: a phase or a target.
    package func isSelectable(_ line: Int) -> Bool {
        guard lines.indices.contains(line) else { return false }
        switch lines[line] {
        case .phase, .target: return true
        case .protects, .obstacle, .gap: return false
        }
    }

    /// The selected line, the nearest one that can be selected.
    package func line(_ state: PlanState) -> Int? {
        let wanted = min(max(state.selected, 0), max(0, lines.count - 1))
        if isSelectable(wanted) { return wanted }
        return lines.indices.filter(isSelectable).min { abs($0 - wanted) < abs($1 - wanted) }
    }

    /// That many selectable lines further down (positive) or up.
    package func moved(_ state: PlanState, by count: Int) -> PlanState {
        let places = lines.indices.filter(isSelectable)
        guard let line = line(state), let index = places.firstIndex(of: line) else { return state }
        var moved = state
        moved.selected = places[min(max(0, index + min(max(count, -places.count), places.count)), places.count - 1)]
        return moved
    }

    /// The heading of the next (positive) or previous phase; going up from a target, of its own phase.
    package func movedPhase(_ state: PlanState, by step: Int) -> PlanState {
        let heads = lines.indices.filter { if case .phase = lines[$0] { true } else { false } }
        guard let line = line(state) else { return state }
        var moved = state
        moved.selected =
            (step > 0 ? heads.first { $0 > line } : heads.last { $0 < line }) ?? (step > 0 ? line : heads.first ?? line)
        return moved
    }

    /// The first line shown in that many rows, so that the selected one is among them, a phase with what it protects.
    package func top(_ state: PlanState, height: Int) -> Int {
        guard height > 0, let line = line(state) else { return 0 }
        let most = max(0, lines.count - height)
        // The first phase's heading can be selected, so the top needs no line above it.
        return min(max(min(state.top, line), line - height + 1, 0), most)
    }

    /// The measure behind a line; nil for a phase.
    package func measure(at line: Int) -> String? {
        guard lines.indices.contains(line), case .target(_, let target, _) = lines[line] else { return nil }
        return target.measure
    }
}
