import PaydownCore

/// A difference for people: what is compared, counts by check and rule, then the findings by state.
struct DiffText {
    let old: DiffSide
    let new: DiffSide
    let diff: SnapshotDiff
    let notes: [String]
    /// Only of these; nil for all.
    let rules: Set<String>?
    /// The most findings of a state that are listed.
    let limit: Int
    /// Who did it, where that was asked.
    var authors = DiffAuthors()

    /// - Parameter entries: the findings to list, state by state.
    func text(_ entries: [DiffEntry]) -> String {
        var lines = [side("old", old, diff.counts.old), side("new", new, diff.counts.current)]
        lines += notes.map { "note: " + $0 }
        lines += [""] + table()
        for state in DiffState.allCases {
            let found = entries.filter { $0.state == state }
            if found.isEmpty { continue }
            lines += ["", "\(state.rawValue) (\(found.count))"]
            for entry in found.prefix(limit) {
                lines.append(line(entry))
                let who = authors.text(entry)
                if !who.isEmpty { lines.append("    " + who) }
            }
            if found.count > limit {
                lines.append("  and \(found.count - limit) more; --limit 0 lists all, --format json too")
            }
        }
        return lines.map { PlainLine.of($0) + "\n" }.joined()
    }

    // MARK: Heading

    private func side(_ word: String, _ side: DiffSide, _ count: Int) -> String {
        let header = side.snapshot.header
        var parts = [side.name]
        if let revision = header.revision, !revision.commit.isEmpty {
            let branch = revision.branch.isEmpty ? "" : " on " + revision.branch
            parts.append(revision.shortCommit + branch + (revision.isDirty ? ", changed" : ""))
        }
        parts.append(header.takenAt.iso)
        parts.append(count == 1 ? "1 finding" : "\(count) findings")
        parts.append("\(header.coverage.parsed) of \(header.coverage.files) files parsed")
        return "\(word): " + parts.joined(separator: ", ")
    }

    // MARK: Counts

    /// Columns for states that occur, a row for each check and each of its rules, and one for all.
    private func table() -> [String] {
        let checks = groups()
        var total = DiffCounts()
        for check in checks { total += check.counts }
        let states = DiffState.allCases.filter { [.new, .fixed, .unchanged].contains($0) || total[$0] > 0 }
        var rows = [[""] + states.map(\.rawValue)]
        func add(_ name: String, _ counts: DiffCounts) {
            rows.append([name] + states.map { String(counts[$0]) })
        }
        for check in checks {
            add(check.title, check.counts)
            for rule in check.rules { add("  " + rule.id, rule.counts) }
        }
        add("all", total)
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let name = row[0] + String(repeating: " ", count: widths[0] - row[0].count)
            let cells = row.indices.dropFirst().map { column in
                String(repeating: " ", count: widths[column] - row[column].count) + row[column]
            }
            return ([name] + cells).joined(separator: "  ")
        }
    }

    private struct Group {
        let title: String
        var rules: [(id: String, counts: DiffCounts)] = []
        var counts = DiffCounts()
    }

    /// In the order of the newer snapshot's rules; those that only the older one has come last.
    private func groups() -> [Group] {
        let headers = [new.snapshot.header, old.snapshot.header]
        var places: [String: Int] = [:]
        var groups: [Group] = []
        var seen: Set<String> = []
        func add(_ id: String, _ rule: Rule?) {
            // Rules without findings on either side say nothing, unless they are asked for.
            guard rules?.contains(id) ?? (diff.countsByRule[id] != nil), seen.insert(id).inserted else { return }
            let check = rule?.check ?? id
            let place = places[check] ?? groups.count
            if place == groups.count {
                places[check] = place
                let title = headers.lazy.compactMap { $0.check(check)?.title }.first { !$0.isEmpty }
                groups.append(Group(title: title ?? check))
            }
            let counts = diff.countsByRule[id] ?? DiffCounts()
            groups[place].rules.append((id, counts))
            groups[place].counts += counts
        }
        for header in headers {
            for rule in header.rules { add(rule.id, rule) }
        }
        for id in diff.countsByRule.keys.sorted() { add(id, nil) }
        return groups
    }

    // MARK: Findings

    private func line(_ entry: DiffEntry) -> String {
        guard let row = entry.new ?? entry.old else { return "" }
        let finding = (entry.new != nil ? new : old).snapshot.findings[row]
        var text = "  " + place(finding.path, finding.line) + "  " + finding.rule + "  "
        text += finding.message.isEmpty ? finding.symbol : finding.message
        if let row = entry.new, diff.isRevealed(row) { text += "  (not seen before)" }
        if entry.state == .moved, let row = entry.old {
            let table = old.snapshot.findings
            text += "  (was " + place(table.strings[table.path[row]], Int(table.line[row])) + ")"
        }
        return text
    }

    private func place(_ path: String, _ line: Int) -> String {
        if path.isEmpty { return "project" }
        return line > 0 ? "\(path):\(line)" : path
    }
}
