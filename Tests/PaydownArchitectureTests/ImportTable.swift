/// The table of targets in Sources/README.md: what each may import.
struct ImportTable {
    /// What one target may import.
    struct Rule {
        /// Modules by their full names; nil allows all.
        let modules: Set<String>?

        func allows(_ module: String) -> Bool { modules?.contains(module) ?? true }
    }

    /// By target, from the rows that begin with a name in backticks.
    static func read() -> [String: Rule] {
        var rules: [String: Rule] = [:]
        for line in (Repository.text("Sources/README.md") ?? "").split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map { $0.trimmed }
            guard cells.count == 4 else { continue }
            for name in cells[0].split(separator: ",").map({ $0.trimmed }) {
                rules[name.filter { $0 != "`" }] = Rule(modules: modules(cells[3]))
            }
        }
        return rules
    }

    private static func modules(_ cell: String) -> Set<String>? {
        if cell == "all" || cell == "what it measures" { return nil }
        if cell == "standard library" || cell == "\u{2013}" { return [] }
        return Set(
            cell.split(separator: ",").map { $0.trimmed }.map { name in
                Repository.isFolder("Sources/Paydown" + name) ? "Paydown" + name : name
            })
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
