import PaydownCore

/// Lives of findings, worked out from the first snapshot on, one step after the other.
///
/// A life is a number, given in the order in which findings are born. The result depends on the snapshots and their
/// order in time alone; it is the same whenever it is worked out.
struct LifeFold {
    /// The snapshot up to which this is.
    private(set) var snapshot: Int
    /// By its rows: their lives.
    private(set) var lives: [UInt32]
    private(set) var names: LifeNames
    private(set) var lost: LostFindings
    /// By life, how often it came back after it had ended with a fix, and in which snapshot last; few ever do.
    private(set) var returned: [UInt32: (count: Int, last: Int)] = [:]
    /// How many steps were made.
    private(set) var steps: Int
    /// Steps since the lives of all rows were written down.
    private(set) var unwritten: Int

    /// Before the first snapshot.
    init() {
        snapshot = 0
        lives = []
        names = LifeNames()
        lost = LostFindings()
        steps = 0
        unwritten = 0
    }

    /// What a step comes to, as it is stored.
    struct Outcome {
        var firstLife = 0
        var births: [UInt8] = []
        var deaths: [UInt8] = []
        var flow: [UInt8] = []
        /// The lives of all rows, from time to time.
        var lives: [UInt8]?
        /// Rows that continue a life which had ended with a fix; not those that were only not seen.
        var returnedRows: [Int] = []
    }

    /// So many steps are taken again to know the lives of a snapshot's rows.
    static let interval = 256

    /// Goes on to a snapshot.
    ///
    /// - Parameters:
    ///   - old: the slots of the rows before, in `state`.
    ///   - state: of the snapshot itself.
    mutating func advance(
        to snapshot: Int, by step: SnapshotStep, from old: [UInt32], _ state: ContentState
    ) -> Outcome {
        var outcome = Outcome()
        outcome.firstLife = names.count
        let bornRows = step.bornRows
        let continued = lost.lives(of: bornRows.map { LostIdentity(state.sequence[$0], state) })

        var next = Self.carried(lives, step)
        var births = ByteWriter()
        var revived: [Int] = []
        for (place, row) in bornRows.enumerated() {
            guard let life = continued[place] else { continue }
            revived.append(place)
            next[row] = life
            if lost.revive(life) != .unseen {
                outcome.returnedRows.append(row)
                countReturn(of: life, in: snapshot)
            }
        }
        births.number(revived.count)
        for place in revived { births.number(next[bornRows[place]]) }
        for (place, row) in bornRows.enumerated() where continued[place] == nil {
            next[row] = UInt32(names.count)
            let fingerprint = state.strings[StringID(state.cell(state.sequence[row], FindingCells.fingerprint))]
            let name = names.add(fingerprint)
            births.text(name.base)
            births.number(name.ordinal)
        }
        outcome.births = births.bytes

        var deaths = ByteWriter()
        for (row, loss) in zip(step.lostRows, step.losses) {
            let identity = LostIdentity(old[row], state)
            deaths.number(UInt64(lives[row]) << 3 | UInt64(loss.rawValue))
            identity.append(to: &deaths)
            lost.lose(LostFindings.Lost(life: lives[row], identity: identity, state: loss, step: steps))
        }
        outcome.deaths = deaths.bytes
        outcome.flow = step.packed(revived: revived)

        lives = next
        self.snapshot = snapshot
        steps += 1
        unwritten += 1
        if unwritten >= Self.interval {
            outcome.lives = Self.packed(lives)
            unwritten = 0
        }
        return outcome
    }

    private mutating func countReturn(of life: UInt32, in snapshot: Int) {
        returned[life] = ((returned[life]?.count ?? 0) + 1, snapshot)
    }

    /// Lives by new row, as far as the rows are old ones; others are 0.
    static func carried(_ lives: [UInt32], _ step: SnapshotStep) -> [UInt32] {
        var next: [UInt32] = []
        next.reserveCapacity(lives.count + 64)
        for run in step.runs {
            if run.origin == .none {
                next += repeatElement(0, count: run.count)
            } else {
                next += lives[run.old..<run.old + run.count]
            }
        }
        return next
    }

    static func packed(_ lives: [UInt32]) -> [UInt8] {
        var writer = ByteWriter()
        var last = -1
        for life in lives {
            writer.signed(Int(life) - last - 1)
            last = Int(life)
        }
        return UnsafeDeflate.packed(writer.bytes)
    }

    static func unpacked(_ bytes: [UInt8]) throws(BrokenBytes) -> [UInt32] {
        var reader = ByteReader(try UnsafeDeflate.unpacked(bytes))
        var lives: [UInt32] = []
        var last = -1
        while !reader.isAtEnd {
            last += 1 + (try reader.signed())
            guard let life = UInt32(exactly: last) else { throw BrokenBytes(what: "an unknown life") }
            lives.append(life)
        }
        return lives
    }
}

extension LifeFold {
    /// Takes a stored step again.
    mutating func replay(_ row: StoredStep) throws(BrokenBytes) {
        guard row.firstLife == names.count else { throw BrokenBytes(what: "lives that do not follow each other") }
        var reader = ByteReader(row.births)
        var revivedLives: [UInt32] = []
        let revivals = try reader.count()
        for _ in 0..<revivals {
            let life = UInt32(try reader.small())
            revivedLives.append(life)
            if lost.revive(life) != .unseen { countReturn(of: life, in: row.snapshot) }
        }
        var buffer: [UInt8] = []
        while !reader.isAtEnd {
            let base = try names.intern(&reader, &buffer)
            names.add(base: base, ordinal: UInt32(try reader.small()))
        }
        try replayDeaths(row.deaths)
        if let lives = row.lives {
            self.lives = try Self.unpacked(lives)
            unwritten = 0
        } else if row.isFlowNeeded {
            lives = try Self.lives(after: lives, row.flow, revivedLives, firstLife: row.firstLife)
            unwritten += 1
        }
        snapshot = row.snapshot
        steps += 1
    }

    /// Refuses lives that nobody was born with.
    func check() throws(BrokenBytes) {
        let count = UInt32(names.count)
        guard lives.allSatisfy({ $0 < count }) else { throw BrokenBytes(what: "an unknown life") }
    }

    private mutating func replayDeaths(_ bytes: [UInt8]) throws(BrokenBytes) {
        var reader = ByteReader(bytes)
        while !reader.isAtEnd {
            let head = try reader.number()
            guard let state = SnapshotDiff.OldState(rawValue: UInt8(head & 7)), head >> 3 < UInt64(names.count) else {
                throw BrokenBytes(what: "an unknown life")
            }
            let identity = try LostIdentity(&reader)
            lost.lose(
                LostFindings.Lost(life: UInt32(head >> 3), identity: identity, state: state, step: steps))
        }
    }

    /// The lives of the rows behind a stored step.
    static func lives(
        after lives: [UInt32], _ flow: [UInt8], _ revivedLives: [UInt32], firstLife: Int
    ) throws(BrokenBytes) -> [UInt32] {
        let (step, revived) = try SnapshotStep.unpacked(flow)
        for run in step.runs where run.origin != .none && run.old + run.count > lives.count {
            throw BrokenBytes(what: "more rows than there are")
        }
        guard revived.count == revivedLives.count, revivedLives.allSatisfy({ Int($0) < firstLife }) else {
            throw BrokenBytes(what: "lives that nobody has")
        }
        var next = carried(lives, step)
        var life = UInt32(firstLife)
        var reviving = 0
        for (place, row) in step.bornRows.enumerated() {
            if reviving < revived.count, revived[reviving] == place {
                next[row] = revivedLives[reviving]
                reviving += 1
            } else {
                next[row] = life
                life += 1
            }
        }
        return next
    }
}

/// A row of the table `step`.
struct StoredStep {
    var snapshot: Int
    var firstLife: Int
    var births: [UInt8]
    var deaths: [UInt8]
    var flow: [UInt8]
    var lives: [UInt8]?
    /// Whether the lives of the rows are wanted, and no later step has them written down.
    var isFlowNeeded: Bool
}
