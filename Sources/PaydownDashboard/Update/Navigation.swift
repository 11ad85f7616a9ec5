import PaydownScreen

/// Movement on the overview.
struct OverviewNavigation {
    enum Destination: Equatable {
        case check(String, group: String?)
        case test(GoldenState.TestID)
    }

    init(_ model: Model) {}

    func destination(_ state: OverviewState) -> Destination? { nil }
    func moved(_ state: OverviewState, by lines: Int) -> OverviewState { state }
    func movedCard(_ state: OverviewState, by step: Int) -> OverviewState { state }
    func hit(_ point: Point, in size: Size, _ model: Model) -> OverviewState? { nil }
}

struct PlanNavigation {
    init(_ model: Model) {}

    var lineCount: Int { 0 }
    func measure(atLine line: Int) -> String? { nil }
    func phaseLine(from line: Int, by step: Int) -> Int { line }
}

struct TimelineNavigation {
    struct Item {
        var id: String?
    }

    init(_ model: Model) {}

    var measures: [Item] { [] }
    func zoomed(_ state: TimelineState, in zoomsIn: Bool) -> TimelineState { state }
    func panned(_ state: TimelineState, later: Bool) -> TimelineState { state }
}

enum CheckNavigation {
    static func groupTop(_ model: Model) -> Int { 0 }
}
