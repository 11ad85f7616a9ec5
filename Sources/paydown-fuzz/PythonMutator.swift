/// Breaks Python sources in small ways, the same ways for the same seed.
package struct PythonMutator {
    private var random: SeededBytes

    private static let pieces: [String] = [
        "(", ")", "[", "]", "{", "}", ",", ":", ";", ".", "=", "==", ":=", "*", "**", "@", "->", "...", "!", "~", "-",
        "not ", "in ", "is ", "if ", "else ", "for ", "async ", "await ", "yield ", "lambda ", "lambda:", "def ",
        "class ", "return ", "import ", "from ", "as ", "with ", "try:", "except ", "except* ", "finally:", "match ",
        "case ", "type ", "_", "print ", "exec ", "None", "True", "1", "0x", "1_0", "07", "1j", "\"", "'", "\"\"\"",
        "'''", "f\"", "f'{", "{x!r}", "b\"", "rb\"", "u\"", "\\", "\n", "\n    ", "\n\t", " ", "\t", "\r", "\u{C}", "#",
        "é", "\u{2003}", "$", "?", "`", "<>", "*args", "**kw", "/", "global x", "del ", "*a, ", "x: int", "\\x", "\\N{",
        "\\u12", "[T]", "raise ", "assert ", "+=",
    ]

    package init(seed: UInt64) {
        random = SeededBytes(seed: seed)
    }

    /// Deletes, inserts, doubles, swaps or replaces one token or two, or one byte.
    package mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var tokens = Self.tokens(bytes)
        guard tokens.count > 10 else { return bytes }
        for _ in 0..<(random.below(4) == 0 ? 2 : 1) {
            let index = random.below(tokens.count)
            switch random.below(8) {
            case 0: tokens.remove(at: index)
            case 1: tokens.insert(piece(), at: index)
            case 2: tokens[index] = piece()
            case 3: tokens.insert(tokens[index], at: index)
            case 4: tokens.swapAt(index, random.below(tokens.count))
            case 5: tokens.swapAt(index, min(tokens.count - 1, index + 1 + random.below(5)))
            case 6: tokens[index] = tokens[random.below(tokens.count)]
            default: changeByte(&tokens, index)
            }
        }
        return Array(tokens.joined())
    }

    private mutating func piece() -> [UInt8] {
        Array(Self.pieces[random.below(Self.pieces.count)].utf8)
    }

    private mutating func changeByte(_ tokens: inout [[UInt8]], _ index: Int) {
        let letters = Array("()[]{}:,.='\"\\ \nabcxyzfrb019_#*+-@!\t\r\u{FF}".utf8)
        tokens[index][random.below(tokens[index].count)] = letters[random.below(letters.count)]
    }

    /// Words, runs of spaces, line ends with the indentation behind them, and single other bytes.
    private static func tokens(_ bytes: [UInt8]) -> [[UInt8]] {
        func isWord(_ byte: UInt8) -> Bool {
            byte >= 0x80 || byte == 95 || (48...57).contains(byte) || (65...90).contains(byte)
                || (97...122).contains(byte)
        }
        var tokens: [[UInt8]] = []
        var index = 0
        while index < bytes.count {
            var end = index + 1
            if isWord(bytes[index]) {
                while end < bytes.count, isWord(bytes[end]) { end += 1 }
            } else if bytes[index] == 0x0A || bytes[index] == 0x20 {
                while end < bytes.count, bytes[end] == 0x20 { end += 1 }
            }
            tokens.append(Array(bytes[index..<end]))
            index = end
        }
        return tokens
    }
}
