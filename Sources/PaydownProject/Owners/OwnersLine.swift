/// A line of a CODEOWNERS file, understood or not.
enum OwnersLine: Equatable {
    case nothing
    /// GitLab's: `[Docs]`, `^[Docs]`, `[Docs][2]`, with owners for lines that name none.
    case section(String, owners: [String])
    case rule(OwnersPattern, owners: [String])
    case broken(String)

    init(_ line: Substring) {
        let words = Self.words(line)
        guard let first = words.first else {
            self = .nothing
            return
        }
        if let section = Self.section(line) {
            self = section
        } else if first.text.hasPrefix("!") {
            self = .broken("'!' cannot take owners away; write a later line that names others, or none")
        } else if !first.isEscaped, first.text.contains("[") {
            self = .broken("'\(first.text)' has a range of characters, which CODEOWNERS does not know; use * or ?")
        } else if let pattern = OwnersPattern(first.text) {
            self = Self.rule(pattern, words.dropFirst().map(\.text))
        } else {
            self = .broken("'\(first.text)' is no pattern; write a path, such as /docs/ or *.py")
        }
    }

    private static func rule(_ pattern: OwnersPattern, _ owners: [String]) -> OwnersLine {
        if let stranger = owners.first(where: { !isOwner($0) }) { return broken(by: stranger) }
        return .rule(pattern, owners: owners)
    }

    private static func broken(by word: String) -> OwnersLine {
        .broken("'\(word)' is no owner; owners are @name, @organisation/team or an e-mail address")
    }

    /// `[Name]` at the beginning, with a number of approvals or not, and nothing but owners behind it.
    private static func section(_ line: Substring) -> OwnersLine? {
        var rest = line.drop { $0 == " " || $0 == "\t" }
        if rest.first == "^" { rest.removeFirst() }
        guard rest.first == "[", let close = rest.firstIndex(of: "]") else { return nil }
        let name = rest[rest.index(after: rest.startIndex)..<close]
        rest = rest[rest.index(after: close)...]
        if rest.first == "[", let end = rest.firstIndex(of: "]"),
            rest.dropFirst().prefix(upTo: end).allSatisfy(\.isNumber)
        {
            rest = rest[rest.index(after: end)...]
        }
        guard !name.isEmpty, rest.first.map({ $0 == " " || $0 == "\t" }) ?? true else { return nil }
        let owners = words(rest).map(\.text)
        if let stranger = owners.first(where: { !isOwner($0) }) { return broken(by: stranger) }
        return .section(String(name), owners: owners)
    }

    /// `@name`, `@organisation/team`, `@@role`, `somebody@somewhere`.
    private static func isOwner(_ word: String) -> Bool {
        guard let at = word.lastIndex(of: "@"), word.index(after: at) < word.endIndex else { return false }
        let before = word[..<at]
        return before.isEmpty || before == "@" || !before.contains("@") && !before.contains("/")
    }

    private struct Word {
        var text = ""
        var isEscaped = false
    }

    /// Words up to a comment; a backslash makes the next character an ordinary one.
    private static func words(_ line: Substring) -> [Word] {
        var words: [Word] = []
        var word = Word()
        var isOpen = false
        var rest = line
        while let character = rest.popFirst() {
            switch character {
            case "\\":
                word.text.append(rest.popFirst() ?? "\\")
                word.isEscaped = true
                isOpen = true
            case "#" where !isOpen:
                rest = ""
            case " ", "\t", "\r":
                if isOpen { words.append(word) }
                word = Word()
                isOpen = false
            default:
                word.text.append(character)
                isOpen = true
            }
        }
        if isOpen { words.append(word) }
        return words
    }
}
