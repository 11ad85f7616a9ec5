import PaydownCore

/// The way a measure would go if the plan were kept, as points in time.
package struct PlanCourse: Equatable, Sendable {
    /// Ascending by day; straight lines between them. Empty without a target that has a baseline and a date.
    package let points: [(day: Double, value: Double)]

    /// One measure: level until a phase with a target for it starts, then straight to the target by its date.
    package init(of measure: String, in plan: Plan, population: Double? = nil) {
        var points: [(day: Double, value: Double)] = []
        for phase in plan.phases {
            guard let target = phase.targets.first(where: { $0.measure == measure }), let due = phase.due else {
                continue
            }
            var goal = target.target.value
            if target.target.isPercent {
                guard let population else { continue }
                goal = goal * population / 100
            }
            if target.target.comparison == .below, !target.target.isPercent { goal -= 1 }
            if target.target.comparison == .above, !target.target.isPercent { goal += 1 }
            guard let from = points.last?.value ?? target.baseline else { continue }
            let starts = phase.starts ?? plan.phases.first?.starts ?? due
            if points.isEmpty, let first = plan.phases.first?.starts, first < starts {
                points.append((Double(first.number), from))
            }
            points.append((Double(min(starts, due).number), from))
            points.append((Double(due.number), goal))
        }
        self.points = points
    }

    /// All findings that the snapshot lists: the sum of its rules' courses.
    ///
    /// A rule whose sites are no measure of the plan falls in step with the measure that counts its different
    /// things (paths, classes); a rule without any target stays where it is. So this is a sketch, not a promise.
    package init(ofTotalIn header: SnapshotHeader) {
        let measures = header.checks.flatMap(\.measures)
        var courses: [(course: PlanCourse, scale: Double)] = []
        var level = 0.0
        for rule in header.rules where rule.isListed {
            let own = measures.filter { $0.rule == rule.id }
            let candidates = own.filter { $0.value == Double(rule.count) } + own
            let found = candidates.lazy.map { ($0, PlanCourse(of: $0.id, in: header.plan)) }
                .first { !$0.1.points.isEmpty }
            guard let (measure, course) = found, let start = course.points.first?.value, start > 0 else {
                level += Double(rule.count)
                continue
            }
            let sites = measure.value == Double(rule.count) || measure.value <= 0
            courses.append((course, sites ? 1 : Double(rule.count) / measure.value))
        }
        guard !courses.isEmpty else {
            points = []
            return
        }
        let days = Set(courses.flatMap { $0.course.points.map(\.day) }).sorted()
        points = days.map { day in
            (day, courses.reduce(level) { $0 + $1.course.value(on: day) * $1.scale })
        }
    }

    /// The planned value on a day; level before the first point and after the last one. 0 without points.
    package func value(on day: Double) -> Double {
        guard let first = points.first, let last = points.last else { return 0 }
        if day <= first.day { return first.value }
        if day >= last.day { return last.value }
        var before = first
        for point in points {
            if point.day >= day {
                guard point.day > before.day else { return point.value }
                let share = (day - before.day) / (point.day - before.day)
                return before.value + (point.value - before.value) * share
            }
            before = point
        }
        return last.value
    }

    package static func == (left: PlanCourse, right: PlanCourse) -> Bool {
        left.points.elementsEqual(right.points) { $0 == $1 }
    }
}
