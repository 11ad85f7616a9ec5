import PaydownCore
import PaydownPython

/// A word or a regular expression on a line, or in a file.
struct TextKind: RuleKind {
    enum Unit: String, CaseIterable {
        case line
        case file
    }

    enum Place: String, CaseIterable {
        case anywhere
        case strings
        case comments
        case code
    }

    let text: TextConditions
    let unit: Unit
    let place: Place
    let isRedacted: Bool

    init(from settings: inout SettingReader) {
        text = settings.textConditions("text")
        unit = settings.choice("per", Unit.self) ?? .line
        place = settings.choice("in", Place.self) ?? .anywhere
        isRedacted = settings.boolean("redact") ?? false
        if text.isEmpty { settings.require("text") }
    }

    var words: WordList { text.list }

    var needsWords: Bool { text.regex == nil }

    var looksAtOneFile: Bool { true }

    func collect(_ file: inout FileReading) {
        let regions = place == .anywhere ? nil : TextRegions(file.source)
        for (number, word) in text.wanted.enumerated() where file.mentions(number) {
            let offsets = file.places(of: number).map(Int.init).filter { regions?.hold($0, place) ?? true }
            let length = word.utf8.count
            report(offsets.map { TextMatch(range: $0..<($0 + length), symbol: word) }, in: &file)
        }
        if let pattern = text.regex {
            report(
                text.matches(of: pattern, in: &file).filter { regions?.hold($0.range.lowerBound, place) ?? true },
                in: &file)
        }
    }

    private func report(_ matches: [TextMatch], in file: inout FileReading) {
        guard unit == .line else {
            reportFile(matches, in: &file)
            return
        }
        var seen: Set<String> = []
        var lastLine = 0
        for match in matches {
            let start = file.position(of: match.range.lowerBound)
            let line = Int(start.line)
            if line != lastLine, !seen.isEmpty { seen.removeAll(keepingCapacity: true) }
            lastLine = line
            guard seen.insert(match.symbol).inserted, !text.excuses(file.range(ofLine: line), in: file.source)
            else { continue }
            var draft = FindingDraft(match.symbol, from: start, to: file.position(of: match.range.upperBound))
            redact(&draft, match, in: file)
            file.report(draft)
        }
    }

    /// Once a file and symbol, about the file as a whole.
    private func reportFile(_ matches: [TextMatch], in file: inout FileReading) {
        var seen: Set<String> = []
        for match in matches where seen.insert(match.symbol).inserted {
            guard !text.excuses(0..<file.source.count, in: file.source) else { continue }
            var draft = FindingDraft(match.symbol)
            redact(&draft, match, in: file)
            file.report(draft)
        }
    }

    private func redact(_ draft: inout FindingDraft, _ match: TextMatch, in file: FileReading) {
        guard isRedacted else { return }
        draft.isRedacted = true
        guard match.isFound else { return }
        draft.symbol = Redaction.shortened(match.symbol)
        draft.secret = match.symbol
    }
}
