import PaydownCore
import PaydownHistory

/// A history as a table for people.
enum HistoryListing {
    static func text(_ entries: [SnapshotEntry], width: Int) -> String {
        if entries.isEmpty { return "no snapshots yet; 'paydown scan' keeps one\n" }
        let checks = columns(entries)
        var rows = [["", "when", "commit", "branch", "findings", "change", "seen"] + checks]
        rows += entries.map { row($0, checks) }
        var widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        // Half a column tells nothing: checks that have no room are left to a wider terminal and to JSON.
        while widths.count > rows[0].count - checks.count, widths.reduce(2 * (widths.count - 1), +) > width {
            widths.removeLast()
        }
        return rows.map { line($0, widths, width) }.joined(separator: "\n") + "\n"
    }

    /// A snapshot and what happened on the way to it.
    static func summary(_ entry: SnapshotEntry, width: Int) -> String {
        let header = entry.header
        var lines = ["snapshot \(entry.id.rawValue) of \(header.project.name), \(moment(entry.moment))"]
        if let revision = header.revision {
            let name = [revision.shortCommit, revision.branch, revision.author, revision.subject]
            lines.append(name.filter { !$0.isEmpty }.joined(separator: "  ") + (revision.isDirty ? "  (changed)" : ""))
        }
        lines.append(coverage(header.coverage))
        lines.append(change(entry, isLong: true))
        if !entry.hasFindings { lines.append("its findings were pruned") }
        for check in header.checks {
            lines += ["", check.title.isEmpty ? check.id : check.title]
            lines += check.measures.map { "  " + MeasureText.line($0, header.plan) }
        }
        let changed = (entry.changes ?? [:]).filter { $0.value.isMoving }.sorted { $0.key < $1.key }
        if !changed.isEmpty { lines += ["", "Changes by rule"] + changed.map { "  \($0.key): \(text($0.value))" } }
        return lines.map { PlainLine.of($0) }.joined(separator: "\n") + "\n"
    }

    static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)" + (count == 1 ? "" : "s")
    }

    // MARK: Cells

    /// The checks that any of them has, in the order of the newest.
    private static func columns(_ entries: [SnapshotEntry]) -> [String] {
        var checks: [String] = []
        for entry in entries.reversed() {
            for check in entry.header.checks where !checks.contains(check.id) { checks.append(check.id) }
        }
        return checks
    }

    private static func row(_ entry: SnapshotEntry, _ checks: [String]) -> [String] {
        let header = entry.header
        let revision = header.revision
        let found = Dictionary(grouping: header.rules) { $0.check }.mapValues { $0.reduce(0) { $0 + $1.count } }
        let cells = [
            "\(entry.id.rawValue)" + (entry.hasFindings ? "" : "*"), moment(entry.moment),
            (revision?.shortCommit ?? "") + (revision?.isDirty == true ? "+" : ""), revision?.branch ?? "",
            "\(header.rules.reduce(0) { $0 + $1.count })",
        ]
        let percent = header.coverage.percent.map { percentText($0) } ?? ""
        return (cells + [change(entry, isLong: false), percent] + checks.map { found[$0].map(String.init) ?? "" })
            .map { PlainLine.of($0) }
    }

    /// `2025-09-14 15:49`
    private static func moment(_ moment: Timestamp) -> String {
        let (hour, minute, _) = moment.timeOfDay
        return moment.day.iso + " " + (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }

    /// Rounded down, so that 100 % is all of it.
    private static func percentText(_ percent: Double) -> String {
        numberText((percent * 10).rounded(.down) / 10) + " %"
    }

    private static func coverage(_ coverage: Coverage) -> String {
        let seen = coverage.percent.map { ", \(percentText($0)) of them seen" } ?? ""
        return counted(coverage.files, "file") + seen
    }

    private static func change(_ entry: SnapshotEntry, isLong: Bool) -> String {
        guard let change = entry.change else { return isLong ? "its changes are not worked out yet" : "?" }
        if entry.changes?.isEmpty == true { return isLong ? "" : "-" }
        if isLong { return change.isMoving ? "since the one before: " + text(change) : "nothing changed" }
        let parts = [("+", change.new - change.revealed + change.returned), ("-", change.fixed + change.gone)]
        let revealed = change.revealed > 0 ? ["\(change.revealed) revealed"] : []
        let text = (parts.filter { $0.1 > 0 }.map { "\($0.0)\($0.1)" } + revealed).joined(separator: " ")
        return text.isEmpty ? "=" : text
    }

    private static func text(_ counts: DiffCounts) -> String {
        let parts = [
            (counts.fixed, "fixed"), (counts.gone, "gone with their files"), (counts.new - counts.revealed, "new"),
            (counts.revealed, "revealed (their file or rule was not seen before)"),
            (counts.returned, "returned"), (counts.moved, "moved"), (counts.unseen, "unseen"),
        ]
        return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    /// Numbers to the right, words to the left; cut to the terminal's width.
    private static func line(_ row: [String], _ widths: [Int], _ width: Int) -> String {
        let cells = zip(row, widths).enumerated().map { column, cell in
            let space = String(repeating: " ", count: cell.1 - cell.0.count)
            return (1...3).contains(column) ? cell.0 + space : space + cell.0
        }
        let line = cells.joined(separator: "  ")
        let text = line.withoutTrailingSpaces
        return text.count > width ? String(text.prefix(width - 1)) + "~" : text
    }
}

extension DiffCounts {
    /// Whether anything happened to a finding.
    fileprivate var isMoving: Bool { moved + new + returned + fixed + gone + unseen > 0 }
}
