import PaydownRules

/// A rule as it stands in the project's file, for explaining it in its author's words.
package enum WrittenRule {
    /// What every kind has, and what is shown elsewhere.
    private static let common: Set = [
        "id", "kind", "check", "title", "severity", "help", "use", "message", "headline", "listed", "scope", "target",
    ]

    /// The lines of the rule's own parameters; none when there is no such rule.
    ///
    /// - Parameter tables: `Configuration.tables`.
    package static func parameters(of id: String, in tables: [String: TOMLNode]) -> [String] {
        guard let rules = tables["rule"]?.array else { return [] }
        guard let table = rules.lazy.compactMap(\.table).first(where: { $0["id"]?.string == id }) else { return [] }
        return table.inTextOrder.filter { !common.contains($0.key) }.flatMap {
            TOMLText.assignments(TOMLText.key($0.key), Setting($0.value).value)
        }
    }
}
