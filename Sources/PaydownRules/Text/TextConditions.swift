/// What a rule looks for in text, and what excuses a line.
struct TextConditions: Hashable, Sendable {
    var wanted: [String] = []
    /// A line, or a file, with one of these is left alone.
    var excuses: [String] = []
    var regex: String?
    var ignoresCase = false

    var isEmpty: Bool { wanted.isEmpty && regex == nil }

    /// The words and patterns to prepare; excuses are looked for only where something was found.
    var list: WordList {
        WordList(wanted, ignoresCase: ignoresCase, regexes: regex.map { [$0] } ?? [])
    }

    func excuses(_ range: Range<Int>, in source: SourceBytes) -> Bool {
        if excuses.isEmpty { return false }
        if !ignoresCase { return excuses.contains { source.first(Array($0.utf8), in: range) != nil } }
        let folded = range.map { CaseFold.ascii(source[$0]) }
        return folded.withUnsafeBytes { bytes in
            excuses.contains { SourceBytes(bytes).first($0.utf8.map(CaseFold.ascii), in: 0..<bytes.count) != nil }
        }
    }

    /// Where the regular expression matches. The slow way: the whole text becomes a `String`, and matching takes some
    /// hundred times as long as looking for a word; `contains-any` is for what can be said with words.
    func matches(of pattern: String, in file: inout FileReading) -> [TextMatch] {
        let text = file.source.text(0..<file.source.count)
        // A text that had to be repaired has other offsets; then lines and columns would be wrong.
        guard text.utf8.count == file.source.count else { return [] }
        return text.matches(of: file.regex(0).anchorsMatchLineEndings()).compactMap { match in
            guard !match.range.isEmpty else { return nil }
            let lower = text.utf8.distance(from: text.utf8.startIndex, to: match.range.lowerBound)
            let upper = text.utf8.distance(from: text.utf8.startIndex, to: match.range.upperBound)
            return TextMatch(range: lower..<upper, symbol: String(text[match.range].prefix(200)), isFound: true)
        }
    }
}

/// One place where text matches.
struct TextMatch {
    var range: Range<Int>
    /// The word as the rule has it, or what a regular expression matched.
    var symbol: String
    /// Whether the symbol comes from the text, and not from the rule.
    var isFound = false
}

extension SettingReader {
    /// `contains-any`, `contains-none`, `regex` and `ignore-case`; or a string or list of strings for `contains-any`.
    mutating func textConditions(_ key: String) -> TextConditions {
        guard let setting = setting(key) else { return TextConditions() }
        if setting.table == nil {
            return TextConditions(wanted: strings(setting, key) ?? [])
        }
        return nested(setting, key) { reader in
            var text = TextConditions()
            text.wanted = reader.words("contains-any")
            text.excuses = reader.words("contains-none")
            text.ignoresCase = reader.boolean("ignore-case") ?? false
            text.regex = reader.regex("regex")
            return text
        } ?? TextConditions()
    }
}
