import PaydownCore

/// What the screens ask of a snapshot again and again, counted once when it is loaded. Linear in its findings.
package struct SnapshotIndex: Sendable {
    /// A symbol, rule or path and how many findings it has.
    package struct Tally: Equatable, Sendable {
        package var name: String
        package var count: Int
        /// In how many files.
        package var files: Int
    }

    /// A file and its findings by check.
    package struct FileTally: Equatable, Sendable {
        package var path: String
        package var count: Int
        /// In the order of the snapshot's checks; checks without findings in the file are left out.
        package var byCheck: [(check: String, count: Int)]

        package static func == (left: FileTally, right: FileTally) -> Bool {
            left.path == right.path && left.count == right.count
                && left.byCheck.map(\.check) == right.byCheck.map(\.check)
                && left.byCheck.map(\.count) == right.byCheck.map(\.count)
        }
    }

    /// The finding rows of each check, by check id, in the order of path, line and column.
    package private(set) var rows: [String: [Int32]] = [:]
    /// The symbols of each rule, most findings first, then by name; by rule id.
    package private(set) var symbols: [String: [Tally]] = [:]
    /// The files with most findings, most first, then by path; at most 100.
    package private(set) var hotFiles: [FileTally] = []
    /// The finding rows of each file.
    package let paths: PathRows

    /// How many findings each check lists, by check id.
    package func count(_ check: String) -> Int { rows[check]?.count ?? 0 }

    /// How many findings a rule has for a symbol; nil when that symbol was not among the first thousand.
    package func count(of symbol: String, rule: String) -> Int? {
        if let known = counts[rule]?[symbol] { return known }
        return (symbolTotals[rule] ?? 0) > (symbols[rule]?.count ?? 0) ? nil : 0
    }

    /// The same as `symbols`, for looking up.
    private var counts: [String: [String: Int]] = [:]

    package init(_ snapshot: Snapshot) {
        let findings = snapshot.findings
        let strings = findings.strings
        let checks = snapshot.header.checks.map(\.id)
        var checkOfRule: [StringID: Int] = [:]
        var names = checks
        func checkNumber(_ rule: StringID) -> Int {
            if let known = checkOfRule[rule] { return known }
            let id = strings[rule]
            // A finding of a rule that the snapshot does not describe still belongs somewhere: a check of its own.
            let check = snapshot.header.rule(id)?.check ?? id
            let number = names.firstIndex(of: check) ?? names.count
            if number == names.count { names.append(check) }
            checkOfRule[rule] = number
            return number
        }
        var rowsByCheck: [[Int32]] = Array(repeating: [], count: checks.count)
        var symbolCounts: [StringID: [StringID: SymbolCount]] = [:]
        var fileCounts: [StringID: [Int]] = [:]
        for place in Self.rowsInOrder(findings) {
            let row = Int(place)
            let number = checkNumber(findings.rule[row])
            if number >= rowsByCheck.count { rowsByCheck.append([]) }
            rowsByCheck[number].append(place)
            symbolCounts[findings.rule[row], default: [:]][findings.symbol[row], default: SymbolCount()]
                .add(findings.path[row])
            fileCounts[findings.path[row], default: []].addOne(at: number)
        }
        for (number, name) in names.enumerated() where number < rowsByCheck.count { rows[name] = rowsByCheck[number] }
        for (rule, counts) in symbolCounts {
            symbols[strings[rule]] =
                counts.sorted { left, right in
                    left.value.count != right.value.count
                        ? left.value.count > right.value.count : strings.isOrdered(left.key, before: right.key)
                }
                .prefix(1000)
                .map { Tally(name: strings[$0.key], count: $0.value.count, files: $0.value.files) }
            symbolTotals[strings[rule]] = counts.count
        }
        hotFiles =
            fileCounts.map { (path: $0.key, counts: $0.value, total: $0.value.reduce(0, +)) }
            .filter { !$0.path.isEmpty }
            .sorted { left, right in
                left.total != right.total ? left.total > right.total : strings.isOrdered(left.path, before: right.path)
            }
            .prefix(100)
            .map { file in
                FileTally(
                    path: strings[file.path], count: file.total,
                    byCheck: file.counts.enumerated().filter { $0.element > 0 }.map { (names[$0.offset], $0.element) })
            }
        checkNames = names
        for (rule, tallies) in symbols {
            counts[rule] = Dictionary(tallies.map { ($0.name, $0.count) }, uniquingKeysWith: +)
        }
        paths = PathRows(findings)
    }

    /// All rows in the order of path, line and column.
    private static func rowsInOrder(_ findings: FindingTable) -> [Int32] {
        var rank = [UInt32](repeating: 0, count: findings.strings.count)
        let paths = Set(findings.path).sorted { findings.strings.isOrdered($0, before: $1) }
        for (number, path) in paths.enumerated() { rank[Int(path.rawValue)] = UInt32(number) }
        func key(_ row: Int) -> UInt64 {
            UInt64(rank[Int(findings.path[row].rawValue)]) << 32 | UInt64(findings.line[row])
        }
        var keys: [UInt64] = []
        keys.reserveCapacity(findings.count)
        for row in 0..<findings.count { keys.append(key(row)) }
        var order = Array(Int32(0)..<Int32(findings.count))
        // A scanner writes in this order already; then nothing needs sorting.
        guard zip(keys, keys.dropFirst()).contains(where: { $0 > $1 }) else { return order }
        order.sort { left, right in
            let (leftKey, rightKey) = (keys[Int(left)], keys[Int(right)])
            if leftKey != rightKey { return leftKey < rightKey }
            let (leftColumn, rightColumn) = (findings.column[Int(left)], findings.column[Int(right)])
            return leftColumn != rightColumn ? leftColumn < rightColumn : left < right
        }
        return order
    }

    /// How many different symbols each rule has, by rule id; `symbols` keeps the first thousand.
    package private(set) var symbolTotals: [String: Int] = [:]
    /// The snapshot's checks, then those that only findings name.
    package private(set) var checkNames: [String] = []
}

extension [Int] {
    fileprivate mutating func addOne(at index: Int) {
        while count <= index { append(0) }
        self[index] += 1
    }
}

/// The findings of one symbol, counted in the order of their paths.
private struct SymbolCount {
    var count = 0
    var files = 0
    private var last: StringID?

    mutating func add(_ path: StringID) {
        count += 1
        if last != path { files += 1 }
        last = path
    }
}
