/// The contributions of some files in one piece of memory: column behind column, in each the files one after the other.
///
/// A performance file: a rescan takes what ten thousand files contribute from a cache within a few milliseconds. As arrays
/// they were sixty thousand allocations; here they are the bytes that were read from the cache's file.
///
/// Safe, and safe to share: the memory is written before the block is there and never after, and lives as long as the
/// block, which frees it or keeps its owner. What is loaded from it has no invalid bit patterns. Every index is held
/// against the columns' lengths, and those of a block that comes from outside against each other, before anything is
/// loaded; no pointer leaves the closures that lend it.
package final class ContributionBlock: @unchecked Sendable {
    package let fileCount: Int
    package let counts: ContributionCounts
    private let layout: ContributionLayout
    private let base: UnsafeRawPointer
    /// Whose memory it is; nil for the block's own.
    private let owner: (any AnyObject & Sendable)?

    /// Of one file that contributes nothing.
    static let empty = ContributionBlock(ContributionColumns())

    /// Of one file.
    init(_ columns: ContributionColumns) {
        fileCount = 1
        counts = columns.counts
        layout = ContributionLayout(files: 1, counts)
        owner = nil
        let memory = UnsafeMutableRawPointer.allocate(byteCount: layout.byteCount, alignment: Self.alignment)
        base = UnsafeRawPointer(memory)
        Self.copy(columns.rows, to: memory)
        Self.copy(columns.scopes, to: memory + layout.scopes)
        Self.copy([counts], to: memory + layout.ends)
        Self.copy(columns.tallies, to: memory + layout.tallies)
        Self.copy(columns.members, to: memory + layout.members)
        Self.copy(columns.stringEnds, to: memory + layout.stringEnds)
        Self.copy(columns.text, to: memory + layout.text)
    }

    /// Bytes that `write` has put somewhere; nil when they cannot be a block.
    ///
    /// - Parameters:
    ///   - start: aligned to 16 bytes.
    ///   - owner: lives no shorter than the bytes, and nobody changes them.
    ///   - ruleCount: of the rule set that the rows are about.
    package init?(
        files: Int, _ counts: ContributionCounts, at start: UnsafeRawPointer, count: Int,
        of owner: any AnyObject & Sendable, ruleCount: Int
    ) {
        fileCount = files
        self.counts = counts
        layout = ContributionLayout(files: files, counts)
        base = start
        self.owner = owner
        guard layout.byteCount == count, isSound(ruleCount: ruleCount) else { return nil }
    }

    deinit {
        if owner == nil { base.deallocate() }
    }

    package static let alignment = 16

    // MARK: Reading

    /// Before the columns' first values of a file.
    private func begin(of file: Int) -> ContributionCounts {
        if file == 0 { return ContributionCounts() }
        return end(of: file - 1)
    }

    private func end(of file: Int) -> ContributionCounts {
        precondition(file < fileCount, "a file that the block does not have")
        return load(layout.ends, file)
    }

    func rows(of file: Int) -> Range<Int> {
        Int(begin(of: file).rows)..<Int(end(of: file).rows)
    }

    /// By its number in the block.
    func row(_ index: Int) -> ContributionRow {
        precondition(index < counts.rows, "a row that the block does not have")
        return load(0, index)
    }

    func stringCount(of file: Int) -> Int {
        Int(end(of: file).strings - begin(of: file).strings)
    }

    func member(_ index: Int, of file: Int) -> UInt32 {
        let (begin, end) = (begin(of: file), end(of: file))
        precondition(index < end.members - begin.members, "a member that the file does not have")
        return load(layout.members, Int(begin.members) + index)
    }

    func withString<Result>(
        _ number: UInt32, of file: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        if number == 0 { return body(UnsafeBufferPointer(start: nil, count: 0)) }
        let (begin, end) = (begin(of: file), end(of: file))
        precondition(number <= end.strings - begin.strings, "a string that the file does not have")
        let last = Int(begin.strings) + Int(number) - 1
        let from = number == 1 ? 0 : Int(load(layout.stringEnds, last - 1, as: UInt32.self))
        let to = Int(load(layout.stringEnds, last, as: UInt32.self))
        return withExtendedLifetime(self) {
            let text = (base + layout.text + Int(begin.bytes) + from).assumingMemoryBound(to: UInt8.self)
            return body(UnsafeBufferPointer(start: text, count: to - from))
        }
    }

    func columns(of file: Int) -> ContributionColumns {
        let (begin, end) = (begin(of: file), end(of: file))
        var columns = ContributionColumns()
        columns.rows = array(0, begin.rows, end.rows)
        columns.scopes = array(layout.scopes, begin.scopes, end.scopes)
        columns.tallies = array(layout.tallies, begin.tallies, end.tallies)
        columns.members = array(layout.members, begin.members, end.members)
        columns.stringEnds = array(layout.stringEnds, begin.strings, end.strings)
        columns.text = array(layout.text, begin.bytes, end.bytes)
        return columns
    }

    /// Every tally of some files.
    func forEachTally(of files: Range<Int>, _ body: (ContributionTally) -> Void) {
        guard let last = files.last else { return }
        for index in begin(of: files.lowerBound).tallies..<end(of: last).tallies {
            body(load(layout.tallies, Int(index)))
        }
    }

    /// Every row of some files: its file, its own number there, and its rule.
    func forEachRow(of files: Range<Int>, _ body: (_ file: Int, _ index: Int, _ rule: UInt16) -> Void) {
        guard let last = files.last else { return }
        let rows = Int(begin(of: files.lowerBound).rows)..<Int(end(of: last).rows)
        if rows.isEmpty { return }
        for file in files {
            let rows = self.rows(of: file)
            for index in rows {
                let row: ContributionRow = load(0, index)
                body(file, index - rows.lowerBound, row.rule)
            }
        }
    }

    /// Adds the scopes of some files to bits in words of 64.
    func addScopes(of files: Range<Int>, to words: inout [UInt64]) {
        for file in files {
            let (begin, end) = (Int(begin(of: file).scopes), Int(end(of: file).scopes))
            for index in begin..<end where index - begin < words.count {
                words[index - begin] |= load(layout.scopes, index, as: UInt64.self)
            }
        }
    }

    @inline(__always)
    private func load<Value: BitwiseCopyable>(_ column: Int, _ index: Int, as type: Value.Type = Value.self) -> Value {
        withExtendedLifetime(self) {
            base.load(fromByteOffset: column + index * MemoryLayout<Value>.stride, as: Value.self)
        }
    }

    private func array<Value: BitwiseCopyable>(_ column: Int, _ begin: UInt32, _ end: UInt32) -> [Value] {
        (begin..<end).map { load(column, Int($0)) }
    }

    // MARK: Writing

    /// The lengths of the columns of all of these together.
    package static func counts(of contributions: [FileContribution]) -> ContributionCounts {
        ContributionRun.runs(of: contributions).reduce(ContributionCounts()) { sum, run in
            sum + (run.block.begin(of: run.files.upperBound) - run.block.begin(of: run.files.lowerBound))
        }
    }

    /// How many bytes `write` writes.
    package static func byteCount(files: Int, _ counts: ContributionCounts) -> Int {
        ContributionLayout(files: files, counts).byteCount
    }

    /// Copies contributions behind one another; those that lie so already at once.
    package static func write(
        _ contributions: [FileContribution], _ counts: ContributionCounts, to memory: UnsafeMutableRawPointer
    ) {
        let layout = ContributionLayout(files: contributions.count, counts)
        var place = ContributionCounts()
        for run in ContributionRun.runs(of: contributions) {
            run.block.copy(run.files, to: memory, layout, file: run.first, at: &place)
        }
    }

    private func copy(
        _ files: Range<Int>, to memory: UnsafeMutableRawPointer, _ layout: ContributionLayout, file: Int,
        at place: inout ContributionCounts
    ) {
        let (begin, end) = (begin(of: files.lowerBound), begin(of: files.upperBound))
        func copy(_ stride: Int, _ from: Int, _ to: Int, _ begin: UInt32, _ end: UInt32, at place: UInt32) {
            (memory + to + Int(place) * stride).copyMemory(
                from: base + from + Int(begin) * stride, byteCount: Int(end - begin) * stride)
        }
        let mine = self.layout
        withExtendedLifetime(self) {
            copy(MemoryLayout<ContributionRow>.stride, 0, 0, begin.rows, end.rows, at: place.rows)
            copy(8, mine.scopes, layout.scopes, begin.scopes, end.scopes, at: place.scopes)
            copy(8, mine.tallies, layout.tallies, begin.tallies, end.tallies, at: place.tallies)
            copy(4, mine.members, layout.members, begin.members, end.members, at: place.members)
            copy(4, mine.stringEnds, layout.stringEnds, begin.strings, end.strings, at: place.strings)
            copy(1, mine.text, layout.text, begin.bytes, end.bytes, at: place.bytes)
        }
        let ends = memory + layout.ends
        for (index, number) in files.enumerated() {
            let end = place + (self.end(of: number) - begin)
            ends.storeBytes(
                of: end, toByteOffset: (file + index) * MemoryLayout<ContributionCounts>.stride,
                as: ContributionCounts.self)
        }
        place = place + (end - begin)
    }

    private static func copy<Value: BitwiseCopyable>(_ values: [Value], to memory: UnsafeMutableRawPointer) {
        values.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { memory.copyMemory(from: start, byteCount: bytes.count) }
        }
    }

    // MARK: Doubting

    /// Whether all numbers lead to something that is there.
    private func isSound(ruleCount: Int) -> Bool {
        var begin = ContributionCounts()
        for file in 0..<fileCount {
            let end = end(of: file)
            guard end.isBehind(begin), counts.isBehind(end), isSound(begin, end, ruleCount) else { return false }
            begin = end
        }
        return begin == counts
    }

    /// The same for one file.
    private func isSound(_ begin: ContributionCounts, _ end: ContributionCounts, _ ruleCount: Int) -> Bool {
        let own = end - begin
        var last: UInt32 = 0
        for index in begin.strings..<end.strings {
            let place: UInt32 = load(layout.stringEnds, Int(index))
            guard place >= last, place <= own.bytes else { return false }
            last = place
        }
        for index in begin.members..<end.members {
            guard load(layout.members, Int(index), as: UInt32.self) <= own.strings else { return false }
        }
        for index in begin.tallies..<end.tallies {
            guard load(layout.tallies, Int(index), as: ContributionTally.self).rule < ruleCount else { return false }
        }
        for index in begin.rows..<end.rows {
            let row: ContributionRow = load(0, Int(index))
            let strings = max(row.symbol, row.message, row.excerpt, max(row.scope, row.detail, row.properties))
            guard row.rule < ruleCount, strings <= own.strings,
                UInt64(row.firstMember) + UInt64(row.memberCount) <= own.members
            else { return false }
        }
        return true
    }
}
