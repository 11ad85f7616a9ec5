/// Finds the ends of strings in text that need not be Python, for rules that look at text only.
///
/// Unlike the lexer it never fails: a string that has no end stops at its line's end, or, triple-quoted, at the
/// text's. Each byte is looked at a bounded number of times: once an f-string with fields turned out to have no
/// end, those behind it are taken for plain strings.
struct StringSkipper {
    private let text: UnsafeRawBufferPointer
    private let knowsFields: Bool
    private var formatsArePlain = false
    /// Deeper f-strings in f-strings are taken for plain ones; CPython allows 149.
    private static let deepest = 149

    init(_ text: UnsafeRawBufferPointer, version: PythonVersion) {
        self.text = text
        knowsFields = version >= .v3_12
    }

    private func byte(_ index: Int) -> UInt8 {
        index < text.count ? text[index] : 0
    }

    /// Whether the word before a quote makes it an f-string.
    func isFormat(_ word: Range<Int>) -> Bool {
        guard (1...2).contains(word.count) else { return false }
        let letters = word.map { text[$0] | 0x20 }
        return letters.contains(UInt8(ascii: "f")) && letters.allSatisfy { $0 == 0x66 || $0 == 0x72 }
    }

    /// The place behind the string whose opening quote stands here.
    mutating func end(ofStringAt quote: Int, isFormat: Bool) -> Int {
        if isFormat, knowsFields, !formatsArePlain {
            if let end = formatEnd(quote, level: 0) { return end }
            formatsArePlain = true
        }
        return plainEnd(quote)
    }

    private func isTriple(_ index: Int) -> Bool {
        byte(index + 1) == byte(index) && byte(index + 2) == byte(index)
    }

    private func plainEnd(_ start: Int) -> Int {
        let quote = byte(start)
        let triple = isTriple(start)
        var index = start + (triple ? 3 : 1)
        while index < text.count {
            let next = text[index]
            if next == 0x5C {
                index += 2
            } else if next == quote, !triple {
                return index + 1
            } else if next == quote, isTriple(index) {
                return index + 3
            } else if next == 0x0A || next == 0x0D, !triple {
                return index
            } else {
                index += 1
            }
        }
        return text.count
    }

    /// nil when it does not end.
    private func formatEnd(_ start: Int, level: Int) -> Int? {
        guard level < Self.deepest else { return nil }
        let quote = byte(start)
        let triple = isTriple(start)
        var index = start + (triple ? 3 : 1)
        while index < text.count {
            let next = text[index]
            if next == 0x5C {
                let isBrace = byte(index + 1) == UInt8(ascii: "{") || byte(index + 1) == UInt8(ascii: "}")
                if byte(index + 1) == UInt8(ascii: "N"), byte(index + 2) == UInt8(ascii: "{") {
                    index += 3
                } else {
                    index += isBrace ? 1 : 2
                }
            } else if next == quote, !triple || isTriple(index) {
                return index + (triple ? 3 : 1)
            } else if next == UInt8(ascii: "{") {
                if byte(index + 1) == next {
                    index += 2
                } else {
                    guard let end = fieldEnd(index, level: level) else { return nil }
                    index = end
                }
            } else if next == 0x0A || next == 0x0D, !triple {
                return nil
            } else {
                index += 1
            }
        }
        return nil
    }

    /// The place behind the field whose opening brace stands here.
    private func fieldEnd(_ start: Int, level: Int) -> Int? {
        var depth = 1
        var inSpecification = false
        var index = start + 1
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["):
                depth += 1
                if text[index] == UInt8(ascii: "{") { inSpecification = false }
                index += 1
            case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"):
                depth -= 1
                index += 1
                if depth == 0 { return index }
            case UInt8(ascii: ":"):
                inSpecification = inSpecification || depth == 1
                index += 1
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                if inSpecification { return nil }
                var word = index
                while word > start + 1, index - word < 2, byte(word - 1) | 0x20 == 0x66 || byte(word - 1) | 0x20 == 0x72
                {
                    word -= 1
                }
                if isFormat(word..<index) {
                    guard let end = formatEnd(index, level: level + 1) else { return nil }
                    index = end
                } else {
                    index = plainEnd(index)
                }
            case UInt8(ascii: "#") where !inSpecification:
                while index < text.count, text[index] != 0x0A, text[index] != 0x0D { index += 1 }
            default:
                index += 1
            }
        }
        return nil
    }
}
