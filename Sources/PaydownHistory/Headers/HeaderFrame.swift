import PaydownCore

/// What a part of packed headers says, with zeros where each snapshot has numbers of its own.
struct HeaderFrame {
    let project: SnapshotHeader.Project
    let tool: SnapshotHeader.Tool
    let provenance: Provenance
    let plan: Plan
    let checks: [Check]
    let rules: [Rule]
    let metrics: [Metric]

    init(_ bytes: [UInt8]) throws(BrokenBytes) {
        var reader = ByteReader(bytes)
        project = SnapshotHeader.Project(name: try reader.text(), url: try reader.text())
        tool = SnapshotHeader.Tool(name: try reader.text(), version: try reader.text(), rules: try reader.text())
        provenance = Provenance(
            findings: try reader.word(), tests: try reader.word(), metrics: try reader.word(),
            plan: try reader.word(), note: try reader.text())
        plan = Plan(phases: try reader.list { (reader) throws(BrokenBytes) in try Self.phase(&reader) })
        checks = try reader.list { (reader) throws(BrokenBytes) in try Self.check(&reader) }
        var rules = try reader.list { (reader) throws(BrokenBytes) in
            Rule(
                id: try reader.text(), check: try reader.text(), title: try reader.text(),
                severity: try reader.word(), help: try reader.text(), isListed: try reader.flag(),
                isSeen: try reader.flag())
        }
        metrics = try reader.list { (reader) throws(BrokenBytes) in
            let (id, title, unit) = (try reader.text(), try reader.text(), try reader.text())
            return Metric(
                id: id, title: title, value: 0, unit: unit, limit: try reader.optionalDouble(),
                better: try reader.word(), kind: try reader.word())
        }
        if !reader.isAtEnd {
            for index in rules.indices { rules[index].digest = try reader.text() }
        }
        self.rules = rules
    }

    private static func phase(_ reader: inout ByteReader) throws(BrokenBytes) -> Phase {
        Phase(
            id: try reader.text(), name: try reader.text(), starts: try reader.day(), due: try reader.day(),
            protects: try reader.text(),
            targets: try reader.list { (reader) throws(BrokenBytes) in
                let measure = try reader.text()
                let target = Target(try reader.word(), try reader.double(), isPercent: try reader.flag())
                return PhaseTarget(measure: measure, target: target, baseline: try reader.optionalDouble())
            })
    }

    private static func check(_ reader: inout ByteReader) throws(BrokenBytes) -> Check {
        Check(
            id: try reader.text(), title: try reader.text(),
            measures: try reader.list { (reader) throws(BrokenBytes) in
                let (id, title, unit) = (try reader.text(), try reader.text(), try reader.text())
                return Measure(
                    id: id, title: title, value: 0, unit: unit, better: try reader.word(),
                    rule: try reader.flag() ? reader.text() : nil)
            })
    }
}

/// The tests of a packed header, without their durations.
struct HeaderTests {
    let tests: [TestOutcome]

    init(_ bytes: [UInt8]) throws(BrokenBytes) {
        var reader = ByteReader(bytes)
        tests = try reader.list { (reader) throws(BrokenBytes) in
            let (suite, name) = (try reader.text(), try reader.text())
            return TestOutcome(
                suite: suite, name: name, status: try reader.word(), message: try reader.text(),
                details: try reader.text(), path: try reader.text(), line: try reader.signed(),
                attempts: try reader.signed())
        }
    }
}

/// The files of a packed header that do not count, and the findings that are accepted.
struct HeaderProblems {
    let problems: [Coverage.Problem]
    let accepted: [AcceptedFindings]

    init(_ bytes: [UInt8]) throws(BrokenBytes) {
        var reader = ByteReader(bytes)
        problems = try reader.list { (reader) throws(BrokenBytes) in
            let (path, line, column) = (try reader.text(), try reader.signed(), try reader.signed())
            return Coverage.Problem(
                path: path, line: line, column: column, message: try reader.text(), kind: try reader.word())
        }
        accepted = try reader.list { (reader) throws(BrokenBytes) in
            AcceptedFindings(
                rule: try reader.text(), subject: try reader.text(), reason: try reader.text(),
                owner: try reader.text(), expires: try reader.day(), state: try reader.word(),
                count: try reader.signed())
        }
    }
}

extension ByteReader {
    fileprivate mutating func list<Item>(
        _ item: (inout ByteReader) throws(BrokenBytes) -> Item
    ) throws(BrokenBytes) -> [Item] {
        let count = try count()
        var items: [Item] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(try item(&self)) }
        return items
    }

    /// One of an enumeration's words.
    fileprivate mutating func word<Word: RawRepresentable<String>>() throws(BrokenBytes) -> Word {
        let text = try text()
        guard let word = Word(rawValue: text) else { throw BrokenBytes(what: "an unknown word '\(text)'") }
        return word
    }

    fileprivate mutating func day() throws(BrokenBytes) -> Day? {
        try flag() ? Day(number: try signed()) : nil
    }

    mutating func optionalDouble() throws(BrokenBytes) -> Double? {
        try flag() ? try double() : nil
    }
}
