import PaydownCore

/// The header as JSON text, in the order of `SnapshotHeaderParts.Key`; parts that are empty are left out.
enum HeaderText {
    /// Appends everything before the findings, the opening brace included, a part or an item a line.
    static func append(_ header: SnapshotHeader, to text: inout JSONText) throws(SnapshotError) {
        text.raw("{\n\"format\": \"paydown-snapshot\",\n\"version\": 1,\n\"project\": ")
        try text.object { (text) in
            text.member("name", header.project.name)
            text.optional("url", header.project.url)
        }
        text.raw(",\n\"takenAt\": ")
        text.string(header.takenAt.iso)
        if let revision = header.revision {
            try part("revision", &text) { (text) in append(revision, to: &text) }
        }
        if header.tool != SnapshotHeader.Tool(name: "") {
            try part("tool", &text) { (text) in append(header.tool, to: &text) }
        }
        if header.provenance != .measured {
            try part("provenance", &text) { (text) in append(header.provenance, to: &text) }
        }
        if header.coverage != Coverage() {
            try part("coverage", &text) { (text) throws(SnapshotError) in try append(header.coverage, to: &text) }
        }
        if header.plan != Plan() {
            try part("plan", &text) { (text) throws(SnapshotError) in
                text.key("phases")
                try text.objects(header.plan.phases, onLines: true, append)
                try append(conditionsOf: header.plan, to: &text)
            }
        }
        try list("checks", header.checks, &text, append)
        try list("rules", header.rules, &text, append)
        try list("tests", header.tests, &text, append)
        try list("metrics", header.metrics, &text, append)
        try list("suppressions", header.accepted, &text, append)
        text.raw(",\n")
    }

    private static func part(
        _ key: StaticString, _ text: inout JSONText, _ body: (inout JSONText) throws(SnapshotError) -> Void
    ) throws(SnapshotError) {
        begin(key, &text)
        try text.object(body)
    }

    private static func list<Item>(
        _ key: StaticString, _ items: [Item], _ text: inout JSONText,
        _ append: (Item, inout JSONText) throws(SnapshotError) -> Void
    ) throws(SnapshotError) {
        if items.isEmpty { return }
        begin(key, &text)
        try text.objects(items, onLines: true) { (text, item) throws(SnapshotError) in try append(item, &text) }
    }

    private static func begin(_ key: StaticString, _ text: inout JSONText) {
        text.raw(",\n\"")
        text.raw(key)
        text.raw("\": ")
    }

    // MARK: Parts

    private static func append(_ revision: Revision, to text: inout JSONText) {
        text.optional("commit", revision.commit)
        text.optional("branch", revision.branch)
        text.optional("author", revision.author)
        text.optional("committedAt", revision.committedAt?.iso ?? "")
        text.optional("subject", revision.subject)
        if revision.isDirty { text.member("dirty", true) }
    }

    private static func append(_ tool: SnapshotHeader.Tool, to text: inout JSONText) {
        text.member("name", tool.name)
        text.optional("version", tool.version)
        text.optional("rules", tool.rules)
    }

    private static func append(_ provenance: Provenance, to text: inout JSONText) {
        text.member("findings", provenance.findings.rawValue)
        text.member("tests", provenance.tests.rawValue)
        text.member("metrics", provenance.metrics.rawValue)
        text.member("plan", provenance.plan.rawValue)
        text.optional("note", provenance.note)
    }

    private static func append(_ coverage: Coverage, to text: inout JSONText) throws(SnapshotError) {
        text.member("files", coverage.files)
        text.member("bytes", coverage.bytes)
        text.member("excluded", coverage.excluded)
        text.member("unreadable", coverage.unreadable)
        text.member("unparsed", coverage.unparsed)
        text.member("tooLarge", coverage.tooLarge)
        text.member("notScanned", coverage.notScanned)
        if coverage.problems.isEmpty { return }
        text.key("problems")
        try text.objects(coverage.problems, onLines: true) { (text, problem) in
            text.member("path", problem.path)
            text.optional("line", problem.line)
            text.optional("column", problem.column)
            text.optional("message", problem.message)
            text.member("kind", problem.kind.rawValue)
        }
    }

    private static func append(conditionsOf plan: Plan, to text: inout JSONText) throws(SnapshotError) {
        if !plan.mustPass.isEmpty {
            text.key("mustPass")
            text.strings(plan.mustPass)
        }
        try text.optional("leastCoverage", plan.leastCoverage, of: "plan.leastCoverage")
    }

    private static func append(_ text: inout JSONText, _ phase: Phase) throws(SnapshotError) {
        text.optional("id", phase.id)
        text.member("name", phase.name)
        text.optional("starts", phase.starts?.iso ?? "")
        text.optional("due", phase.due?.iso ?? "")
        text.optional("protects", phase.protects)
        if phase.targets.isEmpty { return }
        text.key("targets")
        try text.objects(phase.targets) { (text, target) throws(SnapshotError) in
            guard target.target.value.isFinite else {
                throw .unwritableValue(key: "\(target.measure).target", what: "\(target.target.value)")
            }
            text.member("measure", target.measure)
            text.key("target")
            text.target(target.target)
            try text.optional("baseline", target.baseline, of: target.measure)
        }
    }

    private static func append(_ check: Check, to text: inout JSONText) throws(SnapshotError) {
        text.member("id", check.id)
        text.optional("title", check.title)
        if check.measures.isEmpty { return }
        text.key("measures")
        try text.objects(check.measures) { (text, measure) throws(SnapshotError) in
            text.member("id", measure.id)
            text.optional("title", measure.title)
            try text.member("value", measure.value, of: measure.id)
            text.optional("unit", measure.unit)
            try text.optional("population", measure.population, of: measure.id)
            text.member("better", measure.better.rawValue)
            if let rule = measure.rule { text.member("rule", rule) }
        }
    }

    private static func append(_ rule: Rule, to text: inout JSONText) {
        text.member("id", rule.id)
        text.member("check", rule.check)
        text.optional("title", rule.title)
        text.member("severity", rule.severity.rawValue)
        text.optional("help", rule.help)
        text.member("count", rule.count)
        if !rule.isListed { text.member("listed", false) }
        if !rule.isSeen { text.member("unseen", true) }
        text.optional("digest", rule.digest)
    }

    private static func append(_ accepted: AcceptedFindings, to text: inout JSONText) {
        text.member("rule", accepted.rule)
        text.member("subject", accepted.subject)
        text.optional("reason", accepted.reason)
        text.optional("owner", accepted.owner)
        text.optional("expires", accepted.expires?.iso ?? "")
        text.member("state", accepted.state.rawValue)
        text.member("count", accepted.count)
    }

    private static func append(_ test: TestOutcome, to text: inout JSONText) throws(SnapshotError) {
        text.optional("suite", test.suite)
        text.member("name", test.name)
        text.member("status", test.status.rawValue)
        try text.optional("duration", test.duration, of: test.name)
        text.optional("message", test.message)
        text.optional("details", test.details)
        text.optional("path", test.path)
        text.optional("line", test.line)
        text.optional("attempts", test.attempts, default: 1)
    }

    private static func append(_ metric: Metric, to text: inout JSONText) throws(SnapshotError) {
        text.member("id", metric.id)
        text.optional("title", metric.title)
        try text.member("value", metric.value, of: metric.id)
        text.optional("unit", metric.unit)
        try text.optional("limit", metric.limit, of: metric.id)
        text.member("better", metric.better.rawValue)
        if metric.kind == .event { text.member("kind", metric.kind.rawValue) }
    }
}

extension JSONText {
    /// `"<= 1"`, with all digits: people's text of a target rounds.
    fileprivate mutating func target(_ target: Target) {
        var number = JSONText()
        number.number(target.value)
        raw("\"")
        raw(target.comparison.rawValue)
        raw(" ")
        number.withBytes { raw($0) }
        raw(target.isPercent ? " %\"" : "\"")
    }
}
