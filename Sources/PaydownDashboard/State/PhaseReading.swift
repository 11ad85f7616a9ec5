import PaydownCore
import PaydownScreen

/// A phase held against a snapshot.
package struct PhaseReading: Equatable, Sendable {
    /// 0-based in the plan.
    package let number: Int
    package let phase: Phase
    /// The targets whose measure is known, in the plan's order.
    package let targets: [TargetReading]
    /// What has to hold at the same commit, whatever the targets say, and does not.
    package let obstacles: [PlanObstacle]
    /// The day it is looked at from.
    package let today: Day

    package init(
        _ phase: Phase, number: Int, in header: SnapshotHeader, today: Day, obstacles: [PlanObstacle] = []
    ) {
        self.number = number
        self.phase = phase
        self.today = today
        self.obstacles = obstacles
        targets = phase.targets.compactMap { TargetReading($0, in: header) }
    }

    /// Whether every target is met, and at the same commit everything holds that must hold throughout.
    package var isMet: Bool { hasTargetsMet && obstacles.isEmpty }

    /// Whether every target is met; a target that is not measured keeps the phase open.
    package var hasTargetsMet: Bool {
        !phase.targets.isEmpty && targets.count == phase.targets.count && targets.allSatisfy(\.isMet)
    }

    /// The mean of the targets' progress, 0...1; a target without a baseline counts once it is met.
    ///
    /// The mean is taken rather than the share of met targets because it moves with every step: a phase of four
    /// large targets would stand at 0 % for weeks.
    package var progress: Double {
        guard !phase.targets.isEmpty else { return 0 }
        return targets.reduce(0) { $0 + ($1.progress ?? 0) } / Double(phase.targets.count)
    }

    /// Days until it is due, negative when it is late; nil without a date.
    package var daysLeft: Int? { phase.due.map { $0.days(since: today) } }

    package var isLate: Bool { !isMet && (daysLeft ?? 0) < 0 }

    /// Whether nothing but what must hold keeps it from being met.
    package var isHeldBack: Bool { hasTargetsMet && !obstacles.isEmpty }

    /// `met`, `held back`, `late 8 days`, `due today`, `13 days left`; `no date`.
    package var state: String {
        if isMet { return "met" }
        if isHeldBack { return "held back" }
        guard let daysLeft else { return "no date" }
        if daysLeft == 0 { return "due today" }
        let days = abs(daysLeft) == 1 ? "1 day" : CountText.number(abs(daysLeft)) + " days"
        return daysLeft < 0 ? "late " + days : days + " left"
    }

    /// The same where room is short: `late 8 d`, `13 d left`.
    package var shortState: String {
        guard !isMet, !isHeldBack, let daysLeft, daysLeft != 0 else { return state }
        let days = CountText.number(abs(daysLeft)) + " d"
        return daysLeft < 0 ? "late " + days : days + " left"
    }

    /// The ink of that state: only what needs attention has a colour.
    package var ink: Ink { isMet ? Ink(.good) : isHeldBack || isLate ? Ink(.bad) : .muted }
}

extension Model {
    /// The day from which dates are looked at: today for what is current, the snapshot's own day for the past.
    ///
    /// A snapshot that is not the newest, or older than two weeks, is history: how late a phase was then can be
    /// said, how late it is now cannot.
    package var referenceDay: Day {
        guard let header else { return now.day }
        let taken = header.takenAt.day
        let isNewest = archive.newest?.id == current
        return isNewest && (0...14).contains(now.day.days(since: taken)) ? now.day : taken
    }

    /// The plan's phases held against the snapshot that is shown.
    package var phases: [PhaseReading] {
        guard let header else { return [] }
        let today = referenceDay
        let obstacles = header.plan.obstacles(in: header)
        return header.plan.phases.enumerated().map {
            PhaseReading($1, number: $0, in: header, today: today, obstacles: obstacles)
        }
    }
}

extension [PhaseReading] {
    /// The first phase that is not met: what is worked on; nil when all are.
    package var current: PhaseReading? { first { !$0.isMet } }
}
