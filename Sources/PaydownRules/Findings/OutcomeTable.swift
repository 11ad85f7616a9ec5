import PaydownCore

/// The findings of an outcome while they are put together from the rows of contributions.
///
/// A performance file: in a running watch all rows are put together again after every save, some thirty thousand in
/// ten milliseconds. Strings of a contribution are looked up in the table once, hashes become digits without a `String`.
struct OutcomeTable {
    private(set) var findings = FindingTable()
    private let files: [FileContribution]
    /// By file, then by the number of a string in its contribution; empty where it was not looked up.
    private var strings: [[StringID]]
    private var paths: [StringID]
    private var tags: [TagSet: StringListID] = [:]
    /// How many findings have had an identity so far.
    private var ordinals: [UInt64: Int] = [:]
    private var identity = PlaceIdentity()

    init(_ files: [FileContribution]) {
        self.files = files
        strings = files.map { [StringID](repeating: .empty, count: $0.rows.isEmpty ? 0 : $0.textEnds.count + 1) }
        paths = [StringID](repeating: .empty, count: files.count)
        let rows = files.reduce(0) { $0 + $1.rows.count }
        findings.reserve(rows)
        ordinals.reserveCapacity(rows)
    }

    // MARK: Rows

    mutating func append(_ kept: RuleConclusion.Kept, _ conclusion: RuleConclusion, _ definition: RuleDefinition) {
        guard let place = kept.row else {
            findings.append(finding(kept, conclusion, definition, isNumbered: true))
            return
        }
        var row = row(of: place, definition)
        if kept.revision >= 0 {
            revise(&row, by: conclusion.revisions[Int(kept.revision)], place, definition)
        } else {
            row.fingerprint = numbered(files[Int(place.file)].rows[Int(place.index)].identity)
        }
        findings.append(row)
    }

    private mutating func row(of place: RuleConclusion.Row, _ definition: RuleDefinition) -> FindingRow {
        let file = Int(place.file)
        let source = files[file].rows[Int(place.index)]
        var row = FindingRow()
        row.rule = findings.strings.intern(definition.id)
        row.path = path(file)
        row.line = source.line
        row.column = source.column
        row.endLine = source.endLine
        row.endColumn = source.endColumn
        row.symbol = string(source.symbol, file)
        row.message = string(source.message, file)
        row.excerpt = string(source.excerpt, file)
        row.scope = string(source.scope, file)
        if source.hasStatement { row.statement = digits(source.statement, count: 16) }
        row.context = context(source)
        row.tags = tagList(source.tags)
        if source.memberCount > 0 {
            let members = files[file].members[Int(source.firstMember)..<Int(source.firstMember + source.memberCount)]
            row.members = findings.lists.intern(members.map { string($0, file) })
        }
        row.properties = string(source.properties, file)
        return row
    }

    private mutating func revise(
        _ row: inout FindingRow, by revision: RuleConclusion.Revision, _ place: RuleConclusion.Row,
        _ definition: RuleDefinition
    ) {
        let file = files[Int(place.file)]
        let source = file.rows[Int(place.index)]
        if let symbol = revision.symbol {
            row.symbol = findings.strings.intern(symbol)
            row.fingerprint = numbered(revisedIdentity(source, file, symbol, definition))
        } else {
            row.fingerprint = numbered(source.identity)
        }
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
        let number = Int(number)
        if number == 0 || !strings[file][number].isEmpty { return strings[file][number] }
        let contribution = files[file]
        let range = contribution.range(UInt32(number))
        let id = contribution.text.withUnsafeBufferPointer {
            findings.strings.intern(UnsafeBufferPointer(rebasing: $0[range]))
        }
        strings[file][number] = id
        return id
    }

    private mutating func tagList(_ set: TagSet) -> StringListID {
        if set.isEmpty { return .empty }
        if let list = tags[set] { return list }
        let list = findings.lists.intern(set.words.map { findings.strings.intern($0) })
        tags[set] = list
        return list
    }

    private mutating func context(_ row: ContributionRow) -> StringListID {
        guard row.line > 0 else { return .empty }
        var ids = [StringID](repeating: .empty, count: 4)
        for place in 0..<4 where row.contextMask >> UInt8(place) & 1 != 0 {
            ids[place] = digits(UInt64(row.context[place]), count: 8)
        }
        return findings.lists.intern(ids)
    }

    /// Ten digits, a dot and a number: equal ones are told apart by their order.
    private mutating func numbered(_ identity: UInt64) -> StringID {
        digits(identity, count: 10, ordinal: nextOrdinal(identity))
    }

    private mutating func nextOrdinal(_ identity: UInt64) -> Int {
        ordinals[identity, default: 0] += 1
        return ordinals[identity, default: 0]
    }

    /// The lowest digits of a number, in hexadecimal; with an ordinal, a dot and the ordinal in decimal behind them.
    private mutating func digits(_ number: UInt64, count: Int, ordinal: Int? = nil) -> StringID {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { buffer in
            for place in 0..<count {
                let digit = UInt8(truncatingIfNeeded: number >> UInt64((count - 1 - place) * 4) & 15)
                buffer[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
            }
            guard let ordinal else { return findings.strings.intern(UnsafeBufferPointer(rebasing: buffer[..<count])) }
            buffer[count] = UInt8(ascii: ".")
            var end = count + 1
            var scale = 1
            while scale <= ordinal / 10 { scale *= 10 }
            while scale > 0 {
                buffer[end] = 0x30 + UInt8(ordinal / scale % 10)
                end += 1
                scale /= 10
            }
            return findings.strings.intern(UnsafeBufferPointer(rebasing: buffer[..<end]))
        }
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
        let row = file.rows[Int(place.index)]
        let symbol = revision.symbol ?? file.string(row.symbol)
        let hash = revision.symbol.map { revisedIdentity(row, file, $0, definition) } ?? row.identity
        return Finding(
            rule: definition.id, path: file.path, line: Int(row.line), column: Int(row.column),
            endLine: Int(row.endLine), endColumn: Int(row.endColumn), symbol: symbol,
            message: revision.message ?? file.string(row.message), excerpt: file.string(row.excerpt),
            fingerprint: Self.fingerprint(hash, 1), scope: file.string(row.scope),
            statement: row.hasStatement ? HexText.of(row.statement, digits: 16) : "",
            context: row.line == 0
                ? []
                : (0..<4).map {
                    row.contextMask >> UInt8($0) & 1 != 0 ? HexText.of(UInt64(row.context[$0]), digits: 8) : ""
                },
            tags: row.tags.words,
            members: (row.firstMember..<row.firstMember + row.memberCount).map {
                file.string(file.members[Int($0)])
            },
            related: revision.related, properties: revision.properties ?? file.string(row.properties))
    }

    private static func fingerprint(_ identity: UInt64, _ ordinal: Int) -> String {
        HexText.of(identity, digits: 10) + "." + String(ordinal)
    }
}
