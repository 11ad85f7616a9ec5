import PaydownCore

/// One rule's rows of all files, and what the rule makes of them.
package struct RuleConclusion {
    /// A row of a contribution; files are in the order of their paths.
    package struct Row: Hashable, Sendable {
        package var file: Int32
        package var index: Int32
    }

    /// A finding of the outcome. Most are a row and nothing else, and there are tens of thousands of them: what the rule
    /// has made of a few in its second stage is kept apart.
    struct Kept {
        var row: Row?
        /// The index in `revisions`, or -1.
        var revision: Int32 = -1
    }

    /// What stands in place of a row's own.
    struct Revision {
        /// The finding itself, when it is no row.
        var project: Finding?
        var symbol: String?
        var message: String?
        var related: [RelatedPlace] = []
        var properties: String?
    }

    package let rows: [Row]
    let number: Int
    let definition: RuleDefinition
    let layout: SourceLayout
    private let message: MessageTemplate
    private let files: [FileContribution]
    private let tallies: RuleTallies
    private let external: [Finding]
    private(set) var kept: [Kept] = []
    private(set) var revisions: [Revision] = []
    private(set) var measures: [Measure] = []
    /// Whether anything in the tree could have broken the rule.
    private(set) var sawAnything = false

    init(
        _ number: Int, _ definition: RuleDefinition, layout: SourceLayout, rows: [Row], files: [FileContribution],
        tallies: RuleTallies, external: [Finding] = []
    ) {
        self.number = number
        self.definition = definition
        self.layout = layout
        self.rows = rows
        self.files = files
        self.tallies = tallies
        self.external = external
        let documentation = type(of: definition.kind).documentation
        message = MessageTemplate(definition.message.isEmpty ? documentation.defaultMessage : definition.message)
        sawAnything = !rows.isEmpty
    }

    // MARK: Reading

    package func path(_ row: Row) -> String {
        files[Int(row.file)].path
    }

    package func row(_ row: Row) -> ContributionRow {
        files[Int(row.file)].row(Int(row.index))
    }

    package func symbol(_ row: Row) -> String {
        files[Int(row.file)].string(self.row(row).symbol)
    }

    package func detail(_ row: Row) -> String {
        files[Int(row.file)].string(self.row(row).detail)
    }

    package func scope(_ row: Row) -> String {
        files[Int(row.file)].string(self.row(row).scope)
    }

    package func members(_ row: Row) -> [String] {
        let file = files[Int(row.file)]
        return file.members(of: self.row(row)).map { file.string($0) }
    }

    package func related(_ row: Row, message: String) -> RelatedPlace {
        let found = self.row(row)
        return RelatedPlace(path: path(row), line: Int(found.line), column: Int(found.column), message: message)
    }

    package func paths() -> [String] {
        files.map(\.path)
    }

    /// The sum over all files of one of the rule's numbers; 0 is its population.
    package func tally(_ slot: Int = 0) -> Int {
        tallies.sum(rule: number, slot: slot)
    }

    package func text(_ words: [String: String]) -> String {
        message.filled { words[$0] ?? "" }
    }

    // MARK: Deciding

    /// Every finding that was reported stays as it is.
    package mutating func keepAll() {
        for row in rows where !self.row(row).isObservation { kept.append(Kept(row: row)) }
    }

    /// A finding stays, with a sentence made only now.
    package mutating func keep(
        _ row: Row, symbol: String? = nil, message: String? = nil, related: [RelatedPlace] = [],
        properties: String? = nil
    ) {
        if symbol == nil, message == nil, related.isEmpty, properties == nil {
            kept.append(Kept(row: row))
            return
        }
        kept.append(Kept(row: row, revision: Int32(revisions.count)))
        revisions.append(Revision(symbol: symbol, message: message, related: related, properties: properties))
    }

    /// What another tool found for the rule.
    package mutating func keepExternal() {
        for finding in external { add(finding) }
        if !external.isEmpty { sawAnything = true }
    }

    /// Adds a finding about the project; its rule and fingerprint are filled in.
    package mutating func add(_ finding: Finding) {
        kept.append(Kept(row: nil, revision: Int32(revisions.count)))
        revisions.append(Revision(project: finding))
    }

    /// Says that there was something to look at, so that finding nothing is no sign of a typo.
    package mutating func sawSomething() {
        sawAnything = true
    }

    // MARK: Measuring

    /// The number of findings that stay, under the rule's own id.
    package mutating func measureSites(title: String? = nil, unit: String = "sites", population: Int? = nil) {
        measure("", title: title ?? definition.title, Double(kept.count), unit: unit, population: population)
    }

    /// - Parameter suffix: what is put behind the rule's id, with a dot; empty for the rule's own number.
    package mutating func measure(
        _ suffix: String, title: String, _ value: Double, unit: String, population: Int? = nil,
        better: Measure.Direction = .lower
    ) {
        measures.append(
            Measure(
                id: suffix.isEmpty ? definition.id : definition.id + "." + suffix, title: title, value: value,
                unit: unit, population: population.map(Double.init), better: better, rule: definition.id))
    }
}
