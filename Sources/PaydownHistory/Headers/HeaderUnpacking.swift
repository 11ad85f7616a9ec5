import PaydownCore
import PaydownFormats

/// Puts headers together again; parts that several share are decoded once.
struct HeaderUnpacking {
    private var frames: [Int: HeaderFrame] = [:]
    private var tests: [Int: HeaderTests] = [:]
    private var problems: [Int: HeaderProblems] = [:]

    /// The numbers of the parts that a header is made of, in the store.
    struct Parts {
        var frame: Int
        var tests: Int
        var problems: Int
    }

    /// - Parameter part: the bytes of a part, asked for once.
    mutating func header(
        _ values: [UInt8], _ parts: Parts, part: (Int) throws -> [UInt8]
    ) throws -> SnapshotHeader {
        if frames[parts.frame] == nil { frames[parts.frame] = try HeaderFrame(part(parts.frame)) }
        if tests[parts.tests] == nil { tests[parts.tests] = try HeaderTests(part(parts.tests)) }
        if problems[parts.problems] == nil { problems[parts.problems] = try HeaderProblems(part(parts.problems)) }
        guard let frame = frames[parts.frame], let tests = tests[parts.tests],
            let problems = problems[parts.problems]
        else { throw BrokenBytes(what: "a part is missing") }
        return try Self.header(values, frame, tests, problems)
    }

    static func header(_ packed: PackedHeader) throws(BrokenBytes) -> SnapshotHeader {
        try header(
            packed.values, HeaderFrame(packed.frame), HeaderTests(packed.tests), HeaderProblems(packed.problems))
    }

    /// The numbers in the order in which `HeaderPacking` wrote them.
    private static func header(
        _ values: [UInt8], _ frame: HeaderFrame, _ tests: HeaderTests, _ problems: HeaderProblems
    ) throws(BrokenBytes) -> SnapshotHeader {
        var reader = ByteReader(values)
        var header = SnapshotHeader(
            project: frame.project, takenAt: try reader.moment(), revision: try reader.revision(), tool: frame.tool,
            provenance: frame.provenance, coverage: try reader.coverage(problems.problems), plan: frame.plan,
            checks: frame.checks, rules: frame.rules, tests: tests.tests, metrics: frame.metrics,
            accepted: problems.accepted)
        for check in header.checks.indices {
            for measure in header.checks[check].measures.indices {
                header.checks[check].measures[measure].value = try reader.double()
                header.checks[check].measures[measure].population = try reader.optionalDouble()
            }
        }
        for rule in header.rules.indices { header.rules[rule].count = try reader.signed() }
        for metric in header.metrics.indices { header.metrics[metric].value = try reader.double() }
        for test in header.tests.indices { header.tests[test].duration = try reader.optionalDouble() }
        guard reader.isAtEnd else { throw BrokenBytes(what: "a header with more numbers than names") }
        return header
    }
}

extension ByteReader {
    fileprivate mutating func moment() throws(BrokenBytes) -> Timestamp {
        Timestamp(seconds: try signed(), offsetMinutes: try signed())
    }

    fileprivate mutating func revision() throws(BrokenBytes) -> Revision? {
        guard try flag() else { return nil }
        return Revision(
            commit: try text(), branch: try text(), author: try text(), committedAt: try flag() ? moment() : nil,
            subject: try text(), isDirty: try flag())
    }

    fileprivate mutating func coverage(_ problems: [Coverage.Problem]) throws(BrokenBytes) -> Coverage {
        Coverage(
            files: try signed(), bytes: try signed(), excluded: try signed(), unreadable: try signed(),
            unparsed: try signed(), tooLarge: try signed(), notScanned: try signed(), problems: problems)
    }
}
