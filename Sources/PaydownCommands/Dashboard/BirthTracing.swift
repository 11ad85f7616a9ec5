import PaydownCore
import PaydownDashboard
import PaydownFormats
import PaydownHistory

/// Reads the snapshots before one that is a file, one after the other, for the ages of its findings.
enum BirthTracing {
    /// Where an older snapshot is.
    enum Source: Sendable {
        case memory(Snapshot)
        case file(String)
    }

    /// What an effect asks for; what is neither in memory nor a file is left out.
    static func sources(
        _ past: [SnapshotID], in model: Model, path: (SnapshotID) -> String?
    ) -> [Source] {
        past.compactMap { id in
            if let loaded = model.archive.loaded(id) { return .memory(loaded.snapshot) }
            return path(id).map { .file($0) }
        }
    }

    /// - Parameters:
    ///   - past: the snapshots before it, oldest first; files that cannot be read are left out, and say so when they are
    ///     shown.
    /// - Returns: nil when it was cancelled or none can be read.
    static func births(
        of loaded: LoadedSnapshot, past: [Source], isCancelled: () -> Bool = { false }
    ) -> TracedBirths? {
        var fold = PastFold()
        var headers: [SnapshotHeader] = []
        for source in past {
            if isCancelled() { return nil }
            guard let snapshot = read(source) else { continue }
            headers.append(snapshot.header)
            fold.add(snapshot)
        }
        guard !headers.isEmpty, !isCancelled() else { return nil }
        headers.append(loaded.header)
        fold.add(loaded.snapshot)
        let beginnings = RuleBeginnings(headers)
        let findings = loaded.findings
        var returned: [Int: FindingBirths.Returns] = [:]
        for (row, past) in fold.pasts.enumerated() where past.returns > 0 {
            returned[row] = FindingBirths.Returns(
                count: past.returns, last: headers[past.lastReturn].takenAt.day)
        }
        let isOlder = fold.pasts.enumerated().map { row, past in
            beginnings.mayBeOlder(findings.strings[findings.rule[row]], metIn: past.birth)
        }
        return TracedBirths(
            loaded,
            FindingBirths(
                fold.pasts.map { headers[$0.birth].takenAt.day }, today: loaded.header.takenAt.day, isOlder: isOlder,
                returned: returned))
    }

    private static func read(_ source: Source) -> Snapshot? {
        let path: String
        switch source {
        case .memory(let snapshot): return snapshot
        case .file(let file): path = file
        }
        if let place = HistoryPlace(path) {
            return (try? HistoryStore.open(at: place.file, access: .readOnly)).flatMap { try? $0.snapshot(place.id) }
        }
        return try? SnapshotReader().read(path)
    }
}
