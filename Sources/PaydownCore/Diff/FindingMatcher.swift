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
///     4. anywhere:  rule, subject, scope, statement    moved to another file, when there is just one on both sides
///
/// Findings that are equal in a stage form a bucket. A bucket with as many old as new ones is matched in order; others by
/// `ContextAlignment`. What is left is fixed, gone or unseen on the old side and new on the other.
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
    private var buckets = RowBuckets()

    init(rows: IdentityRows, old: FindingTable, new: FindingTable) {
        self.rows = rows
        self.old = old
        self.new = new
        matchOfOld = [Int32](repeating: -1, count: old.count)
        matchOfNew = [Int32](repeating: -1, count: new.count)
        stageOfNew = [UInt8](repeating: 0, count: new.count)
    }

    mutating func match(_ paths: PathGroups) {
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
            for (oldRow, newRow) in zip(mine, theirs) { pair(oldRow, newRow, stage: 1) }
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
        for (oldRow, newRow) in zip(mine, theirs)
        where !rows.isEqual(Int(oldRow), Int(newRow), in: .statementInScope) { return false }
        return true
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
                pair(buckets.firstOld(bucket), buckets.firstNew(bucket), stage: stage.number)
                continue
            }
            let (mine, theirs) = (buckets.oldRows(bucket), buckets.newRows(bucket))
            for (oldRow, newRow) in aligned(mine, theirs) { pair(oldRow, newRow, stage: stage.number) }
        }
    }

    private func aligned(_ mine: [Int32], _ theirs: [Int32]) -> [(Int32, Int32)] {
        if mine.count == theirs.count { return Array(zip(mine, theirs)) }
        let isFewerOld = mine.count < theirs.count
        let (fewer, more) = isFewerOld ? (mine, theirs) : (theirs, mine)
        let places = ContextAlignment.places(of: fewer.count, in: more.count) { few, many in
            isFewerOld ? likeness(fewer[few], more[many]) : likeness(more[many], fewer[few])
        }
        return places.enumerated().map { few, many in
            isFewerOld ? (fewer[few], more[many]) : (more[many], fewer[few])
        }
    }

    private func likeness(_ oldRow: Int32, _ newRow: Int32) -> ContextAlignment.Likeness {
        let newIndex = Int(newRow) - rows.oldCount
        let mine = old.lists[old.context[Int(oldRow)]]
        let theirs = new.lists[new.context[newIndex]]
        var equal = 0
        for (left, right) in zip(mine, theirs) where !left.isEmpty && !right.isEmpty {
            if old.strings.withUTF8(left, { new.strings.isEqual(right, $0) }) { equal += 1 }
        }
        let distance = abs(Int(rows.line[Int(oldRow)]) - Int(rows.line[Int(newRow)]))
        return ContextAlignment.Likeness(equalContext: equal, distance: distance)
    }

    // MARK: Across files

    private mutating func matchAcrossFiles(_ oldRows: [Int32], _ newRows: [Int32], _ strings: StringTable) {
        if oldRows.isEmpty || newRows.isEmpty { return }
        buckets.fill(oldRows, newRows, rows, .anywhere)
        for bucket in 0..<buckets.count where buckets.oldCount(bucket) == 1 && buckets.newCount(bucket) == 1 {
            let (oldRow, newRow) = (buckets.firstOld(bucket), buckets.firstNew(bucket))
            // Without a statement there is little to go by: then at least the files must be called the same.
            if rows.statement[Int(oldRow)] == 0 {
                let names = [oldRow, newRow].map { strings[StringID(rows.path[Int($0)])] }
                guard baseName(names[0]) == baseName(names[1]) else { continue }
            }
            pair(oldRow, newRow, stage: IdentityStage.anywhere.number)
        }
    }

    private mutating func pair(_ oldRow: Int32, _ newRow: Int32, stage: UInt8) {
        let newIndex = Int(newRow) - rows.oldCount
        matchOfOld[Int(oldRow)] = Int32(newIndex)
        matchOfNew[newIndex] = oldRow
        stageOfNew[newIndex] = stage
    }
}
