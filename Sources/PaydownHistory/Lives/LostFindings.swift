import PaydownCore

/// Findings that were there once, to be known again when they return.
///
/// A performance file: a long history has lost half a million, and a snapshot asks for a few; so they are found by two keys
/// through arrays instead of dictionaries of arrays.
struct LostFindings {
    struct Lost {
        var life: UInt32
        var identity: LostIdentity
        var state: SnapshotDiff.OldState
        /// Which snapshot lost it, counted from the first.
        var step: Int
        /// False once it returned.
        var isLost = true
    }

    private(set) var all: [Lost] = []
    private var byFile = ChainIndex()
    private var byStatement = ChainIndex()
    /// By life: its last loss.
    private var latest: [UInt32: Int] = [:]
    /// How many of all have returned.
    private var revived = 0

    /// So few are not worth the work.
    private static let mostRevived = 1000

    mutating func lose(_ lost: Lost) {
        latest[lost.life] = all.count
        byFile.append(lost.identity.inFile)
        byStatement.append(lost.identity.anywhere)
        all.append(lost)
    }

    /// - Returns: what had become of it.
    @discardableResult
    mutating func revive(_ life: UInt32) -> SnapshotDiff.OldState? {
        guard let place = latest.removeValue(forKey: life) else { return nil }
        all[place].isLost = false
        let state = all[place].state
        revived += 1
        if revived > Self.mostRevived, revived > all.count / 2 { forgetRevived() }
        return state
    }

    /// What comes and goes all the time would otherwise be remembered for each time.
    private mutating func forgetRevived() {
        let lost = all.filter(\.isLost)
        self = LostFindings()
        for one in lost { lose(one) }
    }

    /// For each finding that appears, the life that it continues, if any; each life is given once.
    ///
    /// Stage by stage as neighbours are matched. Of several, the one that was lost last; of those that were lost together,
    /// the first.
    func lives(of appearing: [LostIdentity]) -> [UInt32?] {
        var lives = [UInt32?](repeating: nil, count: appearing.count)
        if all.isEmpty { return lives }
        var taken: Set<UInt32> = []
        for stage in 1...3 {
            for (index, identity) in appearing.enumerated() where lives[index] == nil {
                guard let place = best(identity, stage, taken) else { continue }
                lives[index] = all[place].life
                taken.insert(all[place].life)
            }
        }
        var demand: [LostIdentity: Int] = [:]
        for (index, identity) in appearing.enumerated() where lives[index] == nil {
            demand[identity.withoutPath, default: 0] += 1
        }
        for (index, identity) in appearing.enumerated() where lives[index] == nil {
            guard demand[identity.withoutPath] == 1, let place = onlyOne(identity, taken) else { continue }
            lives[index] = all[place].life
            taken.insert(all[place].life)
        }
        return lives
    }

    private func best(_ identity: LostIdentity, _ stage: Int, _ taken: Set<UInt32>) -> Int? {
        var best: Int?
        byFile.forEach(identity.inFile) { place in
            let lost = all[place]
            guard lost.isLost, lost.identity.isSame(identity, stage: stage), !taken.contains(lost.life) else { return }
            // Places come from the last one down.
            if let known = best, all[known].step > lost.step { return }
            best = place
        }
        return best
    }

    private func onlyOne(_ identity: LostIdentity, _ taken: Set<UInt32>) -> Int? {
        var places: [Int] = []
        byStatement.forEach(identity.anywhere) { place in
            let lost = all[place]
            if lost.isLost, lost.identity.isSame(identity, stage: 4), !taken.contains(lost.life) {
                places.append(place)
            }
        }
        return places.count == 1 ? places[0] : nil
    }
}

extension LostIdentity {
    fileprivate var withoutPath: LostIdentity {
        var identity = self
        identity.path = 0
        return identity
    }
}

/// Places by a key, the last one first.
struct ChainIndex {
    private var heads = [Int32](repeating: -1, count: 1024)
    private var keys: [UInt64] = []
    private var next: [Int32] = []

    /// The key of the next place.
    mutating func append(_ key: UInt64) {
        if keys.count >= heads.count { grow() }
        let slot = slot(key)
        keys.append(key)
        next.append(heads[slot])
        heads[slot] = Int32(keys.count - 1)
    }

    func forEach(_ key: UInt64, _ body: (Int) -> Void) {
        var place = heads[slot(key)]
        while place >= 0 {
            if keys[Int(place)] == key { body(Int(place)) }
            place = next[Int(place)]
        }
    }

    private func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & (heads.count - 1)
    }

    private mutating func grow() {
        heads = [Int32](repeating: -1, count: heads.count * 4)
        for place in keys.indices {
            let slot = slot(keys[place])
            next[place] = heads[slot]
            heads[slot] = Int32(place)
        }
    }
}
