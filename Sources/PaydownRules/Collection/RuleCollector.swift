import PaydownCore
import PaydownPython

/// Collects what files contribute, one after the other; one for each thread.
///
/// It remembers which names pass which tests by their ids. All files given to one collector must therefore take their
/// ids from one growing `StringTable`; `forgetNames()` starts over with another.
package struct RuleCollector {
    private let rules: PreparedRules
    private var names: NameMemo
    private var builder = ContributionBuilder()
    private var hits = LiteralSearch.Hits()
    private var foldedHits = LiteralSearch.Hits()
    private var regexes: [Regex<AnyRegexOutput>]
    private var pathTests: [NameMatcher]

    package init(_ rules: PreparedRules) {
        self.rules = rules
        names = NameMemo(rules.nameTests)
        // Patterns that do not compile were errors when the settings were read.
        regexes = rules.regexes.compactMap { entry in
            (try? Regex(entry.pattern)).map { entry.ignoresCase ? $0.ignoresCase() : $0 }
        }
        precondition(regexes.count == rules.regexes.count, "a regular expression was not checked before it was used")
        pathTests = rules.rules.map {
            NameMatcher(rules.nameTests[$0.pathTest], separator: UInt8(ascii: "/"))
        }
    }

    /// Forgets all ids of names, for a new `StringTable`.
    package mutating func forgetNames() {
        names.removeAll()
    }

    /// What a file contributes, its text as the scanner has it.
    package mutating func collect(
        path: String, text: borrowing SourceText, facts: FileFacts, names table: StringTable
    ) -> FileContribution {
        text.withBytes { collect(path: path, bytes: $0, facts: facts, names: table) }
    }

    /// What a file contributes.
    ///
    /// - Parameters:
    ///   - path: relative to the project's root, with `/`.
    ///   - bytes: the text as UTF-8, without a byte order mark.
    ///   - facts: of a file that was refused, its problem.
    ///   - table: the names of the facts.
    package mutating func collect(
        path: String, bytes: UnsafeRawBufferPointer, facts: FileFacts, names table: StringTable
    ) -> FileContribution {
        builder.begin(path: path)
        let source = SourceBytes(bytes)
        let held = scopes(holding: path, source)
        builder.hold(scopes: held)
        let active = rules.rules.indices.filter { number in
            let scope = rules.rules[number].definition.scope
            guard scope.map({ held[$0 >> 6] >> UInt64($0 & 63) & 1 != 0 }) ?? true else { return false }
            return rules.rules[number].definition.path.isTrivial || pathTests[number].passes(path)
        }
        let outside = rules.outsiders.filter { !active.contains($0) }
        guard !active.isEmpty || !outside.isEmpty else { return builder.finish() }
        search(source, for: active)
        var reading = FileReading(
            path: path, source: source, facts: facts, names: table, rules: rules, builder: builder, memo: names,
            hits: hits, foldedHits: foldedHits, regexes: regexes)
        // The reading has them now: a second reference would copy them at the first change.
        builder = ContributionBuilder()
        names = NameMemo([])
        hits = LiteralSearch.Hits()
        foldedHits = LiteralSearch.Hits()
        for number in active {
            reading.begin(rule: number)
            rules.rules[number].definition.kind.collect(&reading)
        }
        for number in outside {
            reading.begin(rule: number)
            rules.rules[number].definition.kind.collectOutside(&reading)
        }
        let contribution = reading.builder.finish()
        builder = reading.builder
        names = reading.memo
        hits = reading.hits
        foldedHits = reading.foldedHits
        return contribution
    }

    private func scopes(holding path: String, _ source: SourceBytes) -> [UInt64] {
        var held = [UInt64](repeating: 0, count: (rules.scopes.count + 63) / 64)
        var known = [Bool?](repeating: nil, count: rules.mentions.count)
        func isMentioned(_ word: Int) -> Bool {
            if let answer = known[word] { return answer }
            let answer = rules.mentions[word].isMentioned(in: source)
            known[word] = answer
            return answer
        }
        for number in rules.scopes.indices {
            guard rules.scopes[number].holds(path), rules.mentionsAll[number].allSatisfy(isMentioned),
                rules.mentionsAny[number].isEmpty || rules.mentionsAny[number].contains(where: isMentioned)
            else { continue }
            held[number >> 6] |= 1 << UInt64(number & 63)
        }
        return held
    }

    /// One pass for the words of all rules, when any of those that look at the file has words.
    private mutating func search(_ source: SourceBytes, for active: [Int]) {
        let isPlain = active.contains { !rules.rules[$0].words.isEmpty && !rules.rules[$0].ignoresCase }
        let isFolded = active.contains { !rules.rules[$0].words.isEmpty && rules.rules[$0].ignoresCase }
        if isPlain { rules.words.find(in: source, into: &hits) }
        if isFolded {
            let folded = (0..<source.count).map { CaseFold.ascii(source[$0]) }
            folded.withUnsafeBytes { rules.foldedWords.find(in: SourceBytes($0), into: &foldedHits) }
        }
    }
}
