/// A question about a name: a module, a class, a function, a path.
///
/// All conditions that are given must hold. Comparing is by letters as they are, unless `ignoresCase`, which
/// compares as Python's `str.lower()` on both sides would.
package struct NameTest: Hashable, Sendable {
    /// The name is one of these.
    package var isOneOf: [String] = []
    package var containsAny: [String] = []
    package var containsAll: [String] = []
    package var containsNone: [String] = []
    package var startsWith: [String] = []
    package var endsWith: [String] = []
    /// Shell patterns; in names with dots, `*` stays within a part and `**` does not.
    package var globs: [String] = []
    /// Searched for anywhere in the name, in Swift's notation, which is that of Perl.
    package var regex: String?
    package var ignoresCase = false

    package init() {}

    /// Whether every name passes.
    package var isTrivial: Bool {
        var plain = self
        plain.ignoresCase = false
        return plain == NameTest()
    }

    /// Words one of which is in every name that passes; none when there need not be any, or when they are too many or too
    /// short to be worth a search.
    var needed: [String] {
        let longest = containsAll.max { $0.utf8.count < $1.utf8.count }
        let choices = [longest.map { [$0] } ?? [], isOneOf, containsAny, startsWith, endsWith]
        func least(_ words: [String]) -> Int { words.map(\.utf8.count).min() ?? 0 }
        let best = choices.max { least($0) < least($1) } ?? []
        return least(best) >= 4 && best.count <= 32 ? best : []
    }

    /// How many bytes a name of ASCII has at least and at most, if it passes.
    var lengths: ClosedRange<Int> {
        func length(_ word: String) -> Int { (ignoresCase ? CaseFold.text(word) : word).utf8.count }
        let parts = [isOneOf, containsAny, startsWith, endsWith].map { $0.map(length).min() ?? 0 }
        let shortest = (parts + containsAll.map(length)).max() ?? 0
        return shortest...max(shortest, isOneOf.map(length).max() ?? Int.max)
    }

    static let keys = [
        "is", "contains-any", "contains-all", "contains-none", "starts-with", "ends-with", "glob", "regex",
        "ignore-case",
    ]
}

extension SettingReader {
    /// A name test: a table of conditions, or a string or list of strings for `is`.
    package mutating func nameTest(_ key: String) -> NameTest? {
        guard let setting = setting(key) else { return nil }
        if setting.table == nil {
            guard let names = strings(setting, key) else { return nil }
            var test = NameTest()
            test.isOneOf = names
            return test
        }
        return nested(setting, key) { $0.nameConditions() }
    }

    private mutating func nameConditions() -> NameTest {
        var test = NameTest()
        test.isOneOf = words("is")
        test.containsAny = words("contains-any")
        test.containsAll = words("contains-all")
        test.containsNone = words("contains-none")
        test.startsWith = words("starts-with")
        test.endsWith = words("ends-with")
        test.globs = words("glob")
        test.ignoresCase = boolean("ignore-case") ?? false
        test.regex = regex("regex")
        return test
    }

    /// Words to compare with: an empty one would be in every name, and an empty list in none.
    mutating func words(_ key: String) -> [String] {
        guard let setting = setting(key), let words = strings(setting, key) else { return [] }
        if words.isEmpty || words.contains("") {
            fail(.badValue(key: key, value: "", expected: "at least one letter", known: []), setting.place)
        }
        return words
    }

    /// A regular expression that compiles.
    mutating func regex(_ key: String) -> String? {
        guard let pattern = string(key) else { return nil }
        if (try? Regex(pattern)) == nil {
            failAboutKey(key, value: pattern, expected: "a regular expression that compiles")
            return nil
        }
        return pattern
    }
}
