import PaydownCore
import PaydownPython

/// Collects what files contribute, one after the other; one for each thread.
///
/// It remembers which names pass which tests.
package struct RuleCollector {
    private let rules: PreparedRules
    private var reading: FileReading
    /// By rule; nil where every path passes.
    private let pathTests: [NameMatcher?]
    /// By word of a scope: whether the file at hand mentions it, once that was asked.
    private var mentioned: [Bool?]
    private var active: [Int] = []
    private let gates: [RuleGate]

    package init(_ rules: PreparedRules) {
        self.rules = rules
        // Patterns that do not compile were errors when the settings were read.
        let regexes = rules.regexes.compactMap { entry in
            (try? Regex(entry.pattern)).map { entry.ignoresCase ? $0.ignoresCase() : $0 }
        }
        precondition(regexes.count == rules.regexes.count, "a regular expression was not checked before it was used")
        reading = FileReading(rules, regexes: regexes)
        pathTests = rules.rules.map { rule in rule.path.map { NameMatcher($0, separator: UInt8(ascii: "/")) } }
        mentioned = [Bool?](repeating: nil, count: rules.mentions.count)
        gates = rules.rules.map { RuleGate($0, rules.needs) }
    }

    /// What a file contributes, its text as the scanner has it.
    package mutating func collect(
        path: String, text: borrowing SourceText, facts: inout FileFacts
    ) -> FileContribution {
        let lines = text.lines
        return text.withBytes { collect(path: path, bytes: $0, lines: lines, facts: &facts) }
    }

    /// What a file contributes.
    ///
    /// - Parameters:
    ///   - path: relative to the project's root, with `/`.
    ///   - bytes: the text as UTF-8, without a byte order mark.
    ///   - lines: where the lines begin; nil when they are to be looked for.
    ///   - facts: of this text; of a file that was refused, its problem. They are lent, and come back unchanged.
    package mutating func collect(
        path: String, bytes: UnsafeRawBufferPointer, lines: LineStarts? = nil,
        facts: inout FileFacts
    ) -> FileContribution {
        let source = SourceBytes(bytes)
        reading.builder.begin(path: path)
        let held = scopes(holding: path, source)
        reading.builder.hold(scopes: held)
        active.removeAll(keepingCapacity: true)
        for number in gates.indices where isActive(number, held, path) { active.append(number) }
        let outside = rules.outsiders.isEmpty ? [] : rules.outsiders.filter { !active.contains($0) }
        guard !active.isEmpty || !outside.isEmpty else { return reading.builder.finish() }
        reading.begin(
            path: path, source: source, lines: lines, facts: &facts, isSearched: search())
        for number in active {
            if gates[number].needsWords, !reading.holdsWord(of: number) { continue }
            reading.begin(rule: number, firstTest: gates[number].firstTest)
            rules.rules[number].kind.collect(&reading)
        }
        for number in outside {
            reading.begin(rule: number, firstTest: gates[number].firstTest)
            rules.rules[number].kind.collectOutside(&reading)
        }
        reading.end(&facts)
        return reading.builder.finish()
    }

    private func isActive(_ number: Int, _ held: [UInt64], _ path: String) -> Bool {
        let scope = gates[number].scope
        if scope >= 0, held[scope >> 6] >> UInt64(scope & 63) & 1 == 0 { return false }
        return pathTests[number]?.passes(path) ?? true
    }

    private mutating func scopes(holding path: String, _ source: SourceBytes) -> [UInt64] {
        if rules.scopes.isEmpty { return [] }
        var held = [UInt64](repeating: 0, count: (rules.scopes.count + 63) / 64)
        for word in mentioned.indices { mentioned[word] = nil }
        for number in rules.scopes.indices where rules.isScopeUsed[number] {
            guard rules.scopes[number].holds(path), mentions(source, scope: number) else { continue }
            held[number >> 6] |= 1 << UInt64(number & 63)
        }
        return held
    }

    private mutating func mentions(_ source: SourceBytes, scope: Int) -> Bool {
        for word in rules.mentionsAll[scope] where !isMentioned(word, in: source) { return false }
        if rules.mentionsAny[scope].isEmpty { return true }
        for word in rules.mentionsAny[scope] where isMentioned(word, in: source) { return true }
        return false
    }

    private mutating func isMentioned(_ word: Int, in source: SourceBytes) -> Bool {
        if let answer = mentioned[word] { return answer }
        let answer = rules.mentions[word].isMentioned(in: source)
        mentioned[word] = answer
        return answer
    }

    /// Whether any of the rules that look at the file wants words to be looked for; all of them are then found in one pass.
    private func search() -> (plain: Bool, folded: Bool) {
        var search = (plain: false, folded: false)
        for number in active {
            search.plain = search.plain || gates[number].isSearched.plain
            search.folded = search.folded || gates[number].isSearched.folded
        }
        return search
    }
}

/// What decides whether a rule looks at a file.
///
/// A performance type: it is asked for each rule and each file, and refers to nothing that would have to be counted.
private struct RuleGate {
    /// The index of the rule's scope; -1 for all files.
    let scope: Int
    let needsWords: Bool
    /// Whether it wants words to be looked for, as they are written or in any case.
    let isSearched: (plain: Bool, folded: Bool)
    let firstTest: Int

    init(_ rule: PreparedRules.PreparedRule, _ needs: [NameNeed]) {
        scope = rule.scope ?? -1
        needsWords = rule.needsWords
        let own = rule.firstTest..<(rule.firstTest + rule.kind.nameTests.count)
        let needs = rule.asksManyNames ? needs.filter { own.contains($0.test) } : []
        isSearched = (
            plain: !rule.words.isEmpty && !rule.ignoresCase || needs.contains { !$0.ignoresCase },
            folded: !rule.words.isEmpty && rule.ignoresCase || needs.contains { $0.ignoresCase }
        )
        firstTest = rule.firstTest
    }
}
