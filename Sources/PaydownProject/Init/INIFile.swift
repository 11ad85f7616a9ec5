/// A file in the language of Python's `configparser`: `setup.cfg`, `.importlinter`.
///
/// Sections in brackets, `key = value` or `key: value`, lines that are indented go on with the value before them, lines that
/// begin with `#` or `;` are remarks wherever they stand. Nothing is substituted (`%(name)s` stays as it is).
struct INIFile {
    struct Section {
        let name: String
        /// By key, in small letters as `configparser` makes them; the lines of a value that have something in them.
        var values: [String: [String]] = [:]

        func text(_ key: String) -> String? {
            values[key].map { $0.joined(separator: " ") }
        }
    }

    private(set) var sections: [Section] = []

    init(_ text: String) {
        var key: String?
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let trimmed = Self.trimmed(line)
            if trimmed.isEmpty || trimmed.hasPrefix("#") || trimmed.hasPrefix(";") { continue }
            let isIndented = line.first == " " || line.first == "\t"
            if isIndented, let key, !sections.isEmpty {
                sections[sections.count - 1].values[key, default: []].append(trimmed)
            } else if trimmed.hasPrefix("["), let end = trimmed.lastIndex(of: "]") {
                sections.append(Section(name: String(trimmed[trimmed.index(after: trimmed.startIndex)..<end])))
                key = nil
            } else if !sections.isEmpty, let sign = trimmed.firstIndex(where: { $0 == "=" || $0 == ":" }) {
                let name = Self.trimmed(trimmed[..<sign]).lowercased()
                let value = Self.trimmed(trimmed[trimmed.index(after: sign)...])
                sections[sections.count - 1].values[name] = value.isEmpty ? [] : [value]
                key = name
            }
        }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
