import PaydownCore

extension Model {
    /// Snapshots have been met: those with a header take their place in time.
    mutating func take(_ entries: [Archive.Entry]) {
        // A known file was written again: what was read of it stays until the new content has been read whole.
        let entries = entries.filter { !isScanOfOurs($0) }
        let known = entries.filter { archive.loaded($0.id) != nil || pending.loads.contains($0.id) }.map(\.id)
        pending.changed.formUnion(known)
        for entry in entries where archive[entry.id] != nil { forgetFlows(of: entry.id) }
        archive.add(entries.filter { archive.loaded($0.id) == nil })
        let before = shown == nil ? nil : current
        hasLooked = true
        chooseUsual()
        // Read aloud, a change is one line.
        if isAccessible, before != nil, before != current, let place = placeInTime {
            toast = Toast(place, kind: .news)
        }
    }

    /// The newest snapshot and its usual baseline, unless the person chose.
    private mutating func chooseUsual() {
        if !isCurrentChosen || current == nil { current = archive.newest?.id }
        if !isBaselineChosen { baseline = usualBaseline() }
    }

    /// A header has been read: it takes its place in time; the newest is shown unless the person chose.
    mutating func take(_ header: SnapshotHeader, of id: SnapshotID) {
        archive.update(id) { entry in
            entry.header = header
            if case .loaded = entry.content {} else { entry.content = .header }
        }
        chooseUsual()
    }

    mutating func take(_ snapshot: LoadedSnapshot) {
        pending.loads.remove(snapshot.id)
        if archive.loaded(snapshot.id) != nil { forgetAnswers(about: snapshot.id) }
        take(snapshot.header, of: snapshot.id)
        archive.update(snapshot.id) { $0.content = .loaded(snapshot) }
        forgetOthers()
    }

    /// What was calculated from an earlier content of a file is asked again.
    private mutating func forgetAnswers(about id: SnapshotID) {
        if let pair = pending.comparison, pair.baseline == id || pair.current == id { pending.comparison = nil }
        guard id == current || id == baseline else { return }
        for check in checks.keys { checks[check]?.query = nil }
    }

    /// The last good one stays on the screen; what failed is said once and kept in the list of problems.
    mutating func fail(_ id: SnapshotID, _ message: String) -> [Effect] {
        pending.loads.remove(id)
        if archive.loaded(id) != nil {
            // A file that is being written again: what was read of it before still holds.
            note([message])
            return show(Toast(message, kind: .warning))
        }
        archive.update(id) { $0.content = .failed(message) }
        if current == id { current = archive.timeline.last { !$0.isFailed }?.id }
        if baseline == id { baseline = usualBaseline() }
        let rest = archive.failures.count > 1 ? "  (\(archive.failures.count) problems: ! shows them)" : ""
        return show(Toast(message + rest, kind: .warning))
    }

    mutating func take(_ result: Comparison) {
        if pending.comparison == Pending.Pair(baseline: result.baseline, current: result.current) {
            pending.comparison = nil
        }
        guard result.isOf(archive.loaded(baseline), archive.loaded(current)) else { return }
        comparison = result
    }

    /// Shows an older (negative) or newer snapshot.
    mutating func step(_ steps: Int) -> [Effect] {
        guard let current, let entry = archive.neighbour(of: current, by: steps) else {
            return show(Toast(steps < 0 ? "this is the oldest snapshot" : "this is the newest snapshot"))
        }
        let followsUsual = !isBaselineChosen
        self.current = entry.id
        isCurrentChosen = entry.id != archive.newest?.id
        if followsUsual { baseline = usualBaseline() }
        return showPlaceInTime()
    }

    mutating func choose(baseline id: SnapshotID?) -> [Effect] {
        baseline = id
        isBaselineChosen = true
        guard let header = baselineHeader else { return show(Toast("no baseline")) }
        return show(Toast("baseline \(WhenText.moment(header.takenAt))"))
    }

    private mutating func showPlaceInTime() -> [Effect] {
        placeInTime.map { show(Toast($0)) } ?? []
    }

    /// `snapshot 3 of 12: Fri 12 Sep 15:49`
    var placeInTime: String? {
        guard let header else { return nil }
        let timeline = archive.timeline
        let index = timeline.firstIndex { $0.id == current } ?? 0
        return "snapshot \(index + 1) of \(timeline.count): \(WhenText.moment(header.takenAt))"
    }

    /// The baseline until one is chosen: the newest snapshot of an earlier day than the current one, since
    /// people ask what moved since yesterday; else the one before; nil for the first.
    func usualBaseline() -> SnapshotID? {
        guard let current, let header = archive[current]?.header else { return nil }
        let earlier = archive.timeline.prefix { $0.id != current }.filter { !$0.isFailed }
        let dayBefore = earlier.last { ($0.header?.takenAt.day ?? header.takenAt.day) < header.takenAt.day }
        return (dayBefore ?? earlier.last)?.id
    }

    /// Findings of other snapshots are dropped when they take much room; their headers stay. Of a session's scans, which
    /// are many where each save is followed by one, only the last ones are kept at all.
    mutating func forgetOthers() {
        let scans = archive.entries.lazy.map(\.id).filter(\.isScan)
        if let oldest = scans.max().map({ $0.scanNumber - ScanState.mostKept + 1 }) {
            archive.remove { entry in
                entry.id.isScan && entry.id.scanNumber < oldest && entry.id != current && entry.id != baseline
            }
        }
        var kept = 0
        for entry in archive.entries.reversed() {
            guard case .loaded(let snapshot) = entry.content, entry.id != current, entry.id != baseline else {
                continue
            }
            kept += snapshot.findings.count
            if kept > 200_000 { archive.update(entry.id) { $0.content = .header } }
        }
    }
}

extension Archive.Entry {
    package var isFailed: Bool {
        if case .failed = content { true } else { false }
    }
}
