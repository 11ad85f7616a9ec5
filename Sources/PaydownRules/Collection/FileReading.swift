import PaydownCore
import PaydownPython

/// One file while rules look at it: its facts, its text, and where findings go.
package struct FileReading {
    package let path: String
    package let source: SourceBytes
    package let facts: FileFacts
    package let names: StringTable
    let rules: PreparedRules
    var builder: ContributionBuilder
    var memo: NameMemo
    let hits: LiteralSearch.Hits
    let foldedHits: LiteralSearch.Hits
    private let regexes: [Regex<AnyRegexOutput>]

    private var rule = 0
    private var firstTest = 0
    private var lineTable: LineTable?
    private var logicalLines: LogicalLines?
    private var definitionLines: DefinitionLines?
    private var identity = PlaceIdentity()
    private var scopeNames: [ScopeID: String] = [.module: ""]
    /// What was made last for a line, since findings of one line come together.
    private var lastLine: (line: Int, place: PlaceParts)?
    private var lastStatement: (range: Range<Int>, hash: UInt64)?
    private var contextHashes: [Int: UInt32] = [:]

    init(
        path: String, source: SourceBytes, facts: FileFacts, names: StringTable, rules: PreparedRules,
        builder: ContributionBuilder, memo: NameMemo, hits: LiteralSearch.Hits, foldedHits: LiteralSearch.Hits,
        regexes: [Regex<AnyRegexOutput>]
    ) {
        self.path = path
        self.source = source
        self.facts = facts
        self.names = names
        self.rules = rules
        self.builder = builder
        self.memo = memo
        self.hits = hits
        self.foldedHits = foldedHits
        self.regexes = regexes
    }

    mutating func begin(rule: Int) {
        self.rule = rule
        firstTest = rules.rules[rule].firstTest
    }

    // MARK: Questions

    /// Whether CPython reads the file, so that it has facts.
    package var isParsed: Bool { facts.problem == nil }

    package var isTest: Bool { rules.layout.isTest(path) }

    /// The module that the file is, by its path.
    package var module: String { rules.layout.module(of: path) }

    package var isPackage: Bool { path.hasSuffix("__init__.py") }

    /// Whether a name passes one of the kind's tests.
    @inline(__always)
    package mutating func passes(_ test: Int, _ name: StringID) -> Bool {
        memo.passes(firstTest + test, name, in: names)
    }

    package func passes(_ test: Int, _ text: String) -> Bool {
        memo.passes(firstTest + test, text)
    }

    /// Where one of the kind's words stands: offsets, ascending.
    package func places(of word: Int) -> [UInt32] {
        let prepared = rules.rules[rule]
        return prepared.ignoresCase ? foldedHits[prepared.words[word]] : hits[prepared.words[word]]
    }

    package func mentions(_ word: Int) -> Bool {
        !places(of: word).isEmpty
    }

    /// One of the kind's regular expressions.
    package func regex(_ number: Int) -> Regex<AnyRegexOutput> {
        regexes[rules.rules[rule].firstRegex + number]
    }

    package mutating func scopeName(_ scope: ScopeID) -> String {
        if let name = scopeNames[scope] { return name }
        let name = facts.qualifiedName(scope, in: names)
        scopeNames[scope] = name
        return name
    }

    // MARK: Lines

    package mutating func lines() -> Int {
        withLines { $0.starts.count }
    }

    /// The 1-based line of a byte.
    package mutating func line(of offset: Int) -> Int {
        withLines { $0.line(of: offset) }
    }

    /// The bytes of a 1-based line, without its end.
    package mutating func range(ofLine line: Int) -> Range<Int> {
        let source = source
        return withLines { $0.range(line, in: source) }
    }

    /// The 1-based line and column of a byte.
    package mutating func position(of offset: Int) -> Position {
        let source = source
        return withLines {
            Position(line: UInt32($0.line(of: offset)), column: UInt32($0.column(of: offset, in: source)))
        }
    }

    /// The byte at a place that facts give; nil when there is none.
    package mutating func offset(of position: Position) -> Int? {
        let range = range(ofLine: Int(position.line))
        var index = range.lowerBound
        var column: UInt32 = 1
        while index < range.upperBound, column < position.column {
            index += 1
            while index < range.upperBound, source[index] & 0xC0 == 0x80 { index += 1 }
            column += 1
        }
        return column == position.column && index < range.upperBound ? index : nil
    }

    /// Where the statement ends that a line belongs to, the last line of a definition for example.
    package mutating func end(ofStatementOn line: Int) -> Position? {
        let range = range(ofLine: line)
        if logicalLines == nil { logicalLines = LogicalLines(source) }
        return logicalLines.unsafelyUnwrapped.range(on: range).map { position(of: $0.upperBound) }
    }

    /// Whether an import is one of the ways that a `try` tries.
    mutating func isTryFallback(_ fact: ImportFact) -> Bool {
        let context = fact.site.context
        guard context.contains(.inTry) || context.contains(.inHandler) else { return false }
        let line = range(ofLine: Int(fact.site.position.line))
        if logicalLines == nil { logicalLines = LogicalLines(source) }
        guard let lines = logicalLines, let statement = lines.range(on: line) else { return false }
        return TryFallback(lines, source).holds(statement, isInHandler: context.contains(.inHandler))
    }

    private mutating func withLines<Result>(_ body: (LineTable) -> Result) -> Result {
        if lineTable == nil { lineTable = LineTable(source) }
        return body(lineTable.unsafelyUnwrapped)
    }

    // MARK: Findings

    /// A finding of the current rule.
    package mutating func report(_ draft: FindingDraft) {
        append(draft, isObservation: false)
    }

    /// Something that the current rule wants to see again when all files are known.
    package mutating func observe(_ draft: FindingDraft) {
        append(draft, isObservation: true)
    }

    /// Adds to one of the rule's numbers; 0 is its population.
    package mutating func tally(_ count: Int, slot: Int = 0) {
        builder.tally(rule: rule, slot: slot, count)
    }

    private mutating func append(_ draft: FindingDraft, isObservation: Bool) {
        let prepared = rules.rules[rule]
        var row = ContributionRow()
        row.rule = UInt16(rule)
        row.isObservation = isObservation
        row.tags = draft.tags
        if isTest { row.tags.insert(.test) }
        row.line = draft.line
        row.column = draft.column
        row.endLine = draft.endLine
        row.endColumn = draft.endColumn
        row.symbol = builder.string(draft.symbol)
        row.detail = builder.string(draft.detail)
        let scope = draft.scope ?? scope(atLine: Int(draft.line))
        row.scope = builder.string(scope)
        if !isObservation, prepared.definition.isListed {
            if draft.line > 0, draft.isRedacted { locateRedacted(&row, draft) }
            if draft.line > 0, !draft.isRedacted { locate(&row, Int(draft.line)) }
            let statement = row.hasStatement ? HexText.of(row.statement, digits: 16) : ""
            row.identity = identity.fingerprint(
                rule: prepared.definition.id, symbol: draft.symbol, scope: scope, statement: statement)
            row.message = builder.string(
                prepared.message.filled { $0 == "symbol" ? draft.symbol : draft.words[$0] ?? "" })
            row.properties = builder.string(draft.properties)
        }
        if !draft.members.isEmpty { (row.firstMember, row.memberCount) = builder.members(draft.members) }
        builder.append(row)
    }

    /// Without the statement: a secret could be guessed from its hash.
    private mutating func locateRedacted(_ row: inout ContributionRow, _ draft: FindingDraft) {
        let line = Int(draft.line)
        let text = source.text(source.trimmed(range(ofLine: line)))
        row.excerpt = builder.string(String(Redaction.line(text, secret: draft.secret).prefix(200)))
        (row.context, row.contextMask) = context(of: line)
    }

    /// The qualified name of the class or function around a line; empty for the whole file and in refused ones.
    private mutating func scope(atLine line: Int) -> String {
        guard line > 0, isParsed else { return "" }
        if definitionLines == nil { definitionLines = DefinitionLines(facts) }
        let scope = definitionLines.unsafelyUnwrapped.innermost(around: UInt32(line))
        return scope.map { scopeName($0) } ?? ""
    }

    // MARK: Identity of places

    /// What is the same for all findings of one line.
    private struct PlaceParts {
        var excerpt: UInt32
        var statement: UInt64?
        var context: SIMD4<UInt32>
        var contextMask: UInt8
    }

    private mutating func locate(_ row: inout ContributionRow, _ line: Int) {
        let place: PlaceParts
        if let last = lastLine, last.line == line {
            place = last.place
        } else {
            place = parts(of: line)
            lastLine = (line, place)
        }
        row.excerpt = place.excerpt
        row.hasStatement = place.statement != nil
        row.statement = place.statement ?? 0
        row.context = place.context
        row.contextMask = place.contextMask
    }

    private mutating func parts(of line: Int) -> PlaceParts {
        let range = range(ofLine: line)
        let excerpt = source.prefix(source.trimmed(range), scalars: 200)
        let (context, mask) = context(of: line)
        return PlaceParts(
            excerpt: builder.string(source.text(excerpt)), statement: statement(range), context: context,
            contextMask: mask)
    }

    private mutating func context(of line: Int) -> (hashes: SIMD4<UInt32>, mask: UInt8) {
        var context = SIMD4<UInt32>()
        var mask: UInt8 = 0
        for (place, neighbour) in neighbours(of: line) {
            context[place] = contextHash(neighbour)
            mask |= 1 << UInt8(place)
        }
        return (context, mask)
    }

    private mutating func statement(_ line: Range<Int>) -> UInt64? {
        if logicalLines == nil { logicalLines = LogicalLines(source) }
        guard let range = logicalLines.unsafelyUnwrapped.range(on: line) else { return nil }
        if let last = lastStatement, last.range == range { return last.hash }
        let hash = identity.statement(range, in: source)
        lastStatement = (range, hash)
        return hash
    }

    /// The two lines before and the two after that are not blank, by their place among the four.
    private mutating func neighbours(of line: Int) -> [(place: Int, line: Int)] {
        var found: [(place: Int, line: Int)] = []
        var before = line - 1
        var place = 1
        while before >= 1, place >= 0 {
            if !source.trimmed(range(ofLine: before)).isEmpty {
                found.append((place, before))
                place -= 1
            }
            before -= 1
        }
        var after = line + 1
        place = 2
        let count = lines()
        while after <= count, place <= 3 {
            if !source.trimmed(range(ofLine: after)).isEmpty {
                found.append((place, after))
                place += 1
            }
            after += 1
        }
        return found
    }

    private mutating func contextHash(_ line: Int) -> UInt32 {
        if let hash = contextHashes[line] { return hash }
        let hash = identity.context(source.trimmed(range(ofLine: line)), in: source)
        contextHashes[line] = hash
        return hash
    }
}
