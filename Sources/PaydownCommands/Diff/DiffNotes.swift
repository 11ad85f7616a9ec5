import PaydownCore

/// What keeps the numbers of a difference from being progress or its opposite, in a sentence each.
enum DiffNotes {
    /// How many files out of sight are named.
    private static let limit = 5

    static func of(_ old: Snapshot, _ new: Snapshot, _ diff: SnapshotDiff) -> [String] {
        rules(diff.epoch) + coverage(old, new, diff.counts) + others(old, new, diff)
    }

    private static func rules(_ epoch: RuleEpoch) -> [String] {
        var notes: [String] = []
        if !epoch.redefined.isEmpty {
            let names = epoch.redefined.joined(separator: ", ")
            notes.append("defined anew, so its counts do not compare (a change is a break, not progress): " + names)
        }
        if epoch.isUntold {
            notes.append("the rules of the two differ, so counts do not compare: a change is a break, not progress")
        }
        if !epoch.appeared.isEmpty { notes.append("rules that are new: " + epoch.appeared.joined(separator: ", ")) }
        if !epoch.disappeared.isEmpty {
            notes.append("rules that are checked no more: " + epoch.disappeared.joined(separator: ", "))
        }
        return notes
    }

    private static func coverage(_ old: Snapshot, _ new: Snapshot, _ counts: DiffCounts) -> [String] {
        let change = CoverageChange(from: old.header.coverage, to: new.header.coverage)
        var notes: [String] = []
        if change.isFall, let before = change.before, let after = change.after {
            let (from, to) = percents(before, after)
            notes.append("coverage fell from \(from) to \(to) of the files")
        }
        let places = hidden(change.hidden, in: old.findings)
        for (problem, count) in places.prefix(limit) {
            notes.append("\(problem.path) is \(word(problem.kind)) now: \(counted(count)) in it were not looked for")
        }
        if places.count > limit { notes.append("and \(places.count - limit) more such files and folders") }
        if counts.revealed > 0 {
            notes.append(
                "\(counts.revealed) of the new findings may have been there before: their file or rule was not seen")
        }
        return notes
    }

    /// What is out of sight now and had findings, with their number, most first.
    private static func hidden(
        _ problems: [Coverage.Problem], in findings: FindingTable
    ) -> [(problem: Coverage.Problem, count: Int)] {
        if problems.isEmpty { return [] }
        var counts: [String: Int] = [:]
        var byPath: [StringID: Int] = [:]
        for path in findings.path { byPath[path, default: 0] += 1 }
        for (id, count) in byPath {
            var path = findings.strings[id][...]
            while true {
                counts[String(path), default: 0] += count
                guard let slash = path.lastIndex(of: "/") else { break }
                path = path[..<slash]
            }
        }
        let places = problems.compactMap { problem -> (problem: Coverage.Problem, count: Int)? in
            let path = problem.path.hasSuffix("/") ? String(problem.path.dropLast()) : problem.path
            return counts[path].map { (problem, $0) }
        }
        return places.sorted { ($1.count, $0.problem.path) < ($0.count, $1.problem.path) }
    }

    private static func others(_ old: Snapshot, _ new: Snapshot, _ diff: SnapshotDiff) -> [String] {
        var notes: [String] = []
        if new.header.takenAt < old.header.takenAt {
            notes.append("the first is newer than the second: what is new here was fixed, and the other way round")
        }
        if diff.isRenameSearchCapped {
            notes.append(
                "so many files went and came that not all pairs of them were compared; commits would tell more")
        }
        let unlisted = new.header.rules.filter { !$0.isListed }.map(\.id)
        if !unlisted.isEmpty {
            notes.append("of these rules only numbers are kept: " + unlisted.joined(separator: ", "))
        }
        return notes
    }

    private static func word(_ kind: Coverage.Problem.Kind) -> String {
        switch kind {
        case .unparsed: "not parsed"
        case .unreadable: "not readable"
        case .excluded: "excluded"
        case .tooLarge: "too large"
        case .notScanned, .notRun: "not scanned"
        }
    }

    private static func counted(_ count: Int) -> String {
        count == 1 ? "1 finding" : "\(count) findings"
    }

    /// With as many decimals as it takes to see a difference, four at most.
    private static func percents(_ left: Double, _ right: Double) -> (String, String) {
        var texts = ("", "")
        for decimals in 1...4 {
            texts = (percent(left, decimals), percent(right, decimals))
            if texts.0 != texts.1 { break }
        }
        return texts
    }

    /// Down, as everywhere: nothing that was not seen is rounded away.
    private static func percent(_ value: Double, _ decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        let units = Int((value * Double(scale)).rounded(.down))
        let fraction = String(units % scale)
        return "\(units / scale)." + String(repeating: "0", count: decimals - fraction.count) + fraction + " %"
    }
}
