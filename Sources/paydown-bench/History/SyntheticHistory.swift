import PaydownCore

/// Commits of a large project, each of which changes a hundred findings: 40 new ones, 40 fixed, 20 on other lines.
///
/// Rows are kept with their ids from one commit to the next: what is measured is the history, not the making of snapshots.
struct SyntheticHistory {
    static let changes = 100
    private static let perFile = 10

    private var table = FindingTable()
    private var rows: [FindingRow] = []
    private var random = SplitMix64(seed: 4)
    private var serial = 0
    private var commits = 0

    init(findings: Int) {
        for _ in 0..<findings { rows.append(makeRow(file: rows.count / Self.perFile)) }
    }

    mutating func next() -> Snapshot {
        defer { commits += 1 }
        if commits > 0 { change() }
        // Texts of findings that are long gone would be carried along for ever.
        if commits % 100 == 0 { compact() }
        var snapshot = table
        snapshot.reserve(rows.count)
        for row in rows { snapshot.append(row) }
        return Snapshot(header: header, findings: snapshot)
    }

    private mutating func change() {
        // In four files each, as commits touch few files.
        for _ in 0..<4 {
            let start = random.even(below: rows.count - 20)
            rows.removeSubrange(start..<start + 10)
            let path = rows[start].path
            for offset in 0..<10 {
                var row = makeRow(file: 0)
                row.path = path
                rows.insert(row, at: start + offset)
            }
        }
        for _ in 0..<2 {
            let start = random.even(below: rows.count - 10)
            for row in start..<start + 10 {
                rows[row].line += 2
                rows[row].endLine += 2
            }
        }
    }

    /// A finding as the scanner makes them: its symbol and path are among few, its statement and neighbours are its own.
    private mutating func makeRow(file: Int) -> FindingRow {
        serial += 1
        let symbol = "app.services.legacy_manager_\(random.even(below: 40))"
        let number = random.even(below: 1000)
        var row = FindingRow()
        row.rule = table.strings.intern("rule-\(random.even(below: 24))")
        row.path = table.strings.intern("src/app/package\(file % 60)/module_\(file).py")
        row.line = UInt32(1 + serial % 900)
        row.column = 1
        row.endLine = row.line
        row.endColumn = UInt32(30 + number % 40)
        row.symbol = table.strings.intern(symbol)
        row.message = table.strings.intern("\(symbol) is to be replaced by app.core.manager")
        row.excerpt = table.strings.intern("from \(symbol) import Manager\(number) as service_\(serial % 7919)")
        row.scope = table.strings.intern(serial % 3 == 0 ? "Service\(serial % 97).start" : "")
        row.statement = table.strings.intern(hex(16))
        row.fingerprint = table.strings.intern(hex(10) + ".1")
        row.context = table.lists.intern((0..<4).map { _ in table.strings.intern(hex(8)) })
        return row
    }

    private mutating func hex(_ digits: Int) -> String {
        let text = String(random.next() | 1 << 63, radix: 16)
        return String(text.suffix(digits))
    }

    private mutating func compact() {
        var snapshot = table
        for row in rows { snapshot.append(row) }
        table = FindingTable()
        rows = (0..<snapshot.count).map { number in
            let finding = snapshot[number]
            var row = FindingRow()
            row.rule = table.strings.intern(finding.rule)
            row.path = table.strings.intern(finding.path)
            row.line = UInt32(finding.line)
            row.column = UInt32(finding.column)
            row.endLine = UInt32(finding.endLine)
            row.endColumn = UInt32(finding.endColumn)
            row.symbol = table.strings.intern(finding.symbol)
            row.message = table.strings.intern(finding.message)
            row.excerpt = table.strings.intern(finding.excerpt)
            row.scope = table.strings.intern(finding.scope)
            row.statement = table.strings.intern(finding.statement)
            row.fingerprint = table.strings.intern(finding.fingerprint)
            row.context = table.lists.intern(finding.context.map { table.strings.intern($0) })
            return row
        }
    }

    private var header: SnapshotHeader {
        let moment = Timestamp(seconds: 1_600_000_000 + commits * 3600)
        return SnapshotHeader(
            project: SnapshotHeader.Project(name: "synthetic"), takenAt: moment,
            revision: Revision(
                commit: SHA256.hex("commit\(commits)", digits: 40), branch: "main", author: "Author \(commits % 17)",
                committedAt: moment, subject: "Change number \(commits) of the services"),
            tool: SnapshotHeader.Tool(version: "1.0", rules: "0123456789abcdef"),
            coverage: Coverage(files: rows.count / Self.perFile, bytes: 40_000_000),
            checks: (0..<5).map { check in
                Check(
                    id: "check-\(check)", title: "Check \(check)",
                    measures: (0..<5).map { measure in
                        Measure(
                            id: "measure-\(check)-\(measure)", title: "Measure \(measure)",
                            value: Double(rows.count / 25 + commits % 13 * measure), unit: "sites", population: 100_000)
                    })
            },
            rules: (0..<24).map { rule in
                Rule(id: "rule-\(rule)", check: "check-\(rule % 5)", title: "Rule \(rule)", count: rows.count / 24)
            })
    }
}
