import PaydownScreen

/// Finds where keys and values stand in the text of a TOML document.
///
/// TOMLKit tells no positions of what it decoded, so they are found again here: headers, arrays of tables,
/// dotted and quoted keys, inline tables, arrays. Values are only stepped over; whether the text is TOML
/// at all, TOMLKit has said before. On anything else the locator goes on with the next line and never traps.
package struct TOMLKeyLocator {
    package struct Place: Equatable, Sendable {
        /// Of an array's element, the same as `value`.
        package var key: TextPosition
        /// Of a table with a header, the header's last key.
        package var value: TextPosition

        package init(key: TextPosition, value: TextPosition) {
            self.key = key
            self.value = value
        }
    }

    /// The first place of every path in the text.
    package private(set) var places: [TOMLPath: Place] = [:]

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    /// Where the current line begins, as an index into `bytes`.
    private var lineStart = 0
    /// Bytes of the current line so far that continue a scalar and so are no column of their own.
    private var continuations = 0
    /// Elements so far of each array of tables.
    private var tables: [TOMLPath: Int] = [:]

    /// Nested deeper than TOMLKit reads; keeps a hostile text from exhausting the stack.
    private static let depthLimit = 300

    package init(_ text: String) {
        bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            index = 3
            lineStart = 3
        }
        readDocument()
    }

    private mutating func readDocument() {
        var table = TOMLPath.root
        while true {
            skipBlank()
            guard let byte = peek else { return }
            if byte == UInt8(ascii: "[") {
                table = readHeader() ?? table
            } else {
                _ = readPair(in: table, depth: 0)
            }
            skipLine()
        }
    }

    /// `[a.b]` or `[[a.b]]`; nil when it is neither.
    private mutating func readHeader() -> TOMLPath? {
        step()
        let isArray = peek == UInt8(ascii: "[")
        if isArray { step() }
        guard let keys = readKeys(), let last = keys.last, peek == UInt8(ascii: "]") else { return nil }
        var path = TOMLPath.root
        for key in keys.dropLast() {
            path = path.appending(key.value)
            note(path, Place(key: key.position, value: key.position))
            if let count = tables[path] { path = path.appending(count - 1) }
        }
        path = path.appending(last.value)
        let place = Place(key: last.position, value: last.position)
        note(path, place)
        guard isArray else { return path }
        let count = tables[path, default: 0]
        tables[path] = count + 1
        path = path.appending(count)
        note(path, place)
        return path
    }

    /// `key.key = value`; false when it is not.
    private mutating func readPair(in table: TOMLPath, depth: Int) -> Bool {
        guard let keys = readKeys(), !keys.isEmpty, peek == UInt8(ascii: "=") else { return false }
        step()
        skipSpaces()
        let value = position
        var path = table
        for (offset, key) in keys.enumerated() {
            path = path.appending(key.value)
            let isLast = offset == keys.count - 1
            note(path, Place(key: key.position, value: isLast ? value : key.position))
        }
        readValue(at: path, depth: depth + 1)
        return true
    }

    private mutating func readValue(at path: TOMLPath, depth: Int) {
        guard let byte = peek, depth < Self.depthLimit else { return skipWord() }
        switch byte {
        case UInt8(ascii: "{"): readInlineTable(at: path, depth: depth)
        case UInt8(ascii: "["): readArray(at: path, depth: depth)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(quote: byte)
        default: skipWord()
        }
    }

    private mutating func readInlineTable(at path: TOMLPath, depth: Int) {
        step()
        while true {
            skipBlank()
            guard let byte = peek else { return }
            if byte == UInt8(ascii: "}") { return step() }
            if byte == UInt8(ascii: ",") {
                step()
                continue
            }
            guard readPair(in: path, depth: depth) else { return }
        }
    }

    private mutating func readArray(at path: TOMLPath, depth: Int) {
        step()
        var count = 0
        while true {
            skipBlank()
            guard let byte = peek else { return }
            if byte == UInt8(ascii: "]") { return step() }
            if byte == UInt8(ascii: ",") {
                step()
                continue
            }
            let before = index
            let element = path.appending(count)
            note(element, Place(key: position, value: position))
            readValue(at: element, depth: depth + 1)
            guard index > before else { return }
            count += 1
        }
    }

    /// The keys of `a . "b" . 'c'` and what follows stands at `index`; nil when there is none.
    private mutating func readKeys() -> [Positioned<String>]? {
        var keys: [Positioned<String>] = []
        while true {
            skipSpaces()
            let start = position
            guard let key = readKey() else { return nil }
            keys.append(Positioned(key, at: start))
            skipSpaces()
            guard peek == UInt8(ascii: ".") else { return keys }
            step()
        }
    }

    private mutating func readKey() -> String? {
        guard let byte = peek else { return nil }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            let start = index
            skipString(quote: byte)
            guard index - start >= 2, bytes[index - 1] == byte else { return nil }
            let inner = bytes[(start + 1)..<(index - 1)]
            return byte == UInt8(ascii: "'") ? String(decoding: inner, as: UTF8.self) : Self.unescaped(inner)
        }
        let start = index
        while let byte = peek, Self.isBare(byte) { step() }
        return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
    }

    /// Past the closing quote, or to the end of the line when there is none; one to three quotes.
    private mutating func skipString(quote: UInt8) {
        let isLong = peek(1) == quote && peek(2) == quote
        let length = isLong ? 3 : 1
        for _ in 0..<length { step() }
        while let byte = peek {
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                step()
                if peek != nil { step() }
            } else if byte == quote, !isLong || (peek(1) == quote && peek(2) == quote) {
                for _ in 0..<length { step() }
                // A long string may end in one or two quotes of its own.
                while isLong, peek == quote { step() }
                return
            } else if byte == UInt8(ascii: "\n"), !isLong {
                return
            } else {
                step()
            }
        }
    }

    /// Past a number, a date or a word.
    private mutating func skipWord() {
        while let byte = peek, !Self.endsWord.contains(byte) { step() }
    }

    /// Past spaces, line ends and comments.
    private mutating func skipBlank() {
        while let byte = peek {
            if byte == UInt8(ascii: "#") {
                while let byte = peek, byte != UInt8(ascii: "\n") { step() }
            } else if Self.blank.contains(byte) {
                step()
            } else {
                return
            }
        }
    }

    private mutating func skipSpaces() {
        while peek == UInt8(ascii: " ") || peek == UInt8(ascii: "\t") { step() }
    }

    private mutating func skipLine() {
        while let byte = peek, byte != UInt8(ascii: "\n") { step() }
    }

    private mutating func note(_ path: TOMLPath, _ place: Place) {
        if places[path] == nil { places[path] = place }
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private func peek(_ ahead: Int) -> UInt8? {
        index + ahead < bytes.count ? bytes[index + ahead] : nil
    }

    private mutating func step() {
        if bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
            continuations = 0
        } else if bytes[index] & 0xC0 == 0x80 {
            continuations += 1
        }
        index += 1
    }

    private var position: TextPosition {
        TextPosition(line: line, column: index - lineStart - continuations + 1)
    }

    private static let blank: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
    private static let endsWord: [UInt8] = Array(",]}#\n".utf8)

    private static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
        let plain: [Unicode.Scalar: Unicode.Scalar] = [
            "b": "\u{8}", "t": "\t", "n": "\n", "f": "\u{C}", "r": "\r", "e": "\u{1B}", "\"": "\"", "\\": "\\",
        ]
        var result = String.UnicodeScalarView()
        var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let escape = rest.popFirst() else {
                result.append(scalar)
                continue
            }
            let digits = escape == "u" ? 4 : escape == "U" ? 8 : escape == "x" ? 2 : 0
            if digits > 0 {
                let value = UInt32(String(String.UnicodeScalarView(rest.prefix(digits))), radix: 16)
                rest = rest.dropFirst(digits)
                result.append(value.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")
            } else {
                result.append(plain[escape] ?? escape)
            }
        }
        return String(result)
    }
}
