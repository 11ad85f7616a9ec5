import PaydownCore

/// Merges the contributions of all files to the outcome of a rule set.
struct RuleSetConclusion {
    private let set: RuleSet
    private let files: [FileContribution]
    private let external: [String: [Finding]]
    private var table = FindingTable()
    private var rules: [Rule] = []
    private var checks: [CheckParts] = []
    private var warnings: [RuleWarning] = []
    private var strings: FileStrings
    private var ordinals: [UInt64: Int] = [:]
    private var suppressed: [[Finding]]
    private var identity = PlaceIdentity()

    init(_ set: RuleSet, _ contributions: [FileContribution], external: [String: [Finding]]) {
        self.set = set
        self.external = external
        files = contributions.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        strings = FileStrings(files)
        suppressed = [[Finding]](repeating: [], count: set.suppressions.count)
    }

    mutating func outcome() -> RuleOutcome {
        var rows = [[RuleConclusion.Row]](repeating: [], count: set.rules.count)
        for (file, contribution) in files.enumerated() {
            for (index, row) in contribution.rows.enumerated() where Int(row.rule) < rows.count {
                rows[Int(row.rule)].append(RuleConclusion.Row(file: Int32(file), index: Int32(index)))
            }
        }
        for number in set.rules.indices { conclude(number, rows[number]) }
        warnAboutScopes()
        warnAboutSuppressions()
        return RuleOutcome(
            findings: table,
            checks: checks.map {
                Check(id: $0.id, title: Self.title(of: $0.id), measures: $0.headlines + $0.measures + $0.others)
            },
            rules: rules, warnings: warnings,
            suppressed: zip(set.suppressions, suppressed).map {
                SuppressedFindings(suppression: $0, findings: $1)
            })
    }

    private mutating func conclude(_ number: Int, _ rows: [RuleConclusion.Row]) {
        let definition = set.rules[number]
        var conclusion = RuleConclusion(
            number, definition, layout: set.layout, rows: rows, files: files,
            external: external[definition.id, default: []])
        definition.kind.conclude(&conclusion)
        let accepted = Suppressions(set, rule: definition.id)
        var count = 0
        for kept in Self.ordered(conclusion.kept) {
            if !accepted.isEmpty {
                let finding = finding(kept, definition)
                if let suppression = accepted.first(for: finding) {
                    suppressed[suppression].append(finding)
                    continue
                }
            }
            count += 1
            if definition.isListed { append(kept, definition) }
        }
        rules.append(
            Rule(
                id: definition.id, check: definition.check, title: definition.title, severity: definition.severity,
                help: definition.help, count: count, isListed: definition.isListed))
        if !conclusion.sawAnything { warnings.append(.matchesNothing(rule: definition.id)) }
        show(conclusion.measures, of: definition, held: conclusion.kept.count - count)
    }

    /// By path, line, column and symbol, as the rows are; findings about the project come first.
    private static func ordered(_ kept: [RuleConclusion.Kept]) -> [RuleConclusion.Kept] {
        let places = kept.map { kept in kept.row.map { Int64($0.file) << 32 | Int64($0.index) } ?? -1 }
        if zip(places, places.dropFirst()).allSatisfy({ $0 <= $1 }) { return kept }
        return kept.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { kept[$0] }
    }

    /// The kind's first measure stands where the rule does, the others behind those of all rules.
    private mutating func show(_ found: [Measure], of definition: RuleDefinition, held: Int) {
        var found = found
        // What is accepted is no debt.
        for index in found.indices where found[index].id == definition.id { found[index].value -= Double(held) }
        let check = checks.firstIndex { $0.id == definition.check }
        let number = check ?? checks.count
        if check == nil { checks.append(CheckParts(id: definition.check)) }
        guard let first = found.first else { return }
        if definition.isHeadline {
            checks[number].headlines.append(first)
        } else {
            checks[number].measures.append(first)
        }
        checks[number].others += found.dropFirst()
    }

    // MARK: Rows

    private mutating func append(_ kept: RuleConclusion.Kept, _ definition: RuleDefinition) {
        guard let place = kept.row else {
            table.append(finding(kept, definition, isNumbered: true))
            return
        }
        let file = Int(place.file)
        let source = files[file].rows[Int(place.index)]
        var row = FindingRow()
        row.rule = table.strings.intern(definition.id)
        row.path = strings.path(file, &table.strings)
        row.line = source.line
        row.column = source.column
        row.endLine = source.endLine
        row.endColumn = source.endColumn
        row.symbol =
            kept.symbol.map { table.strings.intern($0) } ?? strings.id(source.symbol, file, files, &table.strings)
        row.message =
            kept.message.map { table.strings.intern($0) } ?? strings.id(source.message, file, files, &table.strings)
        row.excerpt = strings.id(source.excerpt, file, files, &table.strings)
        row.scope = strings.id(source.scope, file, files, &table.strings)
        row.fingerprint = table.strings.intern(numbered(identity(of: kept, source, files[file], definition)))
        if source.hasStatement {
            row.statement = table.strings.intern(HexText.of(source.statement, digits: 16))
        }
        row.context = table.lists.intern(context(source).map { table.strings.intern($0) })
        row.tags = table.lists.intern(source.tags.words.map { table.strings.intern($0) })
        row.members = table.lists.intern(
            (source.firstMember..<source.firstMember + source.memberCount).map {
                strings.id(files[file].members[Int($0)], file, files, &table.strings)
            })
        row.properties =
            kept.properties.map { table.strings.intern($0) }
            ?? strings.id(source.properties, file, files, &table.strings)
        row.related = kept.related.map {
            RelatedRow(
                path: table.strings.intern($0.path), line: UInt32(clamping: $0.line),
                column: UInt32(clamping: $0.column), message: table.strings.intern($0.message))
        }
        table.append(row)
    }

    /// The same as a value, for suppressions and for findings that are no row.
    private mutating func finding(
        _ kept: RuleConclusion.Kept, _ definition: RuleDefinition, isNumbered: Bool = false
    ) -> Finding {
        guard let place = kept.row else {
            var finding = kept.project ?? Finding(rule: definition.id, path: "")
            finding.rule = definition.id
            let hash = identity.fingerprint(
                rule: definition.id, symbol: finding.symbol, scope: finding.scope, statement: finding.statement)
            finding.fingerprint = fingerprint(hash, isNumbered ? nextOrdinal(hash) : 1)
            return finding
        }
        let file = files[Int(place.file)]
        let row = file.rows[Int(place.index)]
        return Finding(
            rule: definition.id, path: file.path, line: Int(row.line), column: Int(row.column),
            endLine: Int(row.endLine), endColumn: Int(row.endColumn), symbol: kept.symbol ?? file.string(row.symbol),
            message: kept.message ?? file.string(row.message), excerpt: file.string(row.excerpt),
            fingerprint: fingerprint(row.identity, 1), scope: file.string(row.scope),
            statement: row.hasStatement ? HexText.of(row.statement, digits: 16) : "", context: context(row),
            tags: row.tags.words,
            members: (row.firstMember..<row.firstMember + row.memberCount).map {
                file.string(file.members[Int($0)])
            },
            related: kept.related, properties: kept.properties ?? file.string(row.properties))
    }

    /// The row's own, unless the rule has given it another symbol.
    private mutating func identity(
        of kept: RuleConclusion.Kept, _ row: ContributionRow, _ file: FileContribution, _ definition: RuleDefinition
    ) -> UInt64 {
        guard let symbol = kept.symbol else { return row.identity }
        return identity.fingerprint(
            rule: definition.id, symbol: symbol, scope: file.string(row.scope),
            statement: row.hasStatement ? HexText.of(row.statement, digits: 16) : "")
    }

    private mutating func numbered(_ identity: UInt64) -> String {
        fingerprint(identity, nextOrdinal(identity))
    }

    /// Equal ones are told apart by their order.
    private mutating func nextOrdinal(_ identity: UInt64) -> Int {
        ordinals[identity, default: 0] += 1
        return ordinals[identity, default: 0]
    }

    private func fingerprint(_ identity: UInt64, _ ordinal: Int) -> String {
        HexText.of(identity, digits: 10) + "." + String(ordinal)
    }

    private func context(_ row: ContributionRow) -> [String] {
        guard row.line > 0 else { return [] }
        return (0..<4).map {
            row.contextMask >> UInt8($0) & 1 != 0 ? HexText.of(UInt64(row.context[$0]), digits: 8) : ""
        }
    }

    // MARK: Warnings

    private mutating func warnAboutScopes() {
        for (number, scope) in set.scopes.enumerated() {
            let isUsed = set.rules.contains { $0.scope == number }
            let isHeld = files.contains {
                $0.scopes.indices.contains(number >> 6) && $0.scopes[number >> 6] >> UInt64(number & 63) & 1 != 0
            }
            if isUsed, !isHeld { warnings.append(.emptyScope(scope.name)) }
        }
    }

    private mutating func warnAboutSuppressions() {
        for (number, suppression) in set.suppressions.enumerated() {
            if !set.rules.contains(where: { $0.id == suppression.rule }) {
                warnings.append(.unknownRule(suppression))
            } else if suppressed[number].isEmpty {
                warnings.append(.staleSuppression(suppression))
            }
        }
    }

    /// `golden-path` becomes `Golden path`.
    private static func title(of id: String) -> String {
        let words = id.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

/// A check while its measures come together.
private struct CheckParts {
    let id: String
    var headlines: [Measure] = []
    var measures: [Measure] = []
    var others: [Measure] = []

    init(id: String) {
        self.id = id
    }
}

/// The numbers that strings of contributions have in the outcome's table, each looked up once.
private struct FileStrings {
    private var ids: [[StringID]]
    private var paths: [StringID]
    private let pathTexts: [String]

    init(_ files: [FileContribution]) {
        ids = files.map { [StringID](repeating: .empty, count: $0.rows.isEmpty ? 0 : $0.textEnds.count + 1) }
        paths = [StringID](repeating: .empty, count: files.count)
        pathTexts = files.map(\.path)
    }

    mutating func path(_ file: Int, _ table: inout StringTable) -> StringID {
        if paths[file].isEmpty { paths[file] = table.intern(pathTexts[file]) }
        return paths[file]
    }

    mutating func id(_ number: UInt32, _ file: Int, _ files: [FileContribution], _ table: inout StringTable) -> StringID
    {
        let number = Int(number)
        if number == 0 || !ids[file][number].isEmpty { return ids[file][number] }
        let contribution = files[file]
        let range = contribution.range(UInt32(number))
        let id = contribution.text.withUnsafeBufferPointer { table.intern(UnsafeBufferPointer(rebasing: $0[range])) }
        ids[file][number] = id
        return id
    }
}
