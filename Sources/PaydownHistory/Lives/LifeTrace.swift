import GRDB
import PaydownCore

/// Follows one life from step to step.
struct LifeTrace {
    /// An event before its finding is looked up.
    struct Event {
        var kind: FindingLife.Event.Kind
        var snapshot: Int
        var stage: Int?
        var row: Int
        /// The snapshot that has the row.
        var place: Int
    }

    private let life: UInt32
    private(set) var events: [Event] = []
    /// Where it is in the last snapshot.
    private var row: Int?
    private var last = 0
    private var loss = SnapshotDiff.OldState.fixed

    init(of life: UInt32) {
        self.life = life
    }

    mutating func follow(_ stored: StoredStep) throws(BrokenBytes) {
        defer { last = stored.snapshot }
        if let row {
            try follow(row, stored)
        } else if events.isEmpty {
            if let row = try bornRow(stored) { appear(.born, stored, row) }
        } else if let row = try revivedRow(stored) {
            appear(loss == .unseen ? .seen : .returned, stored, row)
        }
    }

    private mutating func follow(_ row: Int, _ stored: StoredStep) throws(BrokenBytes) {
        var next = 0
        for run in try SnapshotStep.unpacked(stored.flow).step.runs {
            defer { next += run.count }
            guard run.origin != .none, (run.old..<run.old + run.count).contains(row) else { continue }
            let newRow = next + row - run.old
            self.row = newRow
            if run.origin == .first { return }
            append(run.origin.isMoved ? .moved : .edited, stored, newRow, stage: run.origin.stage)
            return
        }
        self.row = nil
        loss = try lossState(stored) ?? .fixed
        let kind: FindingLife.Event.Kind =
            switch loss {
            case .gone: .gone
            case .unseen: .unseen
            default: .fixed
            }
        events.append(Event(kind: kind, snapshot: stored.snapshot, stage: nil, row: row, place: last))
    }

    private mutating func appear(_ kind: FindingLife.Event.Kind, _ stored: StoredStep, _ row: Int) {
        self.row = row
        append(kind, stored, row, stage: nil)
    }

    private mutating func append(_ kind: FindingLife.Event.Kind, _ stored: StoredStep, _ row: Int, stage: Int?) {
        events.append(Event(kind: kind, snapshot: stored.snapshot, stage: stage, row: row, place: stored.snapshot))
    }

    private func bornRow(_ stored: StoredStep) throws(BrokenBytes) -> Int? {
        guard Int(life) >= stored.firstLife else { return nil }
        let (step, revived) = try SnapshotStep.unpacked(stored.flow)
        let returned = Set(revived)
        let rows = step.bornRows.enumerated().filter { !returned.contains($0.offset) }.map(\.element)
        let place = Int(life) - stored.firstLife
        return place < rows.count ? rows[place] : nil
    }

    private func revivedRow(_ stored: StoredStep) throws(BrokenBytes) -> Int? {
        var reader = ByteReader(stored.births)
        let count = try reader.count()
        for place in 0..<count where try reader.small() == Int(life) {
            let (step, revived) = try SnapshotStep.unpacked(stored.flow)
            let rows = step.bornRows
            guard place < revived.count, revived[place] < rows.count else { throw BrokenBytes(what: "an unknown row") }
            return rows[revived[place]]
        }
        return nil
    }

    private func lossState(_ stored: StoredStep) throws(BrokenBytes) -> SnapshotDiff.OldState? {
        var reader = ByteReader(stored.deaths)
        while !reader.isAtEnd {
            let head = try reader.number()
            _ = try LostIdentity(&reader)
            if head >> 3 == UInt64(life) { return SnapshotDiff.OldState(rawValue: UInt8(head & 7)) }
        }
        return nil
    }
}
