import PaydownCore

extension Model {
    /// What the forecasts of the present state depend on; nil where none are shown.
    private var forecastQuery: ForecastBoard.Query? {
        switch place.screen {
        case .overview, .plan, .timeline: break
        default: return nil
        }
        guard let current, header != nil else { return nil }
        return ForecastBoard.Query(
            current: current, count: timelineToCurrent.count, revision: flows.revision, today: referenceDay)
    }

    /// The snapshots up to the one that is shown: whoever walks back sees what was said then.
    package var timelineToCurrent: ArraySlice<Archive.Entry> {
        let timeline = archive.timeline
        guard let index = timeline.lastIndex(where: { $0.id == current }) else { return timeline }
        return timeline[...index]
    }

    /// The measure that the screen's chart is about; nil for all findings.
    private var outlookMeasure: String? {
        place.screen == .timeline ? timeline.measure : place.screen == .plan ? PlanView.charted(self)?.id : nil
    }

    mutating func settleForecast() -> [Effect] {
        guard let query = forecastQuery else { return [] }
        var effects: [Effect] = []
        if board?.query != query, pending.board != query {
            pending.board = query
            effects.append(.forecast(query))
        }
        let change = timeline.whatIf.map { WhatIfContent(self).change($0) } ?? WhatIf()
        let outlook = Outlook.Query(
            board: query, measure: outlookMeasure, change: place.screen == .timeline ? change : WhatIf())
        if self.outlook?.query != outlook, pending.outlook != outlook {
            pending.outlook = outlook
            effects.append(.look(outlook))
        }
        return effects + settleFlows()
    }

    /// Findings of past snapshots are read when those that are shown have been.
    private mutating func settleFlows() -> [Effect] {
        guard shown != nil, archive.timeline.count > 1 else { return [] }
        if let baseline, archive.loaded(baseline) == nil, archive[baseline]?.isFailed == false { return [] }
        let missing = FlowLedger.pairs(archive.timeline).filter { flows[$0] == nil && !pending.flows.contains($0) }
        guard !missing.isEmpty else { return [] }
        pending.flows.formUnion(missing)
        return [.flows(missing)]
    }

    mutating func take(_ board: ForecastBoard) {
        if pending.board == board.query { pending.board = nil }
        if board.query == forecastQuery { self.board = board }
    }

    mutating func take(_ outlook: Outlook) {
        if pending.outlook == outlook.query { pending.outlook = nil }
        if outlook.query.board == forecastQuery, outlook.query.measure == outlookMeasure { self.outlook = outlook }
    }

    mutating func take(_ counted: [FlowLedger.Pair: SnapshotFlow]) {
        flows.add(counted)
    }

    /// A file was written again: its pairs are counted again.
    mutating func forgetFlows(of id: SnapshotID) {
        flows.forget(id)
        pending.flows = pending.flows.filter { $0.older != id && $0.newer != id }
    }

    /// The outlook on what the chart shows, when it is here.
    package var shownOutlook: Outlook? {
        guard let outlook, let query = forecastQuery, outlook.query.measure == outlookMeasure,
            outlook.query.board.current == query.current
        else { return nil }
        return outlook
    }

    /// The board of the snapshot that is shown; one that lacks what was counted since is better than none.
    package var shownBoard: ForecastBoard? { board?.query.current == current ? board : nil }

    /// Why the dates are not to be read as of today; nil when they are.
    package var outdated: ForecastRefusal? {
        guard let header, archive.newest?.id == current else { return nil }
        let age = now.day.days(since: header.takenAt.day)
        return age > ForecastRefusal.oldestSnapshot ? .old(age) : nil
    }

    /// The answer to an effect of this kind; nil for others.
    func forecastQuestion(_ effect: Effect) -> (@Sendable (() -> Bool) -> Event?)? {
        guard let header else { return nil }
        let (timeline, flows) = (timelineToCurrent, flows)
        switch effect {
        case .forecast(let query):
            return { _ in .forecasted(ForecastBoard(query, header, timeline, flows)) }
        case .look(let query):
            return { _ in .looked(Outlook(query, header, timeline, flows)) }
        default:
            return nil
        }
    }
}
