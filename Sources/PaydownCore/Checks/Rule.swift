/// What a finding breaks: a rule as the snapshot knows it, without how it is checked.
package struct Rule: Equatable, Sendable {
    package var id: String
    /// The id of the check that shows it.
    package var check: String
    package var title: String
    package var severity: Severity
    /// What to do instead, in a sentence or two; may be empty.
    package var help: String
    /// How many findings the rule has, listed or not.
    package var count: Int
    /// False when the snapshot keeps only the number of this rule's findings, not the findings.
    package var isListed: Bool
    /// False when nobody looked for its findings this time, such as those of a tool that was not run: then their absence
    /// says nothing.
    package var isSeen: Bool
    /// What it looks for and where, in a dozen digits: where they change, its counts do not compare. Empty when unknown.
    package var digest: String

    package init(
        id: String, check: String, title: String = "", severity: Severity = .warning, help: String = "",
        count: Int = 0, isListed: Bool = true, isSeen: Bool = true, digest: String = ""
    ) {
        self.id = id
        self.check = check
        self.title = title
        self.severity = severity
        self.help = help
        self.count = count
        self.isListed = isListed
        self.isSeen = isSeen
        self.digest = digest
    }
}
