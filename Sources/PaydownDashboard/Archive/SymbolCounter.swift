import PaydownCore

/// Counts the findings of each symbol, one rule after the other.
///
/// A performance file: a dictionary of dictionaries took 0.3 s for a million findings. Here symbols get numbers as they
/// are met, and counts stand in arrays by number that are used again for every rule.
struct SymbolCounter {
    private struct Count {
        var findings: Int32 = 0
        var files: Int32 = 0
        /// The path of the finding counted last, as its id + 1.
        var lastPath: UInt32 = 0
    }

    /// A symbol's number + 1, by its id.
    private var numbers: [Int32]
    /// By number.
    private var symbols: [StringID] = []
    private var counts: [Count] = []

    init(_ findings: FindingTable) {
        numbers = [Int32](repeating: 0, count: findings.strings.count)
    }

    /// The symbols of these rows, most findings first, then by name.
    ///
    /// - Parameter rows: by path, so that a file is counted once.
    /// - Returns: the first `limit` of them, and how many there are.
    mutating func tallies(
        of rows: [Int32], in findings: FindingTable, limit: Int
    ) -> (first: [SnapshotIndex.Tally], total: Int) {
        let met = count(rows, findings)
        let chosen = first(limit, of: met, in: findings.strings)
        let tallies = chosen.map { number in
            SnapshotIndex.Tally(
                name: findings.strings[symbols[Int(number)]], count: Int(counts[Int(number)].findings),
                files: Int(counts[Int(number)].files))
        }
        for number in met { counts[Int(number)] = Count() }
        return (tallies, met.count)
    }

    /// Counts the findings and files of these rows by symbol; the numbers of the symbols met.
    private mutating func count(_ rows: [Int32], _ findings: FindingTable) -> [Int32] {
        var met: [Int32] = []
        // Rows of one rule are spread over the table. What a column says of many of them is fetched before any is counted,
        // so that the processor waits for many places of the memory at once.
        var symbols: [StringID] = []
        var paths: [StringID] = []
        var begin = 0
        while begin < rows.count {
            let block = rows[begin..<min(rows.count, begin + Self.blockRows)]
            begin = block.endIndex
            symbols.removeAll(keepingCapacity: true)
            paths.removeAll(keepingCapacity: true)
            symbols.append(contentsOf: block.lazy.map { findings.symbol[Int($0)] })
            paths.append(contentsOf: block.lazy.map { findings.path[Int($0)] })
            for index in symbols.indices {
                let number = number(of: symbols[index])
                var count = counts[number]
                if count.findings == 0 { met.append(Int32(number)) }
                let path = paths[index].rawValue &+ 1
                count.findings += 1
                if count.lastPath != path {
                    count.files += 1
                    count.lastPath = path
                }
                counts[number] = count
            }
        }
        return met
    }

    private static let blockRows = 1 << 12

    /// The first so many by the number of findings, then by name.
    ///
    /// Numbers are compared before names are: of those with as many findings as the last that there is room for, and of no
    /// others, the names decide who is among them.
    private func first(_ limit: Int, of met: [Int32], in strings: StringTable) -> [Int32] {
        var byCount = FirstFew<Int32>(limit) { $0 > $1 }
        for number in met { byCount.add(counts[Int(number)].findings) }
        let least = byCount.finish().last ?? 0
        // Sorting keeps what is equal in its order.
        let above = byName(met.filter { counts[Int($0)].findings > least }, in: strings)
            .sorted { counts[Int($0)].findings > counts[Int($1)].findings }
        let last = met.filter { counts[Int($0)].findings == least }
        let room = limit - above.count
        if last.count <= 4 * room { return above + byName(last, in: strings).prefix(room) }
        var few = FirstFew<Int32>(room) { left, right in
            strings.isOrdered(symbols[Int(left)], before: symbols[Int(right)])
        }
        for number in last { few.add(number) }
        return above + few.finish()
    }

    private func byName(_ chosen: [Int32], in strings: StringTable) -> [Int32] {
        strings.sorted(chosen.map { symbols[Int($0)] }).map { numbers[Int($0.rawValue)] - 1 }
    }

    @inline(__always)
    private mutating func number(of symbol: StringID) -> Int {
        let known = numbers[Int(symbol.rawValue)]
        if known > 0 { return Int(known) - 1 }
        symbols.append(symbol)
        counts.append(Count())
        numbers[Int(symbol.rawValue)] = Int32(symbols.count)
        return symbols.count - 1
    }
}
