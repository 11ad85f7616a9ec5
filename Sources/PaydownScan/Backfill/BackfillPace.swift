import PaydownCore

/// Which commits of a chain become snapshots.
package enum BackfillPace: Equatable, Sendable {
    case commit
    /// The last commit of each day, in the time of who committed it.
    case day
    /// The last commit of each week, from Monday to Sunday.
    case week
    /// Every nth, counted from the first commit of the chain, so that the choice stays the same when commits are added.
    case count(Int)

    /// `commit`, `day`, `week` or a number from 1; nil for anything else.
    package init?(_ text: String) {
        switch text {
        case "commit": self = .commit
        case "day": self = .day
        case "week": self = .week
        default:
            guard let count = Int(text), count >= 1 else { return nil }
            self = count == 1 ? .commit : .count(count)
        }
    }

    /// The commits chosen, in their order; the last one of the chain is always among them.
    ///
    /// - Parameters:
    ///   - chain: oldest first; the dates in it need not ascend.
    ///   - since: earlier ones are left out, whatever the pace.
    func choose(from chain: [CommitEntry], since: Timestamp?) -> [CommitEntry] {
        var chosen = [Bool](repeating: false, count: chain.count)
        var lastOf: [Int: Int] = [:]
        for (index, entry) in chain.enumerated() {
            switch self {
            case .commit: chosen[index] = true
            case .count(let count): chosen[index] = index % count == 0
            case .day: lastOf[entry.committedAt.day.number] = index
            case .week: lastOf[entry.committedAt.day.number - entry.committedAt.day.weekday] = index
            }
        }
        for index in lastOf.values { chosen[index] = true }
        if let last = chosen.indices.last { chosen[last] = true }
        return chain.indices.filter { index in
            chosen[index] && since.map { chain[index].committedAt.seconds >= $0.seconds } ?? true
        }
        .map { chain[$0] }
    }
}
