extension Model {
    /// Begins a scan of the project, or lets one more follow the one that runs.
    mutating func beginScan(_ scope: ScanState.Scope) -> [Effect] {
        if scan.isLookedFor {
            scan.wanted = max(scan.wanted ?? scope, scope)
            return []
        }
        if let running = scan.running {
            scan.running?.next = max(running.next ?? scope, scope)
            return show(Toast("a scan runs; one more follows"))
        }
        scan.running = ScanState.Running(scope)
        return [.scan(scope)] + spinnerTimer
    }

    /// It is known whether there is a project; a key that was pressed before is done now, or told why not.
    mutating func projectFound(obstacle: String?) -> [Effect] {
        scan.obstacle = obstacle
        scan.isLookedFor = false
        if obstacle == nil { isRepositoryKnown = true }
        guard let wanted = scan.wanted else { return [] }
        scan.wanted = nil
        if let obstacle { return show(Toast(obstacle)) }
        return beginScan(wanted)
    }

    /// Nothing turns without motion, nor where each change is read aloud.
    private var spinnerTimer: [Effect] {
        hasMotion && !isAccessible ? [.timer(.spinner, milliseconds: 125)] : []
    }

    mutating func turnSpinner() -> [Effect] {
        guard scan.running != nil else { return [] }
        scan.running?.turns += 1
        return spinnerTimer
    }

    /// A scan is done: its snapshot is shown, and everything on the screen stays with what it was on.
    mutating func take(_ news: ScanNews) -> [Effect] {
        let next = endScan()
        if waits(news) { return next }
        note(news.notes)
        return present(news) + next
    }

    /// Shows what a scan brought.
    mutating func present(_ news: ScanNews) -> [Effect] {
        let snapshot = news.snapshot
        // Its file may have been met before its scan was done with.
        archive.remove { !$0.id.isScan && $0.header == snapshot.header }
        archive.add([
            Archive.Entry(id: snapshot.id, name: news.name, header: snapshot.header, content: .loaded(snapshot))
        ])
        hasLooked = true
        current = snapshot.id
        isCurrentChosen = false
        if !isBaselineChosen { baseline = usualBaseline() }
        forgetOthers()
        let problem = news.notes.first.map { "; " + $0 } ?? ""
        let toast = Toast(news.sentence + problem, kind: problem.isEmpty ? .news : .warning)
        return show(toast) + sourcesChanged()
    }

    mutating func failScan(_ reasons: [String]) -> [Effect] {
        let next = endScan()
        note(reasons)
        guard let first = reasons.first else { return next }
        let key = bindings.label(for: .problems, glyphs)
        let rest = reasons.count > 1 ? "  (\(reasons.count) problems: \(key) shows them)" : ""
        return show(Toast(first + rest, kind: .warning)) + next
    }

    /// The scan that was asked for meanwhile, if any.
    private mutating func endScan() -> [Effect] {
        let next = scan.running?.next
        scan.running = nil
        return next.map { beginScan($0) } ?? []
    }

    /// Whether a file is where a scan of this session was kept: that is here already.
    func isScanOfOurs(_ entry: Archive.Entry) -> Bool {
        guard let header = entry.header, !entry.id.isScan else { return false }
        return archive.entries.contains { known in
            known.id.isScan && known.figures?.takenAt == header.takenAt && known.header == header
        }
    }
}
