import PaydownCore
import PaydownHistory
import PaydownTestSupport

extension TemporaryFolder {
    var file: String { path + "/history.db" }

    func store(_ access: HistoryStore.Access = .readWrite) throws -> HistoryStore {
        try HistoryStore.open(at: file, access: access)
    }

    /// Adds commits in their order.
    @discardableResult
    func fill(_ commits: [MadeHistory.Commit]) throws -> [SnapshotEntry.ID] {
        let store = try store()
        return try commits.map { try $0.add(to: store).id }
    }

    /// Everything that a history says about lives, without the numbers of its own.
    func portrait() throws -> [String] {
        let store = try store(.readOnly)
        let entries = try store.entries()
        let commits = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.header.revision?.commit ?? "") })
        var lines: [String] = []
        var fingerprints: Set<String> = []
        for entry in entries {
            lines.append("\(commits[entry.id] ?? "") \((entry.changes ?? [:]).sorted { $0.key < $1.key })")
            for identity in try store.identities(of: entry.id) ?? [] {
                lines.append("\(identity.fingerprint) since \(commits[identity.born] ?? "")")
                fingerprints.insert(identity.fingerprint)
            }
        }
        for fingerprint in fingerprints.sorted().prefix(40) {
            guard let life = try store.life(of: fingerprint) else { continue }
            for event in life.events {
                lines.append(
                    "\(fingerprint) \(event.kind) \(commits[event.snapshot] ?? "") \(event.stage ?? 0) \(event.row)")
            }
        }
        return lines
    }
}

extension MadeHistory.Commit {
    var commit: String { snapshot.header.revision?.commit ?? "" }

    func add(to store: HistoryStore) throws -> SnapshotEntry {
        try store.add(snapshot, files: files, parent: parent)
    }
}

extension Sequence {
    func shuffled(by seed: UInt64) -> [Element] {
        var random = SeededRandom(seed: seed)
        return shuffled(using: &random)
    }
}
