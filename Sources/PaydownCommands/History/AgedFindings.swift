import PaydownCore
import PaydownFormats
import PaydownHistory

/// The findings of a history's newest snapshot, with how long they are there and how often they came back.
struct AgedFindings {
    struct Item {
        let finding: Finding
        /// The one that the finding keeps for its life.
        let fingerprint: String
        let since: Day
        /// Whether it may have been there before.
        let mayBeOlder: Bool
        /// In days, to the newest snapshot.
        let age: Int
        let returns: Int
        let lastReturn: Day?
    }

    private let items: [Item]

    /// Nil when the newest snapshot has no findings to tell of.
    ///
    /// - Parameter rules: only of these; nil for all.
    init?(_ store: HistoryStore, rules: Set<String>?) throws(HistoryError) {
        guard let newest = try store.newest(), let identities = try store.identities(of: newest.id) else { return nil }
        let findings = try store.snapshot(newest.id).findings
        let history = try HistoryDays(store)
        let today = newest.header.takenAt.day
        items = identities.indices.compactMap { row -> Item? in
            let (identity, finding) = (identities[row], findings[row])
            guard rules?.contains(finding.rule) ?? true, let since = history.day(of: identity.born) else { return nil }
            return Item(
                finding: finding, fingerprint: identity.fingerprint, since: since,
                mayBeOlder: history.mayBeOlder(finding.rule, metIn: identity.born),
                age: max(0, today.days(since: since)), returns: identity.returns,
                lastReturn: identity.lastReturn.flatMap { history.day(of: $0) })
        }
    }

    /// What is alike stands in the order of places.
    func ordered(by order: HistoryFindingsCommand.Order) -> [Item] {
        func place(_ item: Item) -> (String, Int, String) { (item.finding.path, item.finding.line, item.fingerprint) }
        switch order {
        case .age:
            return items.sorted { left, right in
                left.age != right.age ? left.age > right.age : place(left) < place(right)
            }
        case .returned:
            return items.filter { $0.returns > 0 }.sorted { left, right in
                if left.returns != right.returns { return left.returns > right.returns }
                if left.lastReturn != right.lastReturn {
                    return (left.lastReturn ?? left.since) > (right.lastReturn ?? right.since)
                }
                return place(left) < place(right)
            }
        }
    }

    // MARK: Text

    static func text(_ items: [Item], of all: Int, _ order: HistoryFindingsCommand.Order, width: Int) -> String {
        if items.isEmpty { return order == .returned ? "no finding has ever returned\n" : "no findings\n" }
        let rows = [["id", "days", "since", "returned", "rule", "where"]] + items.map(row)
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            let cells = row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return column == 1 ? space + row[column] : row[column] + space
            }
            let line = cells.joined(separator: "  ")
            let text = line.withoutTrailingSpaces
            return text.count > width ? String(text.prefix(max(1, width - 1))) + "~" : text
        }
        let left = all - items.count
        return (lines + (left > 0 ? ["and \(left) more; --limit 0 lists all"] : [])).joined(separator: "\n") + "\n"
    }

    private static func row(_ item: Item) -> [String] {
        let finding = item.finding
        let place = finding.path.isEmpty ? "project" : finding.path + (finding.line > 0 ? ":\(finding.line)" : "")
        let returns = item.returns == 0 ? "" : "\(item.returns)x, last \((item.lastReturn ?? item.since).iso)"
        return [
            item.fingerprint, "\(item.age)" + (item.mayBeOlder ? "+" : ""),
            item.since.iso + (item.mayBeOlder ? " or earlier" : ""), returns, finding.rule,
            place + "  " + (finding.message.isEmpty ? finding.symbol : finding.message),
        ].map { PlainLine.of($0) }
    }

    // MARK: JSON

    /// An array with an object for each finding; what a snapshot file calls something is called so here.
    static func json(_ items: [Item]) -> String {
        "[\n" + items.map { "  " + object($0) }.joined(separator: ",\n") + (items.isEmpty ? "]\n" : "\n]\n")
    }

    private static func object(_ item: Item) -> String {
        let finding = item.finding
        var fields = [
            ("fingerprint", JSONString.quoted(item.fingerprint)), ("rule", JSONString.quoted(finding.rule)),
            ("path", JSONString.quoted(finding.path)), ("line", "\(finding.line)"),
            ("symbol", JSONString.quoted(finding.symbol)), ("message", JSONString.quoted(finding.message)),
            ("since", JSONString.quoted(item.since.iso)), ("orEarlier", "\(item.mayBeOlder)"),
            ("days", "\(item.age)"), ("returned", "\(item.returns)"),
        ]
        if let day = item.lastReturn { fields.append(("lastReturned", JSONString.quoted(day.iso))) }
        return HistoryListing.joined(fields)
    }
}
