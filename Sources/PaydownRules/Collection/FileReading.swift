import PaydownCore
import PaydownPython

/// One file while rules look at it: its facts, its text, and where findings go.
///
/// There is one for each thread, which goes from file to file and keeps its memory; `begin` puts a file in place.
package struct FileReading {
    package private(set) var path = ""
    package private(set) var source = FileReading.noSource
    package private(set) var facts = FileFacts()
    package private(set) var names = NameTexts(FactNames(), of: FileReading.noSource)
    private var numbers = NameNumbers()
    let rules: PreparedRules
    var builder = ContributionBuilder()
    var memo: NameMemo
    private var hits = LiteralSearch.Hits()
    private var foldedHits = LiteralSearch.Hits()
    /// By name test: whether no name of the file can pass it, and how long a name must be to pass it.
    private var isHopeless: [Bool]
    private let lengths: [ClosedRange<Int>]
    private let regexes: [Regex<AnyRegexOutput>]
    private static var noSource: SourceBytes { SourceBytes(UnsafeRawBufferPointer(start: nil, count: 0)) }

    /// The number of the rule at hand; -1 for none.
    private var current = -1
    /// The current rule's, which is asked for with every name.
    private var firstTest = 0
    private var isTestFile: Bool?
    /// Where the lines begin, when whoever has the text knows.
    private var lineStarts: LineStarts?
    private var lineTable = LineTable()
    private var hasLines = false
    private var logicalLines: LogicalLines?
    private var definitionLines: DefinitionLines?
    private var identity = PlaceIdentity()
    private var lastFallback: TryFallback.Answer?
    private var scopeNames: [ScopeID: String] = [:]
    /// What was made last for a line, since findings of one line come together.
    private var lastLine: (line: Int, place: PlaceParts)?
    private var lastStatement: (range: Range<Int>, hash: UInt64)?
    private var contextHashes: [Int: UInt32] = [:]

    init(_ rules: PreparedRules, regexes: [Regex<AnyRegexOutput>]) {
        self.rules = rules
        self.regexes = regexes
        memo = NameMemo(rules.nameTests)
        isHopeless = [Bool](repeating: false, count: rules.nameTests.count)
        lengths = rules.nameTests.map(\.lengths)
    }

    /// Puts a file in the place of the one before.
    ///
    /// - Parameters:
    ///   - lines: where the lines begin; nil when they are to be looked for.
    ///   - isSearched: whether the words of all rules are to be found, as they are written and in any case.
    mutating func begin(
        path: String, source: SourceBytes, lines: LineStarts?, facts: inout FileFacts,
        isSearched: (plain: Bool, folded: Bool)
    ) {
        self.path = path
        self.source = source
        lineStarts = lines
        swap(&self.facts, &facts)
        names = NameTexts(self.facts.names, of: source)
        if numbers.begin() { memo.removeAll() }
        isTestFile = nil
        hasLines = false
        logicalLines = nil
        lastFallback = nil
        definitionLines = nil
        if !scopeNames.isEmpty { scopeNames.removeAll(keepingCapacity: true) }
        lastLine = nil
        lastStatement = nil
        if !contextHashes.isEmpty { contextHashes.removeAll(keepingCapacity: true) }
        if isSearched.plain { rules.words.find(in: source, into: &hits) }
        if isSearched.folded { rules.foldedWords.find(in: source, into: &foldedHits) }
        for need in rules.needs { isHopeless[need.test] = isHopeless(need, isSearched) }
    }

    /// A name that stands in the text as it is brings its words into the text; of a file with others nothing is known.
    private func isHopeless(_ need: NameNeed, _ isSearched: (plain: Bool, folded: Bool)) -> Bool {
        guard need.ignoresCase ? isSearched.folded : isSearched.plain, facts.names.areInText else { return false }
        return !need.words.contains { need.ignoresCase ? foldedHits.has($0) : hits.has($0) }
    }

    /// Lets go of the file, and gives its facts back: a second reference to them would copy them when the scanner changes its
    /// own.
    mutating func end(_ facts: inout FileFacts) {
        swap(&self.facts, &facts)
        source = Self.noSource
        names = NameTexts(FactNames(), of: source)
        lineStarts = nil
    }

    mutating func begin(rule number: Int, firstTest: Int) {
        current = number
        self.firstTest = firstTest
    }

    private var rule: PreparedRules.PreparedRule {
        precondition(current >= 0, "a file is asked about by a rule that was not begun")
        return rules.rules[current]
    }

    // MARK: Questions

    /// Whether CPython reads the file, so that it has facts.
    package var isParsed: Bool { facts.problem == nil }

    package var isTest: Bool { rules.layout.isTest(path) }

    /// The same, worked out once a file.
    private mutating func standsInTest() -> Bool {
        if let isTestFile { return isTestFile }
        let isTest = isTest
        isTestFile = isTest
        return isTest
    }

    /// The module that the file is, by its path.
    package var module: String { rules.layout.module(of: path) }

    package var isPackage: Bool { path.hasSuffix("__init__.py") }

    /// Whether a name passes one of the kind's tests.
    @inline(__always)
    package mutating func passes(_ test: Int, _ name: FactName) -> Bool {
        if isHopeless[firstTest + test] { return false }
        if let length = names.plainLength(name), !lengths[firstTest + test].contains(length) { return false }
        return memo.passes(firstTest + test, numbers.id(of: name, in: names), in: numbers.table)
    }

    package func passes(_ test: Int, _ text: String) -> Bool {
        memo.passes(firstTest + test, text)
    }

    /// Tells a name from others: equal for equal names, as long as the file is at hand.
    package mutating func id(of name: FactName) -> StringID {
        numbers.id(of: name, in: names)
    }

    /// Where one of the kind's words stands: offsets, ascending.
    package func places(of word: Int) -> [UInt32] {
        rule.ignoresCase ? foldedHits[rule.words[word]] : hits[rule.words[word]]
    }

    package func mentions(_ word: Int) -> Bool {
        let rule = rule
        return rule.ignoresCase ? foldedHits.has(rule.words[word]) : hits.has(rule.words[word])
    }

    /// Whether any of a rule's words stands in the file.
    func holdsWord(of number: Int) -> Bool {
        let rule = rules.rules[number]
        if rule.ignoresCase { return rule.words.contains { foldedHits.has($0) } }
        return rule.words.contains { hits.has($0) }
    }

    /// One of the kind's regular expressions.
    package func regex(_ number: Int) -> Regex<AnyRegexOutput> {
        regexes[rule.firstRegex + number]
    }

    package mutating func scopeName(_ scope: ScopeID) -> String {
        if scope.isModule { return "" }
        if let name = scopeNames[scope] { return name }
        // What is around it is in most cases known already.
        let fact = facts.scopes[scope.index]
        let outer = scopeName(fact.parent)
        let name = outer.isEmpty ? names[fact.name] : outer + "." + names[fact.name]
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
            let line = $0.line(of: offset)
            return Position(line: UInt32(line), column: UInt32($0.column(of: offset, onLine: line, in: source)))
        }
    }

    /// The place that CPython gives a fact.
    package mutating func position(of site: FactSite) -> Position {
        var position = position(of: Int(site.offset))
        position.line = UInt32(truncatingIfNeeded: Int(position.line) + Int(site.lineShift))
        return position
    }

    /// Where the statement ends to whose line a byte belongs, the last one of a definition for example.
    package mutating func end(ofStatementAt offset: UInt32) -> Position? {
        let range = range(ofLine: line(of: Int(offset)))
        return withLogicalLines { $0.range(on: range) }.map { position(of: $0.upperBound) }
    }

    /// Whether an import is one of the ways that a `try` tries.
    mutating func isTryFallback(_ fact: ImportFact) -> Bool {
        let context = fact.site.context
        guard context.contains(.inTry) || context.contains(.inHandler) else { return false }
        let line = range(ofLine: line(of: Int(fact.site.offset)))
        let (source, isInHandler, before) = (source, context.contains(.inHandler), lastFallback)
        lastFallback = withLogicalLines { lines in
            lines.index(on: line).map {
                TryFallback(lines: lines, source: source).answer(about: $0, isInHandler: isInHandler, before: before)
            }
        }
        return lastFallback?.holds ?? false
    }

    private mutating func withLines<Result>(_ body: (inout LineTable) -> Result) -> Result {
        if !hasLines {
            if let lineStarts { lineTable.take(lineStarts.offsets, of: source) } else { lineTable.read(source) }
            hasLines = true
        }
        return body(&lineTable)
    }

    private mutating func withLogicalLines<Result>(_ body: (LogicalLines) -> Result) -> Result {
        if let logicalLines { return body(logicalLines) }
        // A file that is refused has no lines of the scanner's, and one with strings of Python 3.12 others.
        let lines =
            isParsed && facts.areLinesOfEveryPython ? LogicalLines(facts.logicalLines.all) : LogicalLines(source)
        logicalLines = lines
        return body(lines)
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
        builder.tally(rule: current, slot: slot, count)
    }

    private mutating func append(_ draft: FindingDraft, isObservation: Bool) {
        let rule = rule
        var row = ContributionRow()
        row.rule = UInt16(current)
        row.isObservation = isObservation
        row.tags = draft.tags
        if standsInTest() { row.tags.insert(.test) }
        row.line = draft.line
        row.column = draft.column
        row.endLine = draft.endLine
        row.endColumn = draft.endColumn
        row.symbol = builder.string(draft.symbol)
        row.detail = builder.string(draft.detail)
        let scope = draft.scope ?? scope(atLine: Int(draft.line))
        row.scope = builder.string(scope)
        if !isObservation, rule.isListed {
            if draft.line > 0, draft.isRedacted { locateRedacted(&row, draft) }
            if draft.line > 0, !draft.isRedacted { locate(&row, Int(draft.line)) }
            row.identity = identity.fingerprint(
                rule: rule.id, symbol: draft.symbol, scope: scope, statement: row.hasStatement ? row.statement : nil)
            row.message = builder.string { bytes in
                rule.message.fill(&bytes) { $0 == "symbol" ? draft.symbol : draft.words[$0] ?? "" }
            }
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
        let scope = definitionLines.unsafelyUnwrapped.innermost(around: range(ofLine: line))
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
            excerpt: source.isText(excerpt)
                ? builder.string(source.buffer(excerpt)) : builder.string(source.text(excerpt)),
            statement: statement(range), context: context, contextMask: mask)
    }

    /// Of the two lines before and the two after that are not blank.
    private mutating func context(of line: Int) -> (hashes: SIMD4<UInt32>, mask: UInt8) {
        var context = SIMD4<UInt32>()
        var mask: UInt8 = 0
        var place = 1
        var neighbour = line - 1
        while neighbour >= 1, place >= 0 {
            if let hash = contextHash(neighbour) {
                context[place] = hash
                mask |= 1 << UInt8(place)
                place -= 1
            }
            neighbour -= 1
        }
        place = 2
        neighbour = line + 1
        let count = lines()
        while neighbour <= count, place <= 3 {
            if let hash = contextHash(neighbour) {
                context[place] = hash
                mask |= 1 << UInt8(place)
                place += 1
            }
            neighbour += 1
        }
        return (context, mask)
    }

    private mutating func statement(_ line: Range<Int>) -> UInt64? {
        guard let range = withLogicalLines({ $0.range(on: line) }) else { return nil }
        if let last = lastStatement, last.range == range { return last.hash }
        let hash = identity.statement(range, in: source)
        lastStatement = (range, hash)
        return hash
    }

    /// Of a line that is not blank.
    private mutating func contextHash(_ line: Int) -> UInt32? {
        if let hash = contextHashes[line] { return hash }
        let text = source.trimmed(range(ofLine: line))
        if text.isEmpty { return nil }
        let hash = identity.context(text, in: source)
        contextHashes[line] = hash
        return hash
    }
}
