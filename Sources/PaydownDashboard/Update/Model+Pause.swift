extension Model {
    /// Whether what arrives waits instead of being shown. Work goes on: scans run, files are met.
    package var isPaused: Bool { pause != nil }

    /// Stops what is shown where it is, or shows what has come since.
    mutating func togglePause() -> [Effect] {
        guard pause != nil else {
            pause = Pause()
            let key = bindings.label(for: .watchPause, glyphs)
            return show(Toast("paused: what comes waits" + (key.isEmpty ? "" : " until \(key) is pressed again")))
        }
        return endPause() ?? show(Toast("going on; nothing came meanwhile"))
    }

    /// Shows the newest snapshot, and from now on each newer one as it comes.
    mutating func followNewest() -> [Effect] {
        if let effects = endPause() { return effects }
        isCurrentChosen = false
        guard let newest = archive.newest?.id, newest != current else {
            return show(Toast("this is the newest snapshot; newer ones are shown as they come"))
        }
        current = newest
        if !isBaselineChosen { baseline = usualBaseline() }
        return placeInTime.map { show(Toast($0)) } ?? []
    }

    /// Ends a pause; nil when nothing had to wait.
    private mutating func endPause() -> [Effect]? {
        guard let held = pause else { return nil }
        pause = nil
        guard held.count > 0 else { return nil }
        isCurrentChosen = false
        archive.add(held.scans)
        take(held.files)
        if let news = held.news { return present(news) }
        let several = held.count > 1 ? "\(CountText.number(held.count)) have come; " : ""
        return show(Toast(several + (placeInTime ?? ""), kind: .news))
    }

    /// Lets snapshots wait while the view is paused; false when it is not.
    mutating func waits(_ entries: [Archive.Entry]) -> Bool {
        guard pause != nil else { return false }
        let new = entries.filter { !isScanOfOurs($0) }
        pause?.hold(new)
        sayWaiting()
        return true
    }

    /// Lets a scan wait while the view is paused; false when it is not.
    mutating func waits(_ news: ScanNews) -> Bool {
        guard pause != nil else { return false }
        pause?.hold(news)
        note(news.notes)
        sayWaiting()
        return true
    }

    /// Findings that were being read again when the pause began wait with their file.
    mutating func waits(_ snapshot: LoadedSnapshot) -> Bool {
        guard let known = archive[snapshot.id], archive.loaded(snapshot.id) != nil, pause != nil else { return false }
        pending.loads.remove(snapshot.id)
        return waits([Archive.Entry(id: known.id, name: known.name, header: snapshot.header, content: .header)])
    }

    /// Read aloud, a change is one line; to the eye the footer says it.
    private mutating func sayWaiting() {
        guard isAccessible, let pause, pause.count > 0 else { return }
        toast = Toast(Self.waitingText(pause), kind: .news)
    }

    /// `paused, 1 waiting`.
    static func waitingText(_ pause: Pause) -> String {
        pause.count == 0 ? "paused" : "paused, \(CountText.number(pause.count)) waiting"
    }
}
