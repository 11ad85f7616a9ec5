/// Rules that another tool's file has, as rules of ours.
package struct ForeignRules: Sendable {
    /// The tool, for people: `import-linter`.
    package var tool: String
    /// The file, as it was named.
    package var file: String
    package var rules: [ProposedRule] = []
    /// Folders that its modules are named from.
    package var roots: [String] = []
    /// What could not be carried over, a sentence each: nothing is dropped in silence.
    package var lost: [String] = []

    package init(tool: String, file: String) {
        self.tool = tool
        self.file = file
    }
}
