/// One pattern made ready for many texts. See `TextTests` for why it cannot be copied.
enum TextTest: ~Copyable {
    case everything
    case fuzzy(FuzzyMatch)
    case literal(LiteralSearch)
    case regex(Regex<AnyRegexOutput>)

    init(_ pattern: FilterQuery.Pattern) {
        switch pattern {
        case .everything, .age:
            self = .everything
        case .fuzzy(let word):
            self = .fuzzy(FuzzyMatch(word))
        case .literal(let text):
            self = .literal(LiteralSearch(Array(text.utf8), ignoresCase: text == text.lowercased()))
        case .regex(let source):
            // The query has compiled it once already; a source that fails is a problem there, not here.
            guard let regex = try? Regex(source) else {
                self = .everything
                return
            }
            self = .regex(source == source.lowercased() ? regex.ignoresCase() : regex)
        }
    }

    var isEverything: Bool {
        switch self {
        case .everything: true
        default: false
        }
    }

    /// Letters of a short word stand in almost any sentence, so only literals look into prose.
    var looksIntoProse: Bool {
        switch self {
        case .fuzzy: false
        default: true
        }
    }

    func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { matches($0) }
    }

    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .everything: true
        case .fuzzy(let match): match.matches(text)
        case .literal(let search): search.isFound(in: text)
        case .regex(let regex): String(decoding: text, as: UTF8.self).contains(regex)
        }
    }
}
