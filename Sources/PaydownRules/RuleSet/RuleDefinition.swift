import PaydownCore

/// A rule as a project writes it: what every kind has, and the kind with its own parameters.
package struct RuleDefinition: Sendable {
    package var id: String
    package var kind: any RuleKind
    /// The name of the kind, `import-paths`.
    package var kindName: String
    /// The id of the pane that shows it.
    package var check: String
    package var title: String
    package var severity: Severity
    /// What to do instead.
    package var help: String
    /// The index in `RuleSet.scopes`; nil for all files.
    package var scope: Int?
    /// The paths, among those of the scope, that the rule looks at.
    package var path: NameTest
    /// The sentence that findings say, with `{symbol}` and what else the kind offers; empty for the kind's own.
    package var message: String
    /// Whether its measure leads the check.
    package var isHeadline: Bool
    /// Whether findings are kept, and not only their number.
    package var isListed: Bool
    /// What its first measure should reach, when the rule says so.
    package var target: Target?
    /// The rule as written, in one form for all ways to write it.
    package var canonicalText: String
    /// The same without what only people read.
    package var checkedText: String
    /// Where it stands in its file.
    package var place: SettingPlace
}
