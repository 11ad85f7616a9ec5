import PaydownCore
import PaydownHistory
import PaydownScan

/// Tells the life of a finding as the project's history knows it.
struct StoredLife {
    let history: HistoryStore
    /// Names commits and authors; nil where there is nobody to ask.
    let attribution: Attribution?

    /// Nil when the history has no finding with that fingerprint.
    ///
    /// - Parameter fingerprint: the one that the finding was born with, the one that the newest snapshot gives it, or the
    ///   beginning of the former.
    func story(_ fingerprint: String) throws(HistoryError) -> LifeStory? {
        let entries = try history.entries()
        guard let newest = entries.last, let life = try life(fingerprint, newest) else { return nil }
        let places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.id, $0) })
        var events: [LifeStory.Event] = []
        var place = LifeLine.Place(path: "", line: 0)
        for event in life.events {
            let before = place
            if let finding = event.finding { place = LifeLine.Place(path: finding.path, line: finding.line) }
            guard let number = places[event.snapshot] else { continue }
            events.append(
                LifeStory.Event(
                    change: Self.change(event.kind, from: before), place: place, stage: event.stage ?? 0,
                    takenAt: entries[number].header.takenAt, revision: entries[number].header.revision,
                    isOldest: number == 0, culprit: try culprit(event, number, entries)))
        }
        let last = life.events.last { $0.finding != nil }?.finding ?? Finding(rule: "", path: "")
        return LifeStory(
            fingerprint: life.fingerprint, finding: try present(life, newest) ?? last, events: events,
            isPresent: life.isAlive, now: newest.header.takenAt)
    }

    private func life(_ fingerprint: String, _ newest: SnapshotEntry) throws(HistoryError) -> FindingLife? {
        if let life = try history.life(of: fingerprint) { return life }
        guard newest.hasFindings, let identities = try history.identities(of: newest.id) else { return nil }
        let table = try history.snapshot(newest.id).findings
        guard let row = table.fingerprint.firstIndex(where: { table.strings[$0] == fingerprint }) else { return nil }
        return try history.life(of: identities[row].fingerprint)
    }

    /// As the newest snapshot has it; nil when it does not.
    private func present(_ life: FindingLife, _ newest: SnapshotEntry) throws(HistoryError) -> Finding? {
        guard life.isAlive, newest.hasFindings, let identities = try history.identities(of: newest.id),
            let row = identities.firstIndex(where: { $0.fingerprint == life.fingerprint })
        else { return nil }
        return try history.snapshot(newest.id).findings[row]
    }

    private static func change(_ kind: FindingLife.Event.Kind, from place: LifeLine.Place) -> LifeLine.Change {
        switch kind {
        case .born: .born
        case .edited: .edited
        case .moved: .moved(from: place)
        case .fixed: .fixed
        case .gone: .gone
        case .unseen: .unseen
        case .returned: .returned
        case .seen: .seenAgain
        }
    }

    /// Who made it come or go, between the snapshot of the event and the one before; empty when nobody did.
    private func culprit(
        _ event: FindingLife.Event, _ number: Int, _ entries: [SnapshotEntry]
    ) throws(HistoryError) -> String {
        guard let attribution, let question = try question(event, number, entries) else { return "" }
        return attribution.answer(question).words
    }

    /// Nil where there is nobody to be asked about.
    private func question(
        _ event: FindingLife.Event, _ number: Int, _ entries: [SnapshotEntry]
    ) throws(HistoryError) -> Attribution.Question? {
        let after = entries[number]
        switch event.kind {
        case .born, .returned:
            guard after.hasFindings else { return nil }
            let snapshot = try history.snapshot(after.id)
            // What the oldest snapshot has came at any time before it.
            guard number > 0 else { return .init(origin: event.row, in: snapshot) }
            // Of the other side only the commit is asked for.
            return .init(new: event.row, in: snapshot, since: Snapshot(header: entries[number - 1].header))
        case .fixed, .gone:
            guard number > 0, entries[number - 1].hasFindings else { return nil }
            return .init(
                fixed: event.row, in: try history.snapshot(entries[number - 1].id),
                by: Snapshot(header: after.header))
        case .edited, .moved, .unseen, .seen: return nil
        }
    }

    /// Who made it come when it came first; nil when the history or nobody can tell.
    ///
    /// - Parameter fingerprint: the one that the finding was born with.
    func origin(of fingerprint: String, progress: ScanProgress) throws(HistoryError) -> Attribution.Answer? {
        guard let attribution, let born = try history.life(of: fingerprint)?.events.first else { return nil }
        let entries = try history.entries()
        guard let number = entries.firstIndex(where: { $0.id == born.snapshot }),
            let question = try question(born, number, entries)
        else { return nil }
        return attribution.answer(question, progress: progress)
    }
}

extension Attribution.Answer {
    /// Who it was, or why nobody can be named.
    var words: String {
        switch self {
        case .commit(let culprit): culprit.text
        case .unknown(let reason): "nobody known: " + reason.description
        }
    }
}
