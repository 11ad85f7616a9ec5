import PaydownCore

/// Takes a header apart.
struct HeaderPacking {
    private var values = ByteWriter()
    private var frame = ByteWriter()
    private var tests = ByteWriter()
    private var problems = ByteWriter()

    static func packed(_ header: SnapshotHeader) -> PackedHeader {
        var packing = HeaderPacking()
        packing.append(header)
        return PackedHeader(
            values: packing.values.bytes, frame: packing.frame.bytes, tests: packing.tests.bytes,
            problems: packing.problems.bytes)
    }

    private mutating func append(_ header: SnapshotHeader) {
        moment(header.takenAt, &values)
        revision(header.revision)
        coverage(header.coverage)
        frame.text(header.project.name)
        frame.text(header.project.url)
        frame.text(header.tool.name)
        frame.text(header.tool.version)
        frame.text(header.tool.rules)
        provenance(header.provenance)
        frame.number(header.plan.phases.count)
        for phase in header.plan.phases { self.phase(phase) }
        frame.number(header.checks.count)
        for check in header.checks { self.check(check) }
        frame.number(header.rules.count)
        for rule in header.rules { self.rule(rule) }
        frame.number(header.metrics.count)
        for metric in header.metrics { self.metric(metric) }
        // Behind the rest, and only where there are any: what was stored before has none.
        if header.rules.contains(where: { !$0.digest.isEmpty }) {
            for rule in header.rules { frame.text(rule.digest) }
        }
        tests.number(header.tests.count)
        for test in header.tests { self.test(test) }
        problems.number(header.accepted.count)
        for accepted in header.accepted { self.accepted(accepted) }
    }

    private func moment(_ moment: Timestamp, _ writer: inout ByteWriter) {
        writer.signed(moment.seconds)
        writer.signed(moment.offsetMinutes)
    }

    private mutating func revision(_ revision: Revision?) {
        values.flag(revision != nil)
        guard let revision else { return }
        values.text(revision.commit)
        values.text(revision.branch)
        values.text(revision.author)
        values.flag(revision.committedAt != nil)
        if let committedAt = revision.committedAt { moment(committedAt, &values) }
        values.text(revision.subject)
        values.flag(revision.isDirty)
    }

    private mutating func coverage(_ coverage: Coverage) {
        values.signed(coverage.files)
        values.signed(coverage.bytes)
        values.signed(coverage.excluded)
        values.signed(coverage.unreadable)
        values.signed(coverage.unparsed)
        values.signed(coverage.tooLarge)
        values.signed(coverage.notScanned)
        problems.number(coverage.problems.count)
        for problem in coverage.problems {
            problems.text(problem.path)
            problems.signed(problem.line)
            problems.signed(problem.column)
            problems.text(problem.message)
            problems.text(problem.kind.rawValue)
        }
    }

    private mutating func provenance(_ provenance: Provenance) {
        for source in [provenance.findings, provenance.tests, provenance.metrics, provenance.plan] {
            frame.text(source.rawValue)
        }
        frame.text(provenance.note)
    }

    private mutating func phase(_ phase: Phase) {
        frame.text(phase.id)
        frame.text(phase.name)
        frame.day(phase.starts)
        frame.day(phase.due)
        frame.text(phase.protects)
        frame.number(phase.targets.count)
        for target in phase.targets {
            frame.text(target.measure)
            frame.text(target.target.comparison.rawValue)
            frame.double(target.target.value)
            frame.flag(target.target.isPercent)
            frame.optional(target.baseline)
        }
    }

    private mutating func check(_ check: Check) {
        frame.text(check.id)
        frame.text(check.title)
        frame.number(check.measures.count)
        for measure in check.measures {
            frame.text(measure.id)
            frame.text(measure.title)
            frame.text(measure.unit)
            frame.text(measure.better.rawValue)
            frame.flag(measure.rule != nil)
            if let rule = measure.rule { frame.text(rule) }
            values.double(measure.value)
            values.optional(measure.population)
        }
    }

    private mutating func rule(_ rule: Rule) {
        frame.text(rule.id)
        frame.text(rule.check)
        frame.text(rule.title)
        frame.text(rule.severity.rawValue)
        frame.text(rule.help)
        frame.flag(rule.isListed)
        frame.flag(rule.isSeen)
        values.signed(rule.count)
    }

    private mutating func metric(_ metric: Metric) {
        frame.text(metric.id)
        frame.text(metric.title)
        frame.text(metric.unit)
        frame.optional(metric.limit)
        frame.text(metric.better.rawValue)
        frame.text(metric.kind.rawValue)
        values.double(metric.value)
    }

    private mutating func test(_ test: TestOutcome) {
        tests.text(test.suite)
        tests.text(test.name)
        tests.text(test.status.rawValue)
        tests.text(test.message)
        tests.text(test.details)
        tests.text(test.path)
        tests.signed(test.line)
        tests.signed(test.attempts)
        values.optional(test.duration)
    }

    private mutating func accepted(_ accepted: AcceptedFindings) {
        problems.text(accepted.rule)
        problems.text(accepted.subject)
        problems.text(accepted.reason)
        problems.text(accepted.owner)
        problems.day(accepted.expires)
        problems.text(accepted.state.rawValue)
        problems.signed(accepted.count)
    }
}

extension ByteWriter {
    fileprivate mutating func day(_ day: Day?) {
        flag(day != nil)
        if let day { signed(day.number) }
    }

    fileprivate mutating func optional(_ value: Double?) {
        flag(value != nil)
        if let value { double(value) }
    }
}
