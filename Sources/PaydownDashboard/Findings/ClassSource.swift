/// The text of one class definition in its file.
package struct ClassSource: Equatable, Sendable {
    /// The lines from `class` to the end of its body, without the indentation that they share.
    package var lines: [String]
    /// The number of the first line, 1-based.
    package var start: Int

    /// - Parameters:
    ///   - file: the file's lines.
    ///   - start: the line of the definition, 1-based; nil comes back when the file has no such line.
    ///   - end: the last line, 1-based; when it is not known (not behind `start`), the indentation tells it.
    package init?<Lines: RandomAccessCollection>(_ file: Lines, start: Int, end: Int)
    where Lines.Element == String, Lines.Index == Int {
        guard start >= 1, start <= file.count else { return nil }
        let indent = Self.indent(file[start - 1])
        var last = start
        if end > start {
            last = min(end, file.count)
        } else {
            for (index, line) in file[start...].enumerated() {
                if Self.isBlank(line) { continue }
                // A closing bracket of the head, or what a long string has at the margin, ends nothing.
                if Self.indent(line) <= indent, line.first.map({ !")]}".contains($0) }) ?? true { break }
                last = start + 1 + index
            }
        }
        lines = file[start - 1..<last].map { line in
            var rest = line[...]
            var left = indent
            while left > 0, let first = rest.first, first == " " || first == "\t" {
                rest.removeFirst()
                left -= 1
            }
            while let end = rest.last, end == " " || end == "\t" || end == "\r" { rest.removeLast() }
            return String(rest)
        }
        self.start = start
    }

    /// The same without its blank lines.
    package var withoutBlankLines: ClassSource {
        var copy = self
        copy.lines.removeAll(where: Self.isBlank)
        return copy
    }

    /// The names defined in the class's body, methods with `()`, each once, in order.
    ///
    /// By the look of the lines at the body's own indentation: `def name(`, `name = …`, `name: type`.
    package var members: [String] {
        var names: [String] = []
        guard let body = lines.dropFirst().first(where: { !Self.isBlank($0) && Self.indent($0) > 0 }) else { return [] }
        let indent = Self.indent(body)
        for line in lines.dropFirst() where Self.indent(line) == indent {
            guard let name = Self.member(line.drop { $0 == " " || $0 == "\t" }), !names.contains(name) else { continue }
            names.append(name)
        }
        return names
    }

    private static func member(_ line: Substring) -> String? {
        var rest = line
        if rest.hasPrefix("async ") { rest = rest.dropFirst(6).drop { $0 == " " } }
        let isMethod = rest.hasPrefix("def ")
        if isMethod { rest = rest.dropFirst(4).drop { $0 == " " } }
        let name = rest.prefix { $0 == "_" || $0.isLetter || $0.isNumber }
        guard let first = name.first, !first.isNumber else { return nil }
        let behind = rest.dropFirst(name.count).drop { $0 == " " }
        if isMethod { return behind.first == "(" || behind.first == "[" ? name + "()" : nil }
        guard behind.first == ":" || (behind.first == "=" && behind.dropFirst().first != "=") else { return nil }
        return ["else", "try", "finally", "except"].contains(name) ? nil : String(name)
    }

    private static func indent(_ line: String) -> Int {
        line.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
    }

    private static func isBlank(_ line: String) -> Bool {
        line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }
}
