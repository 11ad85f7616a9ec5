import PaydownCore

/// Which finding is which from a snapshot to the next one in time.
struct SnapshotStep: Equatable {
    /// How findings of the new snapshot came about.
    enum Origin: UInt8 {
        /// Nothing in the snapshot before is the same finding.
        case none = 0
        /// Matched in that stage of `FindingMatcher`, in the same file.
        case first, second, third, fourth
        /// The same, in another file.
        case movedFirst, movedSecond, movedThird, movedFourth

        init(stage: UInt8, isMoved: Bool) {
            self = Origin(rawValue: stage == 0 ? 0 : stage + (isMoved ? 4 : 0)) ?? .none
        }

        /// 1...4; 0 for none.
        var stage: Int { rawValue == 0 ? 0 : Int(rawValue - 1) % 4 + 1 }

        var isMoved: Bool { rawValue > 4 }
    }

    /// Rows behind each other with one origin; their old rows stand behind each other as well.
    struct Run: Equatable {
        var origin: Origin
        /// The first of the old rows; 0 for none.
        var old: Int
        var count: Int
    }

    /// Over all new rows, in their order.
    private(set) var runs: [Run] = []
    /// Old rows that are not there any more, ascending.
    var lostRows: [Int] = []
    /// What became of them.
    var losses: [SnapshotDiff.OldState] = []

    mutating func append(_ origin: Origin, old: Int) {
        if let last = runs.last, last.origin == origin, origin == .none || last.old + last.count == old {
            runs[runs.count - 1].count += 1
        } else {
            runs.append(Run(origin: origin, old: origin == .none ? 0 : old, count: 1))
        }
    }

    var newCount: Int { runs.reduce(0) { $0 + $1.count } }

    /// New rows without an origin, ascending.
    var bornRows: [Int] {
        var rows: [Int] = []
        var row = 0
        for run in runs {
            if run.origin == .none { rows += row..<row + run.count }
            row += run.count
        }
        return rows
    }
}

extension SnapshotStep {
    /// - Parameter revived: which of `bornRows` are findings that were there once, by their place among them.
    func packed(revived: [Int]) -> [UInt8] {
        var writer = ByteWriter()
        writer.number(runs.count)
        var expected = 0
        for run in runs {
            writer.number(run.count << 4 | Int(run.origin.rawValue))
            if run.origin == .none { continue }
            writer.signed(run.old - expected)
            expected = run.old + run.count
        }
        writer.number(revived.count)
        var last = 0
        for place in revived {
            writer.number(place - last)
            last = place
        }
        return writer.bytes
    }

    /// More is a broken file, not a snapshot.
    private static let mostRows = 1 << 27

    /// The flow without what was lost, which is known from the deaths.
    static func unpacked(_ bytes: [UInt8]) throws(BrokenBytes) -> (step: SnapshotStep, revived: [Int]) {
        var reader = ByteReader(bytes)
        var step = SnapshotStep()
        var (expected, rows) = (0, 0)
        let count = try reader.count()
        for _ in 0..<count {
            let head = try reader.small()
            guard let origin = Origin(rawValue: UInt8(head & 15)), head >> 4 > 0 else {
                throw BrokenBytes(what: "an unknown origin")
            }
            var run = Run(origin: origin, old: 0, count: head >> 4)
            if origin != .none {
                run.old = expected + (try reader.signed())
                guard run.old >= 0 else { throw BrokenBytes(what: "an unknown row") }
                expected = run.old + run.count
            }
            rows += run.count
            guard rows < mostRows else { throw BrokenBytes(what: "more rows than a snapshot has") }
            step.runs.append(run)
        }
        var revived: [Int] = []
        let revivals = try reader.count()
        for _ in 0..<revivals { revived.append((revived.last ?? 0) + (try reader.small())) }
        return (step, revived)
    }
}
