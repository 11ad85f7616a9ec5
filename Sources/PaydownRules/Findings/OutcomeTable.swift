import PaydownCore

/// The findings of an outcome while they are put together from the rows of contributions.
///
/// A performance file: in a running watch all rows are put together again after every save, some thirty thousand in
/// ten milliseconds. Strings of a contribution are looked up in the table once, hashes become digits without a `String`.
struct OutcomeTable {
    private var findings = FindingTable()
    private let files: [FileContribution]
    /// By file, where its strings begin in `strings`; only for files with rows.
    private var firstStrings: [Int32]
    /// File by file, by the number of a string in its contribution; empty where it was not looked up.
    private var strings: [StringID]
    private var paths: [StringID]
    private var tags: [TagSet: StringListID] = [:]
    /// How many findings have had an identity so far.
    private var ordinals: [UInt64: Int] = [:]
    private var identity = PlaceIdentity()
    private var rule: (name: String, id: StringID) = ("", .empty)
    /// Rows whose hashes are not in the table yet: they are looked up together, so that waiting for memory overlaps.
    private var waiting: [(row: FindingRow, digits: HashDigits)] = []
    private var texts: [UInt8] = []
    private var batch = TextBatch()

    private static let most = 8

    /// - Parameter listsFindings: whether any will be appended.
    init(_ files: [FileContribution], listsFindings: Bool) {
        self.files = files
        firstStrings = [Int32](repeating: 0, count: files.count)
        paths = [StringID](repeating: .empty, count: files.count)
        var (rows, strings) = (0, 0)
        for (number, file) in files.enumerated() where listsFindings && file.rowCount > 0 {
            rows += file.rowCount
            firstStrings[number] = Int32(strings)
            strings += file.stringCount + 1
        }
        self.strings = [StringID](repeating: .empty, count: strings)
        findings.reserve(rows)
        // Most have a fingerprint and a statement that no other has.
        findings.strings.reserveSlots(for: rows * 2)
        ordinals.reserveCapacity(rows)
    }

    // MARK: Rows

    mutating func append(_ kept: RuleConclusion.Kept, _ conclusion: RuleConclusion, _ definition: RuleDefinition) {
        guard let place = kept.row else {
            settle()
            findings.append(finding(kept, conclusion, definition, isNumbered: true))
            return
        }
        let source = files[Int(place.file)].row(Int(place.index))
        var row = row(of: source, Int(place.file), definition)
        var identity = source.identity
        if kept.revision >= 0 {
            let revision = conclusion.revisions[Int(kept.revision)]
            revise(&row, by: revision)
            if let symbol = revision.symbol {
                identity = revisedIdentity(source, files[Int(place.file)], symbol, definition)
            }
        }
        if source.line > 0 { row.context = context(of: source) }
        waiting.append((row, HashDigits(source, identity, ordinal: nextOrdinal(identity))))
        if waiting.count == Self.most { settle() }
    }

    /// All findings, once they have been appended.
    mutating func finish() -> FindingTable {
        settle()
        return findings
    }

    /// Without its hashes.
    private mutating func row(
        of source: ContributionRow, _ file: Int, _ definition: RuleDefinition
    ) -> FindingRow {
        if rule.name != definition.id { rule = (definition.id, findings.strings.intern(definition.id)) }
        var row = FindingRow()
        row.rule = rule.id
        row.path = path(file)
        row.line = source.line
        row.column = source.column
        row.endLine = source.endLine
        row.endColumn = source.endColumn
        row.symbol = string(source.symbol, file)
        row.message = string(source.message, file)
        row.excerpt = string(source.excerpt, file)
        row.scope = string(source.scope, file)
        row.tags = tagList(source.tags)
        if source.memberCount > 0 {
            row.members = findings.lists.intern(files[file].members(of: source).map { string($0, file) })
        }
        row.properties = string(source.properties, file)
        return row
    }

    /// Puts the rows that wait into the table.
    private mutating func settle() {
        if waiting.isEmpty { return }
        texts.removeAll(keepingCapacity: true)
        batch.removeAll()
        for entry in waiting { entry.digits.write(to: &texts) { _ = batch.append(offset: $0, count: $1) } }
        texts.withUnsafeBufferPointer { texts in
            findings.strings.intern(&batch) { UnsafeBufferPointer(rebasing: texts[$0.offset..<$0.offset + $0.count]) }
        }
        var next = 0
        for (var row, digits) in waiting {
            row.fingerprint = batch.ids[next]
            next += 1
            if digits.hasStatement {
                row.statement = batch.ids[next]
                next += 1
            }
            findings.append(row)
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private mutating func revise(_ row: inout FindingRow, by revision: RuleConclusion.Revision) {
        if let symbol = revision.symbol { row.symbol = findings.strings.intern(symbol) }
        if let message = revision.message { row.message = findings.strings.intern(message) }
        if let properties = revision.properties { row.properties = findings.strings.intern(properties) }
        row.related = revision.related.map {
            RelatedRow(
                path: findings.strings.intern($0.path), line: UInt32(clamping: $0.line),
                column: UInt32(clamping: $0.column), message: findings.strings.intern($0.message))
        }
    }

    private mutating func revisedIdentity(
        _ row: ContributionRow, _ file: FileContribution, _ symbol: String, _ definition: RuleDefinition
    ) -> UInt64 {
        identity.fingerprint(
            rule: definition.id, symbol: symbol, scope: file.string(row.scope),
            statement: row.hasStatement ? row.statement : nil)
    }

    // MARK: Strings

    private mutating func path(_ file: Int) -> StringID {
        if paths[file].isEmpty { paths[file] = findings.strings.intern(files[file].path) }
        return paths[file]
    }

    private mutating func string(_ number: UInt32, _ file: Int) -> StringID {
        if number == 0 { return .empty }
        let place = Int(firstStrings[file]) + Int(number)
        if !strings[place].isEmpty { return strings[place] }
        let id = files[file].withString(number) { findings.strings.intern($0) }
        strings[place] = id
        return id
    }

    private mutating func tagList(_ set: TagSet) -> StringListID {
        if set.isEmpty { return .empty }
        if let list = tags[set] { return list }
        let list = findings.lists.intern(set.words.map { findings.strings.intern($0) })
        tags[set] = list
        return list
    }

    private mutating func nextOrdinal(_ identity: UInt64) -> Int {
        let ordinal = ordinals[identity, default: 0] + 1
        ordinals[identity] = ordinal
        return ordinal
    }

    /// The lines around it, as numbers as long as there is room for them.
    private mutating func context(of row: ContributionRow) -> StringListID {
        if let list = findings.lists.append(LineHashes(row.context, mask: row.contextMask)) { return list }
        return findings.lists.intern(Self.contextTexts(row).map { findings.strings.intern($0) })
    }

    // MARK: Values

    /// A finding as a value, for suppressions and for findings that are no row.
    mutating func finding(
        _ kept: RuleConclusion.Kept, _ conclusion: RuleConclusion, _ definition: RuleDefinition,
        isNumbered: Bool = false
    ) -> Finding {
        let revision = kept.revision < 0 ? RuleConclusion.Revision() : conclusion.revisions[Int(kept.revision)]
        guard let place = kept.row else {
            var finding = revision.project ?? Finding(rule: definition.id, path: "")
            finding.rule = definition.id
            let hash = identity.fingerprint(
                rule: definition.id, symbol: finding.symbol, scope: finding.scope, statement: finding.statement)
            finding.fingerprint = Self.fingerprint(hash, isNumbered ? nextOrdinal(hash) : 1)
            return finding
        }
        let file = files[Int(place.file)]
        let row = file.row(Int(place.index))
        let symbol = revision.symbol ?? file.string(row.symbol)
        let hash = revision.symbol.map { revisedIdentity(row, file, $0, definition) } ?? row.identity
        return Finding(
            rule: definition.id, path: file.path, line: Int(row.line), column: Int(row.column),
            endLine: Int(row.endLine), endColumn: Int(row.endColumn), symbol: symbol,
            message: revision.message ?? file.string(row.message), excerpt: file.string(row.excerpt),
            fingerprint: Self.fingerprint(hash, 1), scope: file.string(row.scope),
            statement: row.hasStatement ? HexText.of(row.statement, digits: 16) : "",
            context: row.line == 0 ? [] : Self.contextTexts(row),
            tags: row.tags.words,
            members: file.members(of: row).map { file.string($0) },
            related: revision.related, properties: revision.properties ?? file.string(row.properties))
    }

    private static func contextTexts(_ row: ContributionRow) -> [String] {
        (0..<4).map { row.contextMask >> UInt8($0) & 1 == 0 ? "" : HexText.of(UInt64(row.context[$0]), digits: 8) }
    }

    private static func fingerprint(_ identity: UInt64, _ ordinal: Int) -> String {
        HexText.of(identity, digits: 10) + "." + String(ordinal)
    }
}
