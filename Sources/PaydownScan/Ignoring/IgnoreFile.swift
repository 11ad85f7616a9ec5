/// The patterns of one `.gitignore`, or of another list with the same grammar.
package struct IgnoreFile: Equatable, Sendable {
    /// For messages: `app/.gitignore`.
    package let name: String
    private let patterns: [IgnorePattern]

    /// - Parameter text: lines that end in LF or CR LF; a byte order mark does not count.
    package init(_ text: [UInt8], name: String) {
        self.name = name
        let hasMark = text.starts(with: [0xEF, 0xBB, 0xBF])
        let lines = text[(hasMark ? 3 : 0)...].split(separator: 0x0A, omittingEmptySubsequences: false)
        patterns = lines.enumerated().compactMap { number, line in
            IgnorePattern(line.last == 0x0D ? line.dropLast() : line, number: number + 1)
        }
    }

    /// The same for lines that stand in a configuration.
    package init(lines: [String], name: String) {
        self.init(Array(lines.joined(separator: "\n").utf8), name: name)
    }

    package var isEmpty: Bool { patterns.isEmpty }

    /// The last pattern that is about this file or folder.
    func decision(_ path: [UInt8], base: Int, name: Int, isFolder: Bool) -> IgnorePattern? {
        patterns.last { $0.matches(path, base: base, name: name, isFolder: isFolder) }
    }
}
