import PaydownCore
import PaydownRules

/// What a project's file says about rules, gate and golden path.
package struct ProjectRules: Sendable {
    package let rules: RuleSet
    package let gate: Gate
    package let goldenPath: GoldenPath?
    /// The version of Python that the project names, as written; nil for the newest.
    package let python: String?
    /// Patterns of files that are not scanned, as in a `.gitignore` at the project's root.
    package let excludes: [String]

    /// The tables of a loaded configuration.
    ///
    /// - Parameters:
    ///   - tables: `Configuration.tables`; names beyond those about rules are left alone.
    ///   - file: its name, for messages.
    /// - Throws: all errors, in the order of the text.
    package init(_ tables: [String: TOMLNode], file: String) throws(ConfigurationErrors) {
        let reader = RuleSetReader(tables.mapValues(Setting.init))
        if !reader.problems.isEmpty {
            throw ConfigurationErrors(reader.problems.map { ConfigurationError($0, file: file) })
        }
        rules = reader.rules
        gate = reader.gate
        goldenPath = reader.goldenPath
        python = reader.python
        excludes = reader.excludes
    }

    /// A file of rules alone, such as `SampleData/rules/websocket.toml`.
    package init(text: String, file: String) throws(ConfigurationErrors) {
        let tables: [String: TOMLNode]
        do throws(ConfigurationError) {
            tables = try TOMLDocument.read(text, file: file)
        } catch {
            throw ConfigurationErrors([error])
        }
        try self.init(tables, file: file)
    }
}
