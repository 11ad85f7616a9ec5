import PaydownPython

/// What CPython said of one file: its facts as text, or its refusal.
enum OracleRecord {
    case facts([Substring])
    case refused(line: Int, message: Substring)

    /// Reads the output of `facts.py`, one record for each job.
    static func all(in output: String) -> [OracleRecord] {
        var records: [OracleRecord] = []
        var lines: [Substring] = []
        var isOpen = false
        for line in output.split(separator: "\n") {
            guard line.hasPrefix("F ") else {
                lines.append(line)
                continue
            }
            if isOpen { records.append(.facts(lines)) }
            lines = []
            isOpen = line == "F ok"
            if line.hasPrefix("F no ") {
                let parts = line.dropFirst(5).split(separator: " ", maxSplits: 1)
                records.append(.refused(line: parts.first.flatMap { Int($0) } ?? 0, message: parts.last ?? ""))
            }
        }
        return records
    }
}

/// How the scanner's answer for one file compares with CPython's.
enum Agreement {
    case same
    /// Both refuse; whether at the same line.
    case bothRefuse(sameLine: Bool)
    /// The scanner accepts what CPython refuses.
    case missedRefusal(String)
    /// The scanner refuses what CPython accepts.
    case wrongRefusal(String)
    /// Lines that only one of them has.
    case different([String])

    init(_ read: ReadFacts, version: PythonVersion, oracle: OracleRecord) {
        switch (read.facts.problem, oracle) {
        case (let problem?, .refused(let line, _)):
            self = .bothRefuse(sameLine: Int(problem.position.line) == line)
        case (nil, .refused(let line, let message)):
            self = .missedRefusal("\(line): \(message)")
        case (let problem?, .facts):
            self = .wrongRefusal("\(problem)")
        case (nil, .facts(let expected)):
            let found = FactText(read, version: version).lines
            let differences = Self.differences(found, expected)
            self = differences.isEmpty ? .same : .different(differences)
        }
    }

    /// Both are sorted. Lines whose column CPython gets wrong are compared without columns.
    private static func differences(_ found: [String], _ expected: [Substring]) -> [String] {
        if found.elementsEqual(expected, by: { $0.utf8.elementsEqual($1.utf8) }) { return [] }
        var surplus: [String: Int] = [:]
        for line in found { surplus[line, default: 0] += 1 }
        var missing: [String] = []
        for line in expected.map(String.init) {
            if let count = surplus[line], count > 0 { surplus[line] = count - 1 } else { missing.append(line) }
        }
        var loose: [String: Int] = [:]
        for (line, count) in surplus where count > 0 { loose[withoutColumn(line), default: 0] += count }
        var differences: [String] = []
        for line in missing {
            let key = withoutColumn(line)
            if line.contains(":? "), let count = loose[key], count > 0 {
                loose[key] = count - 1
            } else {
                differences.append("- " + line)
            }
        }
        let matched = Set(missing.map(withoutColumn))
        for (line, count) in surplus where count > 0 {
            if let left = loose[withoutColumn(line)], left > 0 || !matched.contains(withoutColumn(line)) {
                differences.append("+ " + line)
            }
        }
        return differences.sorted()
    }

    private static func withoutColumn(_ line: String) -> String {
        guard let colon = line.firstIndex(of: ":"),
            let space = line[colon...].firstIndex(of: " ")
        else { return line }
        return String(line[..<colon] + line[space...])
    }
}
