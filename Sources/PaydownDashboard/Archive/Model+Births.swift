import PaydownCore

/// Ages of findings whose snapshot is a file: those before it are read to tell, once a list is looked at.
extension Model {
    /// Since when the findings of a snapshot are there; nil while nobody knows.
    package func births(of snapshot: LoadedSnapshot?) -> FindingBirths? {
        guard let snapshot else { return nil }
        return snapshot.births ?? (traced?.snapshot === snapshot ? traced?.births : nil)
    }

    /// The snapshots before one that are worth reading for its ages: the newest ones, oldest first.
    private func pastFiles(of id: SnapshotID) -> [SnapshotID] {
        var findings = 0.0
        var past: [SnapshotID] = []
        for entry in archive.timeline.prefix(while: { $0.id != id }).reversed()
        where !entry.isFailed && !entry.id.isScan {
            findings += entry.figures?.total ?? 0
            if findings > Self.mostFindings || past.count == Self.mostPast { break }
            past.append(entry.id)
        }
        return past.reversed()
    }

    /// About a second's reading, and a second's comparing.
    private static let mostFindings = 1_000_000.0
    /// Half a year of a snapshot each working day.
    private static let mostPast = 130

    /// Nothing that is on the screen waits for it: it is asked last.
    mutating func settleBirths() -> [Effect] {
        guard isListScreen, let shown, shown.births == nil, !shown.id.isScan, traced?.snapshot !== shown,
            pending.births != shown.id, baseline == nil || comparison != nil
        else { return [] }
        let past = pastFiles(of: shown.id)
        guard !past.isEmpty else { return [] }
        pending.births = shown.id
        return [.trace(shown.id, past: past)]
    }

    /// - Parameter snapshot: as it was when it was asked about; another content of the file is another snapshot.
    mutating func take(_ births: TracedBirths) {
        if pending.births == births.snapshot.id { pending.births = nil }
        if births.snapshot === shown { traced = births }
    }

    /// Why nothing can be put in order by age; nil when it can.
    var agesObstacle: String? {
        if births(of: shown) != nil { return nil }
        if pending.births != nil { return "older snapshots are being read for it" }
        return "ages come with the history: paydown history backfill"
    }
}
