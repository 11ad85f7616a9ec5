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
            for (oldRow, newRow) in bestPairs(sortedOld, sortedNew, stage) {
                matchOfOld[oldRow] = newRow
                stageOfOld[oldRow] = stage
            }
        }
    }

    private func place(_ finding: Finding, _ row: Int) -> (Int, Int, Int) {
        (finding.line, finding.column, row)
    }

    /// What a way to pair comes to: lines around that are the same, then pairs, then lines moved.
    private struct Worth: Comparable {
        var context = 0
        var pairs = 0
        var distance = 0

        static func < (left: Worth, right: Worth) -> Bool {
            (left.context, left.pairs, -left.distance) < (right.context, right.pairs, -right.distance)
        }
    }

    /// Tries every way to keep the order: pair the first two, or pass over one of them.
    private func bestPairs(_ mine: [Int], _ theirs: [Int], _ stage: Int) -> [(Int, Int)] {
        func best(_ first: Int, _ second: Int) -> (worth: Worth, pairs: [(Int, Int)]) {
            if first == mine.count || second == theirs.count { return (Worth(), []) }
            var choices = [best(first + 1, second), best(first, second + 1)]
            let (oldRow, newRow) = (mine[first], theirs[second])
            if mayBeSame(oldRow, newRow, stage) {
                var choice = best(first + 1, second + 1)
                choice.worth.context += equalContext(old[oldRow], new[newRow])
                choice.worth.pairs += 1
                choice.worth.distance += abs(old[oldRow].line - new[newRow].line)
                choice.pairs.insert((oldRow, newRow), at: 0)
                choices.insert(choice, at: 0)
            }
            var chosen = choices[0]
            for choice in choices.dropFirst() where choice.worth > chosen.worth { chosen = choice }
            return chosen
        }
        return best(0, 0).pairs
    }

    private func mayBeSame(_ oldRow: Int, _ newRow: Int, _ stage: Int) -> Bool {
        let (left, right) = (old[oldRow], new[newRow])
        switch stage {
        case 1: return true
        case 2: return left.statement != right.statement
        case 3: return left.scope != right.scope && isPlausible(left, right)
        default: return oldPaths[oldRow] != right.path && isPlausible(left, right)
        }
    }

    private func isPlausible(_ left: Finding, _ right: Finding) -> Bool {
        let isKnown = !left.context.allSatisfy(\.isEmpty) && !right.context.allSatisfy(\.isEmpty)
        return !isKnown || equalContext(left, right) > 0
    }

    private func equalContext(_ left: Finding, _ right: Finding) -> Int {
        zip(left.context, right.context).reduce(0) { $0 + ($1.0 == $1.1 && !$1.0.isEmpty ? 1 : 0) }
    }

    private mutating func matchAnywhere() {
        let mine = Dictionary(grouping: freeOld) { parts(old[$0], 4) }
        let theirs = Dictionary(grouping: freeNew) { parts(new[$0], 4) }
        var links: Set<[String]> = []
        for (key, oldRows) in mine {
            guard oldRows.count == 1, let newRows = theirs[key], newRows.count == 1 else { continue }
            let (from, to) = (old[oldRows[0]], new[newRows[0]])
            if from.statement.isEmpty, from.path.split(separator: "/").last != to.path.split(separator: "/").last {
                continue
            }
            guard mayBeSame(oldRows[0], newRows[0], 4) else { continue }
            matchOfOld[oldRows[0]] = newRows[0]
            stageOfOld[oldRows[0]] = 4
            links.insert([oldPaths[oldRows[0]], to.path])
        }
        follow(links)
    }

    /// Whatever else is the same in two files between which something has moved.
    private mutating func follow(_ links: Set<[String]>) {
        for link in links.sorted(by: { number(of: $0) < number(of: $1) }) {
            let mine = Dictionary(grouping: freeOld.filter { oldPaths[$0] == link[0] }) { parts(old[$0], 4) }
            let theirs = Dictionary(grouping: freeNew.filter { new[$0].path == link[1] }) { parts(new[$0], 4) }
            for (key, oldRows) in mine {
                guard let newRows = theirs[key] else { continue }
                let sortedOld = oldRows.sorted { place(old[$0], $0) < place(old[$1], $1) }
                let sortedNew = newRows.sorted { place(new[$0], $0) < place(new[$1], $1) }
                for (oldRow, newRow) in bestPairs(sortedOld, sortedNew, 4) {
                    matchOfOld[oldRow] = newRow
                    stageOfOld[oldRow] = 4
                }
            }
        }
    }

    /// Links are followed in the order in which their paths first stand in the snapshots.
    private func number(of link: [String]) -> (Int, Int) {
        let paths = old.map(\.path) + new.map(\.path)
        func number(_ path: String) -> Int { paths.firstIndex(of: path) ?? paths.count }
        return (number(link[0]), number(link[1]))
    }
}
