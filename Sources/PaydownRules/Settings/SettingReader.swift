import PaydownCore

/// Takes typed values out of one table and notes everything that is wrong, so that a person sees all of it at once.
///
/// Each `read` marks its key as known. `finish()` then calls every other key unknown.
package struct SettingReader {
    /// The table's name for messages: `rule`, `scope.api`.
    package let name: String
    package private(set) var problems: [SettingProblem] = []

    private let table: [String: Setting]
    package let place: SettingPlace
    /// The names that were asked for, in order.
    package private(set) var known: [String] = []
    private var isTolerant = false

    package init(_ table: [String: Setting], name: String, place: SettingPlace = .start) {
        self.table = table
        self.name = name
        self.place = place
    }

    /// The names of all settings, sorted.
    package var keys: [String] { table.keys.sorted() }

    /// The setting with this name as it was written.
    package mutating func setting(_ key: String) -> Setting? {
        if !known.contains(key) { known.append(key) }
        return table[key]
    }

    package mutating func string(_ key: String) -> String? {
        guard let setting = setting(key) else { return nil }
        if let string = setting.string { return string }
        return wrong(setting, key, "a string")
    }

    /// A string that must be there and must not be empty.
    package mutating func requiredString(_ key: String) -> String {
        guard let setting = setting(key) else {
            require(key)
            return ""
        }
        guard let string = string(key) else { return "" }
        if string.isEmpty {
            fail(.badValue(key: key, value: "", expected: "at least one letter", known: []), setting.place)
        }
        return string
    }

    package mutating func boolean(_ key: String) -> Bool? {
        guard let setting = setting(key) else { return nil }
        if case .boolean(let boolean) = setting.value { return boolean }
        return wrong(setting, key, "true or false")
    }

    package mutating func integer(_ key: String, atLeast least: Int = 0) -> Int? {
        guard let setting = setting(key) else { return nil }
        guard case .integer(let number) = setting.value else { return wrong(setting, key, "a whole number") }
        if number >= least { return number }
        fail(.badValue(key: key, value: String(number), expected: "\(least) or more", known: []), setting.place)
        return nil
    }

    package mutating func number(_ key: String) -> Double? {
        guard let setting = setting(key) else { return nil }
        switch setting.value {
        case .integer(let number): return Double(number)
        case .number(let number) where number.isFinite: return number
        default: return wrong(setting, key, "a number")
        }
    }

    /// A date, or the same in quotes.
    package mutating func day(_ key: String) -> Day? {
        guard let setting = setting(key) else { return nil }
        if case .day(let day) = setting.value { return day }
        if let text = setting.string {
            if let day = Day(text) { return day }
            fail(.badValue(key: key, value: text, expected: "a date such as 2025-12-31", known: []), setting.place)
            return nil
        }
        return wrong(setting, key, "a date such as 2025-12-31")
    }

    /// A list of strings; one string alone counts as a list of it.
    package mutating func strings(_ key: String) -> [String]? {
        guard let setting = setting(key) else { return nil }
        return strings(setting, key)
    }

    package mutating func strings(_ setting: Setting, _ key: String) -> [String]? {
        if let string = setting.string { return [string] }
        guard let list = setting.list else { return wrong(setting, key, "a list of strings") }
        var strings: [String] = []
        for item in list {
            guard let string = item.string else { return wrong(item, key, "a string") }
            strings.append(string)
        }
        return strings
    }

    /// One of the words of an enumeration.
    package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, _ type: Choice.Type = Choice.self
    ) -> Choice? {
        guard let setting = setting(key) else { return nil }
        guard let word = setting.string else { return wrong(setting, key, "a string") }
        return choice(word, key, setting.place)
    }

    /// Several of the words of an enumeration.
    package mutating func choices<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, _ type: Choice.Type = Choice.self
    ) -> [Choice]? {
        guard let setting = setting(key) else { return nil }
        guard let words = strings(setting, key) else { return nil }
        let places = setting.list?.map(\.place) ?? [setting.place]
        return zip(words, places).compactMap { choice($0, key, $1) }
    }

    private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ word: String, _ key: String, _ place: SettingPlace
    ) -> Choice? {
        if let choice = Choice(rawValue: word) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        fail(
            .badValue(
                key: key, value: word, expected: known.map { "'\($0)'" }.joined(separator: ", "), known: known), place)
        return nil
    }

    /// A table within this one, read by a reader of its own; its problems become this one's.
    package mutating func nested<Result>(_ key: String, _ read: (inout SettingReader) -> Result) -> Result? {
        guard let setting = setting(key) else { return nil }
        return nested(setting, key, read)
    }

    package mutating func nested<Result>(
        _ setting: Setting, _ key: String, _ read: (inout SettingReader) -> Result
    ) -> Result? {
        guard let table = setting.table else { return wrong(setting, key, "a table") }
        var reader = SettingReader(table, name: name.isEmpty ? key : name + "." + key, place: setting.keyPlace)
        let result = read(&reader)
        problems += reader.finished()
        return result
    }

    /// A list of tables, `[[key]]`.
    package mutating func tables<Result>(_ key: String, _ read: (inout SettingReader) -> Result) -> [Result] {
        guard let setting = setting(key) else { return [] }
        guard let list = setting.list else {
            _ = wrong(setting, key, "a list of tables: [[\(key)]]") as Int?
            return []
        }
        return list.compactMap { nested($0, key, read) }
    }

    /// Says that a key must be there, with something in it.
    package mutating func require(_ key: String) {
        if !known.contains(key) { known.append(key) }
        guard let setting = table[key] else {
            problems.append(SettingProblem(.missingKey(key, table: "this [\(name)]"), at: place))
            return
        }
        // Whatever was wrong with it has been said.
        if !problems.isEmpty { return }
        fail(.badValue(key: key, value: "", expected: "something to look for", known: []), setting.place)
    }

    package mutating func fail(_ kind: SettingProblem.Kind, _ place: SettingPlace) {
        problems.append(SettingProblem(kind, at: place))
    }

    /// Says that the value of a key is wrong, for reasons beyond its type.
    package mutating func failAboutKey(_ key: String, value: String, expected: String, known: [String] = []) {
        fail(
            .badValue(key: key, value: value, expected: expected, known: known), table[key]?.place ?? place)
    }

    /// Leaves keys alone that nobody asked for, when it cannot be said which are known.
    package mutating func ignoreOtherKeys() {
        isTolerant = true
    }

    /// The table in one form for all ways to write it.
    package var canonicalText: String {
        Setting(.table(table)).canonicalText
    }

    /// The same without some of its keys.
    package func canonicalText(without keys: [String]) -> String {
        Setting(.table(table.filter { !keys.contains($0.key) })).canonicalText
    }

    /// All problems, in the order of the text, with a problem for each key that nobody asked for.
    package mutating func finished() -> [SettingProblem] {
        for (key, setting) in table where !isTolerant && !known.contains(key) {
            fail(.unknownKey(key, table: name, known: known), setting.keyPlace)
        }
        return problems.sorted { $0.place < $1.place }
    }

    private mutating func wrong<Value>(_ setting: Setting, _ key: String, _ expected: String) -> Value? {
        fail(.wrongType(key: key, expected: expected, found: setting.kind), setting.place)
        return nil
    }
}
