/// Source files as lists of lines, each of which knows where it came from, so that what should be matched is known.
struct TracedSources: Sendable {
    struct Line: Equatable, Sendable {
        var text: String
        /// The same for a line in all its versions; unique among all lines there ever were.
        let origin: Int

        var indentation: Substring { text.prefix { $0 == " " || $0 == "\t" } }
        var trimmed: Substring { text[indentation.endIndex...] }

        /// Whether it is an import that ends where the line does, and nothing else.
        var isWholeImport: Bool {
            (trimmed.hasPrefix("import ") || trimmed.hasPrefix("from "))
                && !text.utf8.contains { [0x28, 0x5C, 0x3B].contains($0) }
                && (trimmed.hasPrefix("import ") || trimmed.contains(" import "))
        }

        /// Whether a comment can stand at its end.
        var takesComment: Bool { !trimmed.isEmpty && !text.hasSuffix("\\") }

        /// With a comment at its end.
        func with(comment: String) -> Line {
            takesComment ? Line(text: text + "  # " + comment, origin: origin) : self
        }
    }

    struct File: Equatable, Sendable {
        var path: String
        var lines: [Line]

        var text: String { lines.map { $0.text + "\n" }.joined() }
    }

    var files: [File] = []
    private var nextOrigin = 0

    mutating func add(path: String, text: String) {
        var texts = text.split(separator: "\n", omittingEmptySubsequences: false)
        if texts.last?.isEmpty == true { texts.removeLast() }
        files.append(File(path: path, lines: texts.map { line(String($0)) }))
    }

    /// A line that was not there before.
    mutating func line(_ text: String) -> Line {
        nextOrigin += 1
        return Line(text: text, origin: nextOrigin)
    }
}
