import PaydownCore

/// What became of findings between two snapshots, as JSON: `SampleData/schema/diff.schema.json` describes it.
package struct DiffDocument {
    private let old: Snapshot
    private let new: Snapshot
    private let diff: SnapshotDiff
    private let notes: [String]
    private let who: ((DiffEntry) -> Who?)?

    /// Who made a finding come or go.
    package enum Who {
        /// The file's path there, empty when several decided; and commits of which it may have been one instead.
        case commit(Revision, path: String, isMerge: Bool, orBefore: [String])
        /// Why nobody can be named.
        case unknown(String)
    }

    /// - Parameters:
    ///   - diff: of these two snapshots.
    ///   - notes: what keeps the numbers from comparing, a sentence each.
    ///   - who: nil where nobody was asked.
    package init(
        old: Snapshot, new: Snapshot, diff: SnapshotDiff, notes: [String] = [], who: ((DiffEntry) -> Who?)? = nil
    ) {
        self.old = old
        self.new = new
        self.diff = diff
        self.notes = notes
        self.who = who
    }

    /// The text, passed on in pieces, since a million findings are a long one.
    ///
    /// - Parameters:
    ///   - entries: the findings to list.
    ///   - rules: of these only counts are listed; nil for all.
    ///   - sink: takes bytes of UTF-8.
    package func write(
        _ entries: [DiffEntry], rules: Set<String>? = nil, to sink: ([UInt8]) -> Void
    ) throws(SnapshotError) {
        var text = JSONText()
        text.raw("{\n\"format\": \"paydown-diff\",\n\"version\": 1,\n\"old\": ")
        try side(old, diff.counts.old, to: &text)
        text.raw(",\n\"new\": ")
        try side(new, diff.counts.current, to: &text)
        text.raw(",\n\"comparable\": ")
        try text.object { (text) throws(SnapshotError) in
            text.member("rulesChanged", diff.epoch.isChanged)
            list("rulesRedefined", diff.epoch.redefined, to: &text)
            list("rulesAdded", diff.epoch.appeared, to: &text)
            list("rulesDropped", diff.epoch.disappeared, to: &text)
            text.member("coverageFell", CoverageChange(from: old.header.coverage, to: new.header.coverage).isFall)
            text.member("renameSearchCapped", diff.isRenameSearchCapped)
            list("notes", notes, to: &text)
        }
        text.raw(",\n\"counts\": ")
        try text.object { (text) throws(SnapshotError) in counts(diff.counts, to: &text) }
        text.raw(",\n\"rules\": ")
        try text.objects(ruleNames(rules), onLines: true) { (text, rule) throws(SnapshotError) in
            text.member("id", rule)
            let known = new.header.rule(rule) ?? old.header.rule(rule)
            text.optional("check", known?.check ?? "")
            text.optional("title", known?.title ?? "")
            counts(diff.countsByRule[rule] ?? DiffCounts(), to: &text)
        }
        text.raw(",\n\"findings\": [")
        for (number, entry) in entries.enumerated() {
            text.raw(number == 0 ? "\n" : ",\n")
            try text.object { (text) throws(SnapshotError) in finding(entry, to: &text) }
            if text.count > Self.chunk {
                sink(text.bytes)
                text.removeAll()
            }
        }
        text.raw(entries.isEmpty ? "]\n}\n" : "\n]\n}\n")
        sink(text.bytes)
    }

    private static let chunk = 128 << 10

    /// Rules with findings on either side and those that are listed, by name.
    private func ruleNames(_ wanted: Set<String>?) -> [String] {
        let all = Set(diff.countsByRule.keys).union(new.header.rules.map(\.id))
        return all.filter { wanted?.contains($0) ?? true }.sorted()
    }

    private func side(_ snapshot: Snapshot, _ count: Int, to text: inout JSONText) throws(SnapshotError) {
        let header = snapshot.header
        try text.object { (text) throws(SnapshotError) in
            text.member("project", header.project.name)
            text.member("takenAt", header.takenAt.iso)
            text.optional("commit", header.revision?.commit ?? "")
            text.optional("branch", header.revision?.branch ?? "")
            if header.revision?.isDirty == true { text.member("dirty", true) }
            text.optional("rules", header.tool.rules)
            text.member("files", header.coverage.files)
            text.member("parsed", header.coverage.parsed)
            text.member("findings", count)
        }
    }

    private func counts(_ counts: DiffCounts, to text: inout JSONText) {
        text.member("new", counts.new)
        text.member("revealed", counts.revealed)
        text.member("returned", counts.returned)
        text.member("fixed", counts.fixed)
        text.member("gone", counts.gone)
        text.member("moved", counts.moved)
        text.member("unseen", counts.unseen)
        text.member("unchanged", counts.unchanged)
    }

    private func list(_ key: StaticString, _ items: [String], to text: inout JSONText) {
        text.key(key)
        text.raw("[")
        for (index, item) in items.enumerated() {
            if index > 0 { text.raw(",") }
            text.string(item)
        }
        text.raw("]")
    }

    private func append(_ who: Who, to text: inout JSONText) {
        switch who {
        case .unknown(let reason): text.member("byUnknown", reason)
        case .commit(let revision, let path, let isMerge, let orBefore):
            text.key("by")
            text.raw("{")
            text.member("commit", revision.commit)
            text.member("author", revision.author)
            text.member("committedAt", revision.committedAt?.iso ?? "")
            text.member("subject", revision.subject)
            text.optional("path", path)
            if isMerge { text.member("merge", true) }
            if !orBefore.isEmpty { list("orBefore", orBefore, to: &text) }
            text.raw("}")
        }
    }

    private func finding(_ entry: DiffEntry, to text: inout JSONText) {
        guard let row = entry.new ?? entry.old else { return }
        let finding = (entry.new != nil ? new : old).findings[row]
        text.member("state", entry.state.rawValue)
        if let row = entry.new, diff.isRevealed(row) { text.member("revealed", true) }
        text.member("rule", finding.rule)
        text.member("path", finding.path)
        text.optional("line", finding.line)
        text.optional("column", finding.column)
        text.optional("symbol", finding.symbol)
        text.optional("scope", finding.scope)
        text.optional("message", finding.message)
        text.optional("excerpt", finding.excerpt)
        text.optional("fingerprint", finding.fingerprint)
        if let who = who?(entry) { append(who, to: &text) }
        guard let newRow = entry.new, let oldRow = entry.old else { return }
        text.member("stage", Int(diff.stageOfNew[newRow]))
        text.key("was")
        text.raw("{")
        text.member("path", old.findings.strings[old.findings.path[oldRow]])
        text.optional("line", Int(old.findings.line[oldRow]))
        text.raw("}")
    }
}
