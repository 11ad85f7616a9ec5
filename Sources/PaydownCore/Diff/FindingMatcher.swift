/// Finds each finding of an old snapshot again in a new one.
///
/// A hash of a finding's text breaks when its line is edited, one of its file and line when anything moves, and one of
/// its message when a message repeats; so there is no one hash, but stages, each of which takes what those before
/// it left over:
///
///     0. files: the same path, or what the file was renamed to
///     1. in a file: rule, subject, scope, statement    the usual case, wherever its line is now
///     2. in a file: rule, subject, scope               the line was edited
///     3. in a file: rule, subject, statement           a class or function around it was renamed
///     4. anywhere:  rule, subject, scope, statement    moved to another file, when there is just one on both sides,
///                                                      or when others have moved between the same two files
///
/// Findings that are equal in a stage form a bucket; where it has several, `ContextAlignment` says which is which. Two
/// that it kept apart stay apart. In stages 3 and 4 at least one line around a finding must be the same: to fix an import
/// here and to write the same one there is a fix and a new finding. What is left is fixed, gone or unseen on the old
/// side and new on the other.
///
/// A performance file: a million findings against a million in a second. Work goes file by file, so that its tables stay
/// in the cache; a file whose findings are the same in the same order, as nearly all are, takes one comparison a row.
struct FindingMatcher {
    private let rows: IdentityRows
    private let old: FindingTable
    private let new: FindingTable
    /// By row of the old snapshot: the row of the new one, or -1.
    private(set) var matchOfOld: [Int32]
    /// By row of the new snapshot: the row of the old one, or -1.
    private(set) var matchOfNew: [Int32]
    /// By row of the new snapshot: 1...4, or 0.
    private(set) var stageOfNew: [UInt8]
    /// How often two findings were held against each other because there was more than one way to pair them.
    private(set) var comparisons = 0
    private var buckets = RowBuckets()
    /// By old row: where its file is now.
    private var pathOfOld: [UInt32] = []

    init(rows: IdentityRows, old: FindingTable, new: FindingTable) {
        self.rows = rows
        self.old = old
        self.new = new
        matchOfOld = [Int32](repeating: -1, count: old.count)
        matchOfNew = [Int32](repeating: -1, count: new.count)
        stageOfNew = [UInt8](repeating: 0, count: new.count)
    }

    mutating func match(_ paths: PathGroups) {
        pathOfOld = paths.path
        let bound = paths.strings.count
        let oldGroups = RowGroups(0..<rows.oldCount, by: paths.path, below: bound)
        let newGroups = RowGroups(rows.oldCount..<rows.count, by: paths.path, below: bound)
        var leftOld: [Int32] = []
        var leftNew: [Int32] = []
        for number in 0..<bound {
            let (mine, theirs) = (oldGroups[number], newGroups[number])
            if mine.isEmpty || theirs.isEmpty {
                leftOld += mine
                leftNew += theirs
            } else {
                matchFile(mine, theirs, &leftOld, &leftNew)
            }
        }
        matchAcrossFiles(leftOld, leftNew, paths.strings)
    }

    // MARK: In a file

    private mutating func matchFile(
        _ mine: ArraySlice<Int32>, _ theirs: ArraySlice<Int32>, _ leftOld: inout [Int32], _ leftNew: inout [Int32]
    ) {
        var mine = mine
        var theirs = theirs
        sortByLine(&mine)
        sortByLine(&theirs)
        if isSame(mine, theirs) {
            for (oldRow, newRow) in zip(mine, theirs) { pair(oldRow, newRow, stage: .statementInScope) }
            return
        }
        var left = (old: Array(mine), new: Array(theirs))
        for stage in IdentityStage.inFile {
            matchBuckets(left.old, left.new, stage)
            left.old.removeAll { matchOfOld[Int($0)] >= 0 }
            left.new.removeAll { matchOfNew[Int($0) - rows.oldCount] >= 0 }
            if left.old.isEmpty || left.new.isEmpty { break }
        }
        leftOld += left.old
        leftNew += left.new
    }

    /// Whether both have the same findings in the same order: then every bucket has as many old as new ones.
    private func isSame(_ mine: ArraySlice<Int32>, _ theirs: ArraySlice<Int32>) -> Bool {
        guard mine.count == theirs.count else { return false }
        var hasMoved = false
        for (oldRow, newRow) in zip(mine, theirs) {
            guard rows.isEqual(Int(oldRow), Int(newRow), in: .statementInScope) else { return false }
            if rows.line[Int(oldRow)] != rows.line[Int(newRow)] { hasMoved = true }
        }
        // Where lines have moved, one of several equal findings may have gone and another one come.
        return !hasMoved || zip(mine, theirs).allSatisfy { equalContext($0, $1) == 4 }
    }

    /// Rows of one file usually come in the order of their lines already.
    private func sortByLine(_ group: inout ArraySlice<Int32>) {
        func isBefore(_ left: Int32, _ right: Int32) -> Bool {
            let (a, b) = (Int(left), Int(right))
            return (rows.line[a], rows.column[a], left) < (rows.line[b], rows.column[b], right)
        }
        for index in group.indices.dropFirst() where isBefore(group[index], group[index - 1]) {
            group.sort(by: isBefore)
            return
        }
    }

    private mutating func matchBuckets(_ oldRows: [Int32], _ newRows: [Int32], _ stage: IdentityStage) {
        buckets.fill(oldRows, newRows, rows, stage)
        for bucket in 0..<buckets.count {
            let (oldCount, newCount) = (buckets.oldCount(bucket), buckets.newCount(bucket))
            if oldCount == 0 || newCount == 0 { continue }
            if oldCount == 1, newCount == 1 {
                let (oldRow, newRow) = (buckets.firstOld(bucket), buckets.firstNew(bucket))
                if mayBeSame(oldRow, newRow, stage) { pair(oldRow, newRow, stage: stage) }
                continue
            }
            let (mine, theirs) = (buckets.oldRows(bucket), buckets.newRows(bucket))
            var compared = 0
            let pairs = ContextAlignment.pairs(of: mine.count, with: theirs.count) { first, second in
                compared += 1
                guard mayBeSame(mine[first], theirs[second], stage) else { return nil }
                return likeness(mine[first], theirs[second])
            }
            comparisons += compared
            for (first, second) in pairs { pair(mine[first], theirs[second], stage: stage) }
        }
    }

    /// Whether two findings that are equal in a stage can be the same one, all things considered.
    private func mayBeSame(_ oldRow: Int32, _ newRow: Int32, _ stage: IdentityStage) -> Bool {
        let (first, second) = (Int(oldRow), Int(newRow))
        switch stage {
        case .statementInScope: return true
        // What the stage before kept apart stays apart.
        case .scope: return rows.statement[first] != rows.statement[second]
        case .statement: return rows.scope[first] != rows.scope[second] && isPlausible(oldRow, newRow)
        case .anywhere: return pathOfOld[first] != rows.path[second] && isPlausible(oldRow, newRow)
        }
    }

    /// Whether a line around them is the same, or nothing is known about the lines around one of them.
    private func isPlausible(_ oldRow: Int32, _ newRow: Int32) -> Bool {
        guard old.hasContext(Int(oldRow)), new.hasContext(Int(newRow) - rows.oldCount) else { return true }
        return equalContext(oldRow, newRow) > 0
    }

    private func likeness(_ oldRow: Int32, _ newRow: Int32) -> ContextAlignment.Likeness {
        let distance = abs(Int(rows.line[Int(oldRow)]) - Int(rows.line[Int(newRow)]))
        return ContextAlignment.Likeness(equalContext: equalContext(oldRow, newRow), distance: distance)
    }

    private func equalContext(_ oldRow: Int32, _ newRow: Int32) -> Int {
        old.equalContext(Int(oldRow), new, Int(newRow) - rows.oldCount)
    }

    // MARK: Across files

    private mutating func matchAcrossFiles(_ oldRows: [Int32], _ newRows: [Int32], _ strings: StringTable) {
        if oldRows.isEmpty || newRows.isEmpty { return }
        var links: Set<FileLink> = []
        buckets.fill(oldRows, newRows, rows, .anywhere)
        for bucket in 0..<buckets.count where buckets.oldCount(bucket) == 1 && buckets.newCount(bucket) == 1 {
            let (oldRow, newRow) = (buckets.firstOld(bucket), buckets.firstNew(bucket))
            // Without a statement there is little to go by: then at least the files must be called the same.
            if rows.statement[Int(oldRow)] == 0 {
                let names = [oldRow, newRow].map { strings[StringID(rows.path[Int($0)])] }
                guard baseName(names[0]) == baseName(names[1]) else { continue }
            }
            guard mayBeSame(oldRow, newRow, .anywhere) else { continue }
            pair(oldRow, newRow, stage: .anywhere)
            links.insert(FileLink(from: pathOfOld[Int(oldRow)], to: rows.path[Int(newRow)]))
        }
        if !links.isEmpty { follow(links, oldRows, newRows) }
    }

    /// What is there several times, between files between which something has moved for certain.
    private mutating func follow(_ links: Set<FileLink>, _ oldRows: [Int32], _ newRows: [Int32]) {
        let mine = Dictionary(grouping: oldRows.filter { matchOfOld[Int($0)] < 0 }) { pathOfOld[Int($0)] }
        let theirs = Dictionary(grouping: newRows.filter { matchOfNew[Int($0) - rows.oldCount] < 0 }) {
            rows.path[Int($0)]
        }
        for link in links.sorted() {
            let from = (mine[link.from] ?? []).filter { matchOfOld[Int($0)] < 0 }
            let to = (theirs[link.to] ?? []).filter { matchOfNew[Int($0) - rows.oldCount] < 0 }
            if !from.isEmpty, !to.isEmpty { matchBuckets(from, to, .anywhere) }
        }
    }

    private struct FileLink: Hashable, Comparable {
        let from: UInt32
        let to: UInt32

        static func < (left: FileLink, right: FileLink) -> Bool {
            (left.from, left.to) < (right.from, right.to)
        }
    }

    private mutating func pair(_ oldRow: Int32, _ newRow: Int32, stage: IdentityStage) {
        let newIndex = Int(newRow) - rows.oldCount
        matchOfOld[Int(oldRow)] = Int32(newIndex)
        matchOfNew[newIndex] = oldRow
        stageOfNew[newIndex] = stage.number
    }
}
