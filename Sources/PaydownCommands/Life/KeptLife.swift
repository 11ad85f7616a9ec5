import PaydownCore
import PaydownFormats
import PaydownScan

/// Finds a finding by its fingerprint in the snapshots that a project has kept, and tells its life.
struct KeptLife {
    private let snapshots: [Snapshot]
    private let attribution: Attribution?

    /// - Parameter attribution: names commits and authors; nil where there is nobody to ask.
    init(_ kept: KeptSnapshots, attribution: Attribution?) throws {
        snapshots = try kept.all().map { try kept.snapshot($0) }
        self.attribution = attribution
    }

    enum Answer: Equatable {
        case story(LifeStory)
        /// Several findings have a fingerprint that begins so.
        case several([String])
        case nothing
    }

    /// Looks in the newest snapshot first, then in older ones: a fingerprint is made anew when its line is edited.
    ///
    /// - Parameter fingerprint: a whole one or its beginning.
    func answer(_ fingerprint: String) -> Answer {
        for number in snapshots.indices.reversed() {
            let found = rows(fingerprint, in: snapshots[number].findings)
            if found.isEmpty { continue }
            if found.count > 1 { return .several(found.map(\.fingerprint)) }
            let files = zip(snapshots, snapshots.dropFirst()).map { SnapshotDiff(old: $0, new: $1) }
            let tracer = LifeTracer(snapshots, files)
            return .story(tracer.story(of: found[0].row, in: number, culprit: culprit))
        }
        return .nothing
    }

    private func rows(_ fingerprint: String, in table: FindingTable) -> [(row: Int, fingerprint: String)] {
        let wanted = Array(fingerprint.utf8)
        var found: [(row: Int, fingerprint: String)] = []
        for (row, id) in table.fingerprint.enumerated() {
            let starts = table.strings.withUTF8(id) { $0.starts(with: wanted) }
            guard starts else { continue }
            let text = table.strings[id]
            if text == fingerprint { return [(row, text)] }
            found.append((row, text))
        }
        return found
    }

    private func culprit(_ change: LifeLine.Change, _ before: Int, _ after: Int, _ row: Int) -> String {
        guard let attribution else { return "" }
        let (old, new) = (snapshots[before], snapshots[after])
        let answer =
            switch change {
            case .fixed, .gone: attribution.answer(.init(fixed: row, in: old, by: new))
            default: attribution.answer(.init(new: row, in: new, since: old))
            }
        return answer.words
    }
}
