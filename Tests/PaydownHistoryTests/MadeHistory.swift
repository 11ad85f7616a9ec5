import PaydownCore
import PaydownTestSupport

/// A history of a small project, made up from a seed: findings come, go and return, lines shift, statements are edited, files are
/// renamed, removed and for a while not parsed.
struct MadeHistory {
    struct Commit {
        var snapshot: Snapshot
        var files: FileMap
        /// The one before it; nil for the first.
        var parent: String?
    }

    private(set) var commits: [Commit] = []
    private var random: SeededRandom
    private var files: [String: [Finding]] = [:]
    private var unparsed: Set<String> = []
    private var attic: [(path: String, finding: Finding)] = []
    private var serial = 0
    private var renames: [String: String] = [:]

    init(seed: UInt64, commits count: Int, findings: Int = 60) {
        random = SeededRandom(seed: seed)
        for number in 0..<8 { files["src/module\(number).py"] = [] }
        for _ in 0..<findings { add() }
        for number in 0..<count {
            renames = [:]
            if number > 0 {
                for _ in 0..<random.even(below: 5) { change() }
            }
            commit(number)
        }
    }

    private mutating func change() {
        switch random.even(below: 12) {
        case 0, 1, 2: add()
        case 3, 4, 5: remove()
        case 6: shiftLines()
        case 7: editStatement()
        case 8: rename()
        case 9: bringBack()
        case 10: removeFile()
        default: toggleParsing()
        }
    }

    private mutating func path() -> String {
        let paths = files.keys.sorted()
        return paths[random.even(below: paths.count)]
    }

    private mutating func add() {
        serial += 1
        let path = path()
        let isTwin = random.even(below: 100) < 30
        let symbol = "app.manager\(random.even(below: 5))"
        // Twins are told apart by nothing but their order.
        let statement = SHA256.hex(isTwin ? "twin" + symbol : "statement\(serial)", digits: 16)
        var finding = Finding(
            rule: ["old-import", "factory"][random.even(below: 2)], path: path, line: 1 + random.even(below: 300),
            column: 1,
            symbol: symbol, message: "\(symbol) is to go", excerpt: "from app import \(symbol)  # \(serial)",
            scope: ["", "load", "Service.start"][random.even(below: 3)], statement: statement,
            context: (0..<4).map { SHA256.hex("line\(serial + $0)", digits: 8) },
            tags: random.even(below: 100) < 20 ? ["test"] : [])
        if random.even(below: 100) < 10 {
            finding.related = [RelatedPlace(path: "src/other.py", line: serial, column: 3, message: "also here")]
            finding.properties = "{\"weight\":\(serial)}"
            finding.members = ["run()", "stop()"]
        }
        files[path]?.append(finding)
    }

    private mutating func remove() {
        let path = path()
        guard let count = files[path]?.count, count > 0 else { return }
        if let finding = files[path]?.remove(at: random.even(below: count)) { attic.append((path, finding)) }
    }

    private mutating func bringBack() {
        guard !attic.isEmpty else { return }
        let old = attic.remove(at: random.even(below: attic.count))
        var finding = old.finding
        let path = files[old.path] == nil ? path() : old.path
        finding.path = path
        finding.line += random.even(below: 9)
        files[path]?.append(finding)
    }

    private mutating func shiftLines() {
        let path = path()
        for index in (files[path] ?? []).indices { files[path]?[index].line += 3 }
    }

    private mutating func editStatement() {
        let path = path()
        guard let count = files[path]?.count, count > 0 else { return }
        serial += 1
        files[path]?[random.even(below: count)].statement = SHA256.hex("edited\(serial)", digits: 16)
    }

    private mutating func rename() {
        let path = path()
        guard let findings = files.removeValue(forKey: path) else { return }
        serial += 1
        let new = "src/moved\(serial).py"
        files[new] = findings.map { finding in
            var finding = finding
            finding.path = new
            return finding
        }
        if let first = renames.first(where: { $0.value == path })?.key {
            renames[first] = new
        } else {
            renames[path] = new
        }
    }

    private mutating func removeFile() {
        guard files.count > 4 else { return }
        let path = path()
        for finding in files.removeValue(forKey: path) ?? [] { attic.append((path, finding)) }
    }

    private mutating func toggleParsing() {
        if let path = unparsed.sorted().first {
            unparsed.remove(path)
        } else {
            unparsed.insert(path())
        }
    }

    private mutating func commit(_ number: Int) {
        let seen = files.keys.sorted().filter { !unparsed.contains($0) }
        var findings = seen.flatMap { files[$0] ?? [] }
        findings.sort { ($0.rule, $0.path, $0.line, $0.excerpt) < ($1.rule, $1.path, $1.line, $1.excerpt) }
        var ordinals: [String: Int] = [:]
        var table = FindingTable()
        for var finding in findings {
            let text = [finding.rule, finding.symbol, finding.scope, finding.statement].joined(separator: "\0")
            ordinals[text, default: 0] += 1
            finding.fingerprint = "\(SHA256.hex(text, digits: 10)).\(ordinals[text] ?? 0)"
            table.append(finding)
        }
        let header = Self.header(number, findings, problems: files.keys.sorted().filter { unparsed.contains($0) })
        commits.append(
            Commit(
                snapshot: Snapshot(header: header, findings: table),
                files: FileMap(renames: renames, existing: random.even(below: 100) < 50 ? Set(files.keys) : nil),
                parent: commits.last?.snapshot.header.revision?.commit))
    }

    static func header(_ number: Int, _ findings: [Finding], problems: [String] = []) -> SnapshotHeader {
        let moment = Timestamp(seconds: 1_750_000_000 + number * 3600, offsetMinutes: 120)
        return SnapshotHeader(
            project: SnapshotHeader.Project(name: "made"), takenAt: moment,
            revision: Revision(
                commit: SHA256.hex("commit\(number)", digits: 40), branch: "main", author: "Ada",
                committedAt: moment, subject: "Change \(number)"),
            tool: SnapshotHeader.Tool(version: "1", rules: "abc"),
            coverage: Coverage(
                files: 8, bytes: 1000, unparsed: problems.count,
                problems: problems.map { Coverage.Problem(path: $0, line: 1, message: "invalid syntax") }),
            checks: [
                Check(
                    id: "imports", title: "Imports",
                    measures: [Measure(id: "old", value: Double(findings.count), population: 99.5)])
            ],
            rules: ["old-import", "factory"].map { id in
                Rule(id: id, check: "imports", count: findings.count { $0.rule == id })
            })
    }
}
