import PaydownRules

/// TOML as a person would write it: one setting a line, tables as dotted keys, long lists with an item a line.
///
/// What is written here is read back by `TOMLDocument` as the same values; the tests hold the two together.
package struct TOMLText {
    /// Where a line ends: the width of our own sources, less what an editor's margin takes.
    package static let width = 110

    package private(set) var lines: [String] = []

    package init() {}

    package var text: String { lines.joined(separator: "\n") + "\n" }

    // MARK: Lines

    package mutating func blank() {
        if !lines.isEmpty, lines.last != "" { lines.append("") }
    }

    /// A remark, wrapped; each of its own lines begins a new one.
    package mutating func comment(_ remark: String) {
        for line in remark.split(separator: "\n", omittingEmptySubsequences: false) {
            lines += Self.wrapped(Self.plain(String(line)))
        }
    }

    /// A remark's line as it is, however long.
    package mutating func remark(_ line: String) {
        lines.append("# " + Self.plain(line))
    }

    /// `[name]`, a blank line before it unless a remark stands there, which is about it.
    package mutating func table(_ name: String) {
        if lines.last?.hasPrefix("#") != true { blank() }
        lines.append("[\(name)]")
    }

    /// `[[name]]`
    package mutating func element(_ name: String) {
        lines.append("[[\(name)]]")
    }

    package mutating func set(_ key: String, _ value: Setting.Value) {
        lines += Self.assignments(Self.key(key), value)
    }

    /// A table on one line; entries in the order given.
    package mutating func set(_ key: String, inline entries: [(key: String, value: Setting.Value)]) {
        let parts = entries.map { Self.key($0.key) + " = " + Self.inline($0.value) }
        lines.append(Self.key(key) + " = { " + parts.joined(separator: ", ") + " }")
    }

    package mutating func set(_ key: String, _ text: String) {
        set(key, .string(text))
    }

    package mutating func set(_ key: String, _ texts: [String]) {
        set(key, .list(texts.map { Setting(.string($0)) }))
    }

    /// `class.ends-with = […]`: a key that has its dots already.
    package mutating func set(path: String, _ texts: [String]) {
        lines += Self.assignments(path, .list(texts.map { Setting(.string($0)) }))
    }

    /// `name.regex = '…'`: a key that has its dots already.
    package mutating func set(path: String, pattern: String) {
        lines += Self.assignments(path, .string(pattern))
    }

    /// Lines that are TOML already.
    package mutating func append(_ other: TOMLText) {
        lines += other.lines
    }

    // MARK: Values

    /// A setting as lines: a table becomes dotted keys.
    package static func assignments(_ key: String, _ value: Setting.Value) -> [String] {
        switch value {
        case .table(let table) where !table.isEmpty:
            return table.sorted { ($0.value.keyPlace, $0.key) < ($1.value.keyPlace, $1.key) }.flatMap {
                assignments(key + "." + Self.key($0.key), $0.value.value)
            }
        case .list(let items):
            let line = key + " = " + inline(value)
            guard line.count > width, !items.isEmpty else { return [line] }
            return [key + " = ["] + items.map { "    " + inline($0.value) + "," } + ["]"]
        default: return [key + " = " + inline(value)]
        }
    }

    /// A value on one line.
    static func inline(_ value: Setting.Value) -> String {
        switch value {
        case .string(let text): quoted(text)
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .boolean(let boolean): String(boolean)
        case .day(let day): day.iso
        case .list(let items): "[" + items.map { inline($0.value) }.joined(separator: ", ") + "]"
        case .table(let table):
            table.isEmpty
                ? "{}"
                : "{ "
                    + table.sorted { ($0.value.keyPlace, $0.key) < ($1.value.keyPlace, $1.key) }
                    .map { key($0.key) + " = " + inline($0.value.value) }.joined(separator: ", ") + " }"
        case .other: quoted("")
        }
    }

    /// A key, in quotes where a bare one cannot be.
    package static func key(_ name: String) -> String {
        let isBare =
            !name.isEmpty
            && name.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            }
        return isBare ? name : quoted(name)
    }

    /// A basic string; whatever could end a line or steer a terminal is escaped.
    package static func quoted(_ text: String) -> String {
        // What has backslashes and nothing else that is odd is easier to read as it is.
        if text.contains("\\"), !text.contains("'"), text.unicodeScalars.allSatisfy({ !isControl($0) }) {
            return "'" + text + "'"
        }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where isControl(scalar): result += escape(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
            || scalar.value == 0x2029
    }

    /// A remark must stay on its line.
    private static func plain(_ remark: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in remark.unicodeScalars { scalars.append(isControl(scalar) ? "?" : scalar) }
        return String(scalars)
    }

    private static func wrapped(_ remark: String) -> [String] {
        let indent = String(remark.prefix { $0 == " " })
        var lines: [String] = []
        var line = "# " + indent
        var isEmpty = true
        for word in remark.split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = "# " + indent
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        if isEmpty { return ["#"] }
        return lines + [line]
    }
}
