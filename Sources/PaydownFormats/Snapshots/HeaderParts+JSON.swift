import PaydownCore

/// Largest number of a line, a column or a count of anything that fits a row of a `FindingTable`.
let largestCount = Int(UInt32.max)

extension Revision {
    init(_ object: JSONObject) throws(SnapshotError) {
        self.init(
            commit: try object.string("commit", default: ""), branch: try object.string("branch", default: ""),
            author: try object.string("author", default: ""),
            committedAt: object.has("committedAt") ? try object.time("committedAt") : nil,
            subject: try object.string("subject", default: ""), isDirty: try object.bool("dirty", default: false))
    }
}

extension Provenance {
    init(_ object: JSONObject) throws(SnapshotError) {
        func source(_ key: String) throws(SnapshotError) -> Source {
            try object.choice(key, default: .measured, of: Source.allCases)
        }
        self.init(
            findings: try source("findings"), tests: try source("tests"), metrics: try source("metrics"),
            plan: try source("plan"), note: try object.string("note", default: ""))
    }
}

extension Coverage {
    init(_ object: JSONObject) throws(SnapshotError) {
        func count(_ key: String) throws(SnapshotError) -> Int {
            try object.integer(key, default: 0, in: 0...Int.max)
        }
        var problems: [Problem] = []
        for problem in try object.objects("problems") { problems.append(try Problem(problem)) }
        self.init(
            files: try count("files"), bytes: try count("bytes"), excluded: try count("excluded"),
            unreadable: try count("unreadable"), unparsed: try count("unparsed"), tooLarge: try count("tooLarge"),
            notScanned: try count("notScanned"), problems: problems)
    }
}

extension Coverage.Problem {
    init(_ object: JSONObject) throws(SnapshotError) {
        self.init(
            path: try object.string("path"), line: try object.integer("line", default: 0, in: 0...largestCount),
            column: try object.integer("column", default: 0, in: 0...largestCount),
            message: try object.string("message", default: ""),
            kind: try object.choice("kind", default: .unparsed, of: Kind.allCases))
    }
}

extension Plan {
    init(_ object: JSONObject) throws(SnapshotError) {
        var phases: [Phase] = []
        for phase in try object.objects("phases") { phases.append(try Phase(phase)) }
        let coverage = try object.optionalNumber("leastCoverage")
        if let coverage, !(0...100).contains(coverage) {
            throw object.badValue("leastCoverage", expected: "per cent of the files, 0 to 100")
        }
        self.init(phases: phases, mustPass: try object.strings("mustPass"), leastCoverage: coverage)
    }
}

extension Phase {
    init(_ object: JSONObject) throws(SnapshotError) {
        var targets: [PhaseTarget] = []
        for target in try object.objects("targets") { targets.append(try PhaseTarget(target)) }
        self.init(
            id: try object.string("id", default: ""), name: try object.string("name"), starts: try object.day("starts"),
            due: try object.day("due"), protects: try object.string("protects", default: ""), targets: targets)
    }
}

extension PhaseTarget {
    init(_ object: JSONObject) throws(SnapshotError) {
        guard let target = Target(try object.string("target")) else {
            throw object.badValue("target", expected: "a target such as \"<= 1\", \"< 10\", \">= 95 %\"")
        }
        self.init(
            measure: try object.string("measure"), target: target, baseline: try object.optionalNumber("baseline"))
    }
}

extension Check {
    init(_ object: JSONObject) throws(SnapshotError) {
        var measures: [Measure] = []
        for measure in try object.objects("measures") { measures.append(try Measure(measure)) }
        self.init(id: try object.string("id"), title: try object.string("title", default: ""), measures: measures)
    }
}

extension Measure {
    init(_ object: JSONObject) throws(SnapshotError) {
        self.init(
            id: try object.string("id"), title: try object.string("title", default: ""),
            value: try object.number("value"), unit: try object.string("unit", default: ""),
            population: try object.optionalNumber("population"),
            better: try object.choice("better", default: .lower, of: [.lower, .higher]),
            rule: object.has("rule") ? try object.string("rule") : nil)
    }
}

extension Rule {
    init(_ object: JSONObject) throws(SnapshotError) {
        self.init(
            id: try object.string("id"), check: try object.string("check", default: ""),
            title: try object.string("title", default: ""),
            severity: try object.choice("severity", default: .warning, of: Severity.allCases),
            help: try object.string("help", default: ""),
            count: try object.integer("count", default: 0, in: 0...Int.max),
            isListed: try object.bool("listed", default: true), isSeen: !(try object.bool("unseen", default: false)),
            digest: try object.string("digest", default: ""))
    }
}

extension AcceptedFindings {
    init(_ object: JSONObject) throws(SnapshotError) {
        self.init(
            rule: try object.string("rule"), subject: try object.string("subject"),
            reason: try object.string("reason", default: ""), owner: try object.string("owner", default: ""),
            expires: try object.day("expires"),
            state: try object.choice("state", default: .active, of: State.allCases),
            count: try object.integer("count", default: 0, in: 0...Int.max))
    }
}

extension TestOutcome {
    init(_ object: JSONObject) throws(SnapshotError) {
        guard let status = Status(rawValue: try object.string("status")) else {
            throw object.badValue(
                "status", expected: "one of " + Status.allCases.map(\.rawValue).joined(separator: ", "))
        }
        self.init(
            suite: try object.string("suite", default: ""), name: try object.string("name"), status: status,
            duration: try object.optionalNumber("duration"), message: try object.string("message", default: ""),
            details: try object.string("details", default: ""), path: try object.string("path", default: ""),
            line: try object.integer("line", default: 0, in: 0...largestCount),
            attempts: try object.integer("attempts", default: 1, in: 0...largestCount))
    }
}

extension Metric {
    init(_ object: JSONObject) throws(SnapshotError) {
        self.init(
            id: try object.string("id"), title: try object.string("title", default: ""),
            value: try object.number("value"), unit: try object.string("unit", default: ""),
            limit: try object.optionalNumber("limit"),
            better: try object.choice("better", default: .lower, of: [.lower, .higher]),
            kind: try object.choice("kind", default: .limit, of: [.limit, .event]))
    }
}
