import PaydownCore
import PaydownDashboard
import PaydownScreen

/// Small snapshots and models for what the overview, the plan and the timeline say.
enum ContentModel {
    static let start = Day(year: 2025, month: 9, day: 1) ?? Day(number: 0)

    static func moment(_ day: Int) -> Timestamp {
        Timestamp(seconds: (start.number + day) * 86_400 + 12 * 3600)
    }

    static func header(
        day: Int, measures: [Measure] = [], rules: [Rule] = [], plan: Plan = Plan(), digest: String = "one",
        coverage: Coverage = Coverage(files: 1000), tests: [TestOutcome] = []
    ) -> SnapshotHeader {
        SnapshotHeader(
            project: SnapshotHeader.Project(name: "sample"), takenAt: moment(day),
            tool: SnapshotHeader.Tool(rules: digest), coverage: coverage, plan: plan,
            checks: [Check(id: "imports", title: "Imports", measures: measures)], rules: rules, tests: tests)
    }

    /// A model with these snapshots, the last one shown and the one before it the baseline.
    static func model(_ snapshots: [Snapshot], size: Size = Size(width: 120, height: 36)) -> Model {
        var model = Model(size: size, now: snapshots.last?.header.takenAt ?? moment(0))
        model.archive = Archive(
            snapshots.enumerated().map { number, snapshot in
                let id = SnapshotID(number)
                return Archive.Entry(
                    id: id, name: "\(number)", header: snapshot.header,
                    content: .loaded(LoadedSnapshot(id: id, snapshot: snapshot)))
            })
        model.current = snapshots.isEmpty ? nil : SnapshotID(snapshots.count - 1)
        model.baseline = snapshots.count > 1 ? SnapshotID(snapshots.count - 2) : nil
        return model
    }

    static func model(_ headers: [SnapshotHeader], size: Size = Size(width: 120, height: 36)) -> Model {
        model(headers.map { Snapshot(header: $0) }, size: size)
    }

    static func finding(_ rule: String, _ symbol: String, _ path: String, _ line: Int) -> Finding {
        Finding(rule: rule, path: path, line: line, symbol: symbol, message: "m")
    }
}
