import PaydownCore
import PaydownScreen
import PaydownWidgets

extension CheckView {
    static func drawWhy(_ model: Model, isFocused: Bool, on buffer: inout Buffer) {
        guard let finding = model.checkState.tree.selectedFinding else {
            Heading("WHY", isFocused: isFocused).draw(on: &buffer)
            return
        }
        let rule = model.shown?.header.rule(finding.rule)
        Heading("WHY", detail: rule?.title ?? finding.rule, isFocused: isFocused).draw(on: &buffer)
        let text = WhyText.text(finding, of: model, width: buffer.width)
        var used = 0
        buffer.within(buffer.bounds.inset(top: 1)) { area in
            used = text.draw(offset: model.scroll[.why] ?? 0, on: &area)
        }
        buffer.within(buffer.bounds.inset(top: used + 2)) { drawSameFile(finding, of: model, on: &$0) }
    }

    /// The other findings of the file, when there is room for at least three.
    private static func drawSameFile(_ finding: Finding, of model: Model, on buffer: inout Buffer) {
        guard buffer.height >= 4, let others = FileNeighbours(model), !others.rows.isEmpty else { return }
        let count = CountText.number(others.rows.count)
        Heading("SAME FILE", fact: others.rows.count == 1 ? "1 other" : "\(count) others").draw(on: &buffer)
        for (index, row) in others.rows.prefix(buffer.height - 1).enumerated() {
            let other = others.finding(row)
            buffer.write(other.line > 0 ? String(other.line) : "file", endingAt: 6, y: index + 1, ink: .muted)
            let rule = model.shown?.header.rule(other.rule)?.title ?? other.rule
            let width = min(24, buffer.width / 3)
            buffer.write(rule, x: 8, y: index + 1, ink: .text, limit: width)
            let room = buffer.width - 10 - width - 1
            let symbol = ShortName.fitting(other.symbol, width: room, buffer.glyphs)
            buffer.write(symbol, x: 10 + width, y: index + 1, ink: .muted, limit: max(0, room))
        }
    }
}

/// What is said about a finding: what is wrong, what to do, by which rule, since when, and what is near.
enum WhyText {
    static func text(_ finding: Finding, of model: Model, width: Int) -> LabelledText {
        var text = LabelledText(width: width, labelWidth: 7)
        let glyphs = model.glyphs
        let dot = " \(Character(glyphs.dot)) "
        text.add(finding.message.isEmpty ? finding.symbol : finding.message)
        let rule = model.shown?.header.rule(finding.rule)
        if let help = rule?.help { text.add(help, ink: .muted) }
        text.addSpace()
        let severity = rule.map { dot + $0.severity.rawValue } ?? ""
        text.addLine(finding.rule + severity, label: "rule")
        if let (label, day) = since(model) { text.add(day, label: label) }
        if let returns = returns(model) { text.add(returns, label: " ") }
        addAuthor(model, to: &text)
        if let owner = model.selectedOwner { text.addLine(owner, label: "owner") }
        if let place = movedFrom(model) { text.addLine(place, label: "was") }
        if let others = FileNeighbours(model) { text.add(others.summary, label: "also") }
        text.add(finding.scope, label: "in")
        text.add(finding.tags.joined(separator: ", "), label: "tags")
        var label = "see"
        for place in finding.related.prefix(6) {
            let at = place.line > 0 ? "\(place.path):\(place.line)" : place.path
            text.addLine(place.message.isEmpty ? at : at + dot + place.message, label: label)
            label = " "
        }
        if finding.related.count > 6 { text.add("\(finding.related.count - 6) more places", label: " ", ink: .muted) }
        text.add(finding.fingerprint, label: "id", ink: .muted)
        return text
    }

    /// Since when the finding is there, as far as the snapshots that are loaded tell.
    private static func since(_ model: Model) -> (label: String, day: String)? {
        guard let listing = model.checkState.tree.listing, let index = model.checkState.tree.selectedIndex else {
            return nil
        }
        let year = model.referenceDay.civil.year
        let ages = listing.comparison?.ages
        if !listing.isFixed(index), let births = model.births(of: listing.current),
            ages?.birth(listing.rows[index]).after == nil
        {
            let row = Int(listing.rows[index])
            let day = WhenText.weekday(births.day(row), year: year)
            return ("since", births.mayBeOlder(row) ? day + " or earlier" : day)
        }
        guard let comparison = listing.comparison, let baseline = model.archive[comparison.baseline]?.header else {
            return nil
        }
        func day(_ moment: Timestamp) -> String { WhenText.weekday(moment.day, year: year) }
        if listing.isFixed(index) { return ("fixed", "after \(day(baseline.takenAt))") }
        let now = listing.current.header
        let isNew = listing.isNew(index)
        guard let birth = ages?.birth(listing.rows[index]) else {
            return isNew
                ? ("since", between(day(baseline.takenAt), day(now.takenAt), now.revision))
                : ("since", "\(day(baseline.takenAt)) or earlier")
        }
        let born =
            birth.after.map { between(day($0.takenAt), day(birth.by.takenAt), birth.by.revision) }
            ?? "\(day(birth.by.takenAt)) or earlier"
        // New since the baseline, and yet seen before it: it was fixed in between, or not looked at.
        let isBack = isNew && birth.by.takenAt < baseline.takenAt
        return ("since", isBack ? born + "; back after \(day(baseline.takenAt))" : born)
    }

    /// `returned 2 times, last 12 Sep`; nil for what was never fixed in between.
    private static func returns(_ model: Model) -> String? {
        guard let listing = model.checkState.tree.listing, let index = model.checkState.tree.selectedIndex,
            !listing.isFixed(index),
            let returns = model.births(of: listing.current)?.returns(Int(listing.rows[index]))
        else { return nil }
        let day = WhenText.day(returns.last, year: model.referenceDay.civil.year)
        return returns.count == 1 ? "returned once, on \(day)" : "returned \(returns.count) times, last \(day)"
    }

    private static func between(_ after: String, _ by: String, _ revision: Revision?) -> String {
        let commit = revision.map { $0.commit.isEmpty ? "" : ", at \($0.shortCommit)" } ?? ""
        return "after \(after), by \(by)\(commit)"
    }

    /// The commit that made it, or ended it, and its author; nothing where there is no project to ask.
    private static func addAuthor(_ model: Model, to text: inout LabelledText) {
        guard let question = model.authorQuestion else { return }
        switch model.authors[question] {
        case .commit(let commit):
            let year = model.referenceDay.civil.year
            text.add("\(commit.author), \(WhenText.weekday(commit.day, year: year))", label: "by")
            let name = (commit.isMerge ? "merge " : "") + commit.name.prefix(9)
            text.add("\(name) \(commit.subject)", label: " ", atMost: 2)
            guard commit.doubts > 0 else { return }
            let commits = CountText.counted(commit.doubts, "commit")
            text.add("or one of \(commits) before it that cannot be parsed", label: " ", ink: .muted)
        case .unknown(let reason):
            text.add("not known: " + reason, label: "by", ink: .muted)
        case nil:
            if model.pending.author == question { text.add("git is asked", label: "by", ink: .muted) }
        }
    }

    /// The file that the finding was in when the baseline was taken; nil when it was this one.
    private static func movedFrom(_ model: Model) -> String? {
        guard let listing = model.checkState.tree.listing, let index = model.checkState.tree.selectedIndex,
            !listing.isFixed(index), let place = listing.comparison?.movedFrom(listing.rows[index])
        else { return nil }
        return place.line > 0 ? "\(place.path):\(place.line)" : place.path
    }
}

/// The other findings of the selected finding's file.
struct FileNeighbours {
    /// Ascending by line; at most `limit`.
    let rows: [Int32]
    private let snapshot: LoadedSnapshot
    private let isCut: Bool

    /// A file with more findings than this says "more than", so that a frame's cost is bounded.
    private static let limit = 2000

    /// Nil without a selected finding that is there now and has a path.
    init?(_ model: Model) {
        let tree = model.checkState.tree
        guard let listing = tree.listing, let index = tree.selectedIndex, !listing.isFixed(index) else { return nil }
        snapshot = listing.current
        let findings = snapshot.findings
        let own = listing.rows[index]
        let path = findings.path[Int(own)]
        guard !path.isEmpty else { return nil }
        let all = snapshot.index.paths.rows(of: path, in: findings)
        isCut = all.count > Self.limit
        rows = all.prefix(Self.limit).filter { $0 != own }
            .sorted { (findings.line[Int($0)], $0) < (findings.line[Int($1)], $1) }
    }

    func finding(_ row: Int32) -> Finding { snapshot.findings[Int(row)] }

    /// `in this file: imports 2, factory 1`, by check in the snapshot's order.
    ///
    /// The titles are the snapshot's own words, whose singular nobody knows: so the number comes after.
    var summary: String {
        if isCut { return "in this file: more than \(CountText.number(Self.limit))" }
        if rows.isEmpty { return "in this file: nothing else" }
        let findings = snapshot.findings
        var byRule: [StringID: Int] = [:]
        for row in rows { byRule[findings.rule[Int(row)], default: 0] += 1 }
        var byCheck: [String: Int] = [:]
        for (rule, count) in byRule {
            let id = findings.strings[rule]
            byCheck[snapshot.header.rule(id)?.check ?? id, default: 0] += count
        }
        let parts = snapshot.index.checkNames.compactMap { check in
            byCheck[check].map {
                "\(snapshot.header.check(check)?.title.lowercased() ?? check) \(CountText.number($0))"
            }
        }
        return "in this file: " + parts.joined(separator: ", ")
    }
}
