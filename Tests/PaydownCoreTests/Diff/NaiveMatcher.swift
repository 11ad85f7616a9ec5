import PaydownCore

/// The stages of matching as plainly as they can be said, with dictionaries of strings: the twin of `FindingMatcher`.
///
/// It takes renames as given and does not look for them.
struct NaiveMatcher {
    private struct Key: Hashable {
        var path = ""
        var parts: [String]
    }

    private let old: [Finding]
    private let new: [Finding]
    private let oldPaths: [String]
    private(set) var matchOfOld: [Int]
    private(set) var stageOfOld: [Int]

    init(old: [Finding], new: [Finding], renames: [String: String]) {
        self.old = old
        self.new = new
        oldPaths = old.map { renames[$0.path] ?? $0.path }
        matchOfOld = old.map { _ in -1 }
        stageOfOld = old.map { _ in 0 }
        for stage in 1...3 { matchInFiles(stage) }
        matchAnywhere()
    }

    private func parts(_ finding: Finding, _ stage: Int) -> [String] {
        let subject = finding.symbol.isEmpty ? finding.message : finding.symbol
        switch stage {
        case 2: return [finding.rule, subject, finding.scope]
        case 3: return [finding.rule, subject, finding.statement]
        default: return [finding.rule, subject, finding.scope, finding.statement]
        }
    }

    private var freeOld: [Int] { old.indices.filter { matchOfOld[$0] < 0 } }

    private var freeNew: [Int] {
        let taken = Set(matchOfOld)
        return new.indices.filter { !taken.contains($0) }
    }

    private mutating func matchInFiles(_ stage: Int) {
        let mine = Dictionary(grouping: freeOld) { Key(path: oldPaths[$0], parts: parts(old[$0], stage)) }
        let theirs = Dictionary(grouping: freeNew) { Key(path: new[$0].path, parts: parts(new[$0], stage)) }
        for (key, oldRows) in mine {
            guard let newRows = theirs[key] else { continue }
            let sortedOld = oldRows.sorted { place(old[$0], $0) < place(old[$1], $1) }
            let sortedNew = newRows.sorted { place(new[$0], $0) < place(new[$1], $1) }
            for (oldRow, newRow) in bestPairs(sortedOld, sortedNew) {
                matchOfOld[oldRow] = newRow
                stageOfOld[oldRow] = stage
            }
        }
    }

    private func place(_ finding: Finding, _ row: Int) -> (Int, Int, Int) {
        (finding.line, finding.column, row)
    }

    /// Tries every way to keep the order.
    private func bestPairs(_ mine: [Int], _ theirs: [Int]) -> [(Int, Int)] {
        if mine.count == theirs.count { return Array(zip(mine, theirs)) }
        let few = min(mine.count, theirs.count)
        let many = max(mine.count, theirs.count)
        func pairs(_ places: [Int]) -> [(Int, Int)] {
            places.enumerated().map { few, many in
                mine.count < theirs.count ? (mine[few], theirs[many]) : (mine[many], theirs[few])
            }
        }
        var best: (context: Int, distance: Int, places: [Int])?
        for places in Self.choices(few, from: many) {
            let chosen = pairs(places)
            let context = chosen.reduce(0) { $0 + equalContext(old[$1.0], new[$1.1]) }
            let distance = chosen.reduce(0) { $0 + abs(old[$1.0].line - new[$1.1].line) }
            if let known = best, (known.context, -known.distance) >= (context, -distance) { continue }
            best = (context, distance, places)
        }
        return pairs(best?.places ?? [])
    }

    private func equalContext(_ left: Finding, _ right: Finding) -> Int {
        zip(left.context, right.context).reduce(0) { $0 + ($1.0 == $1.1 && !$1.0.isEmpty ? 1 : 0) }
    }

    /// All ascending choices, those first whose last place is earliest, then the one before it, and so on.
    private static func choices(_ few: Int, from many: Int) -> [[Int]] {
        if few == 0 { return [[]] }
        if few > many { return [] }
        var result: [[Int]] = []
        func extend(_ chosen: [Int]) {
            if chosen.count == few { return result.append(chosen) }
            let next = (chosen.last ?? -1) + 1
            if next < many { for place in next..<many { extend(chosen + [place]) } }
        }
        extend([])
        return result.sorted { $0.reversed().lexicographicallyPrecedes($1.reversed()) }
    }

    private mutating func matchAnywhere() {
        let mine = Dictionary(grouping: freeOld) { parts(old[$0], 4) }
        let theirs = Dictionary(grouping: freeNew) { parts(new[$0], 4) }
        for (key, oldRows) in mine {
            guard oldRows.count == 1, let newRows = theirs[key], newRows.count == 1 else { continue }
            let (from, to) = (old[oldRows[0]], new[newRows[0]])
            if from.statement.isEmpty, from.path.split(separator: "/").last != to.path.split(separator: "/").last {
                continue
            }
            matchOfOld[oldRows[0]] = newRows[0]
            stageOfOld[oldRows[0]] = 4
        }
    }
}
