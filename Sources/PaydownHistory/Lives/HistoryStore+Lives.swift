import GRDB
import PaydownCore

extension HistoryStore {
    /// The life of the finding that is shown by a fingerprint, or by the beginning of one; nil when there is none.
    ///
    /// - Throws: `ambiguous` when several fingerprints begin so.
    package func life(of fingerprint: String) throws(HistoryError) -> FindingLife? {
        try read { db, memory in
            guard let place = try StateTable.settled(db) else { return nil }
            let fold = try LivesTable.fold(at: StateTable.settledID(db), db, memory)
            guard let life = try Self.find(fingerprint, fold.names, path) else { return nil }
            var trace = LifeTrace(of: life)
            try LivesTable.forEach(upTo: place, db) { step, _ in try trace.follow(step) }
            var findings = FindingLookup()
            let events = try trace.events.map { event in
                FindingLife.Event(
                    kind: event.kind, snapshot: SnapshotEntry.ID(event.snapshot), stage: event.stage, row: event.row,
                    finding: try findings.finding(event.row, of: event.place, db, &memory))
            }
            return FindingLife(fingerprint: fold.names[life], events: events)
        }
    }

    /// What is known of each finding of a snapshot, in the order of its rows; nil while that is not worked out.
    package func identities(of id: SnapshotEntry.ID) throws(HistoryError) -> [FindingIdentity]? {
        try read { db, memory in
            guard let place = try Timeline.place(of: id.rawValue, db), let settled = try StateTable.settled(db),
                place <= settled
            else { return nil }
            let fold = try LivesTable.fold(at: id.rawValue, db, memory)
            var births: [(first: Int, snapshot: Int)] = []
            try LivesTable.forEach(upTo: place, db) { step, _ in births.append((step.firstLife, step.snapshot)) }
            return fold.lives.map { life in
                // The last step whose first life is not behind this one.
                var (low, high) = (0, births.count)
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if births[middle].first <= Int(life) { low = middle } else { high = middle }
                }
                let returned = fold.returned[life]
                return FindingIdentity(
                    fingerprint: fold.names[life], born: SnapshotEntry.ID(births[low].snapshot),
                    returns: returned?.count ?? 0, lastReturn: returned.map { SnapshotEntry.ID($0.last) })
            }
        }
    }

    private static func find(_ fingerprint: String, _ names: LifeNames, _ path: String) throws -> UInt32? {
        if let life = names.life(fingerprint) { return life }
        let candidates = names.candidates(fingerprint, limit: 9)
        guard candidates.count > 1 else { return candidates.first }
        throw HistoryError.ambiguous(file: path, name: fingerprint, matches: candidates.map { names[$0] })
    }
}

/// Findings by their rows; each snapshot is read once.
private struct FindingLookup {
    private var tables: [Int: FindingTable?] = [:]

    mutating func finding(
        _ row: Int, of snapshot: Int, _ db: Database, _ memory: inout StoreMemory
    ) throws -> Finding? {
        if tables[snapshot] == nil {
            let content = try Int.fetchOne(db, sql: "SELECT content FROM snapshot WHERE id = ?", arguments: [snapshot])
            let table = try content.map { try ContentTable.state($0, db, &memory).table }
            tables[snapshot] = .some(table)
        }
        guard let table = tables[snapshot] ?? nil, row < table.count else { return nil }
        return table[row]
    }
}
