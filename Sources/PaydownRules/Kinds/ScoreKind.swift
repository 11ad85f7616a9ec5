import PaydownCore

/// A file that mentions a subject and has too few of the marks that go with it.
struct ScoreKind: RuleKind {
    let subjects: [String]
    /// With `{subject}` for the subject.
    let marks: [String]
    /// The least share of marks that is enough, 0...1.
    let enough: Double

    init(from settings: inout SettingReader) {
        subjects = settings.words("subjects")
        marks = settings.words("marks")
        enough = settings.share("at-least") ?? 1
        if subjects.isEmpty { settings.require("subjects") }
        if marks.isEmpty { settings.require("marks") }
    }

    /// The subjects, then the marks of each subject one after the other.
    var words: WordList {
        let pieces = marks.map { $0.split(separator: "{subject}", omittingEmptySubsequences: false) }
        return WordList(subjects + subjects.flatMap { subject in pieces.map { $0.joined(separator: subject) } })
    }

    /// Without a subject there is nothing to score.
    var needsWords: Bool { true }

    var looksAtOneFile: Bool { true }

    func collect(_ file: inout FileReading) {
        var population = 0
        for (number, subject) in subjects.enumerated() where file.mentions(number) {
            population += 1
            let first = subjects.count + number * marks.count
            let found = (first..<first + marks.count).count { file.mentions($0) }
            // By whole numbers: 0.2 five times is not 1 in binary.
            guard Double(found) < enough * Double(marks.count) - 1e-9 else { continue }
            var draft = FindingDraft(subject)
            draft.words["found"] = String(found)
            draft.words["marks"] = String(marks.count)
            file.report(draft)
        }
        file.tally(population)
    }

    func conclude(_ conclusion: inout RuleConclusion) {
        conclusion.keepAll()
        let population = conclusion.tally()
        if population > 0 { conclusion.sawSomething() }
        conclusion.measureSites(unit: "sites", population: population)
    }
}

extension SettingReader {
    /// A number from 0 to 1.
    mutating func share(_ key: String) -> Double? {
        guard let number = number(key) else { return nil }
        if (0...1).contains(number) { return number }
        failAboutKey(key, value: "\(number)", expected: "a number from 0 to 1")
        return nil
    }

    /// A table of strings.
    mutating func stringTable(_ key: String) -> [String: String]? {
        guard let setting = setting(key) else { return nil }
        guard let table = setting.table else {
            fail(.wrongType(key: key, expected: "a table of strings", found: setting.kind), setting.place)
            return nil
        }
        var strings: [String: String] = [:]
        for (name, value) in table {
            guard let string = value.string else {
                fail(.wrongType(key: key + "." + name, expected: "a string", found: value.kind), value.place)
                continue
            }
            strings[name] = string
        }
        return strings
    }
}
