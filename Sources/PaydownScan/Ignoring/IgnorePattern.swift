/// One line of a `.gitignore`, as gitignore(5) has it.
///
/// A pattern with a `/` at its beginning or within is about the path below the file's folder, any other about the name
/// of a file or folder at any depth. Names are bytes: Git does not ask for their encoding.
struct IgnorePattern: Equatable, Sendable {
    /// Most patterns are names or endings, which need no search.
    private enum Shape: Equatable {
        case name
        case ending
        /// The number of bytes before the first wildcard, which are compared first.
        case wildcard(WildcardPattern, literal: Int)
    }

    /// The line without its signs.
    private let text: [UInt8]
    private let shape: Shape
    private let isPath: Bool
    private let isFolder: Bool
    /// Whether it takes back what earlier lines said.
    let isNegated: Bool
    /// 1-based.
    let line: Int

    /// Nil for blank lines, comments, and patterns that Git takes for malformed and never matches.
    init?(_ line: ArraySlice<UInt8>, number: Int) {
        var rest = Self.withoutTrailingSpaces(line)
        guard let first = rest.first, first != UInt8(ascii: "#") else { return nil }
        isNegated = first == UInt8(ascii: "!")
        if isNegated { rest.removeFirst() }
        isFolder = rest.last == UInt8(ascii: "/")
        if isFolder { rest.removeLast() }
        isPath = rest.contains(UInt8(ascii: "/"))
        if rest.first == UInt8(ascii: "/") { rest.removeFirst() }
        guard !rest.isEmpty else { return nil }
        let literal = rest.prefix { !WildcardPattern.isSpecial($0) }.count
        if literal == rest.count {
            shape = .name
        } else if !isPath, rest.first == UInt8(ascii: "*"), !rest.dropFirst().contains(where: WildcardPattern.isSpecial)
        {
            shape = .ending
            rest.removeFirst()
        } else {
            // A name that begins the pattern is compared as it is, and `**` right behind it counts as if at the beginning.
            let start = isPath ? literal : 0
            guard let wildcard = WildcardPattern(rest.dropFirst(start), isPath: isPath) else { return nil }
            shape = .wildcard(wildcard, literal: start)
        }
        text = Array(rest)
        self.line = number
    }

    /// Whether the pattern is about this file or folder.
    ///
    /// - Parameters:
    ///   - path: of the file or folder, from anywhere.
    ///   - base: where in it the part begins that the pattern's file sees.
    ///   - name: where in it the last part begins.
    func matches(_ path: [UInt8], base: Int, name: Int, isFolder: Bool) -> Bool {
        if self.isFolder, !isFolder { return false }
        let start = isPath ? base : name
        switch shape {
        case .name:
            return path.count - start == text.count && path[start...].elementsEqual(text)
        case .ending:
            return path.count - start >= text.count && path[(path.count - text.count)...].elementsEqual(text)
        case .wildcard(let wildcard, let literal):
            guard path.count - start >= literal, path[start..<start + literal].elementsEqual(text[..<literal]) else {
                return false
            }
            return wildcard.matches(path, from: start + literal)
        }
    }

    /// The line as people wrote it, without what does not count.
    var words: String {
        (isNegated ? "!" : "") + String(decoding: text, as: UTF8.self) + (isFolder ? "/" : "")
    }

    /// Spaces at the end do not count unless a backslash is before them.
    private static func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = line.startIndex
        var index = line.startIndex
        while index < line.endIndex {
            let isEscape = line[index] == UInt8(ascii: "\\")
            index += isEscape ? 2 : 1
            if isEscape || line[index - 1] != UInt8(ascii: " ") { end = min(index, line.endIndex) }
        }
        return line[..<end]
    }
}
