#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Formatted strings before Python 3.12: first a plain string token, whose fields are then read one by one.
///
/// CPython looks for the end of each expression by a scan of its own that knows only quotes and brackets, and then
/// parses a copy of it in parentheses. Here a zero byte is put behind the expression instead, and taken back.
extension Recogniser {
    mutating func readFormattedText(
        _ literal: StringLiteral, _ start: Place, _ end: Place, within first: (start: Place, end: Place)
    ) throws(Refusal) {
        firstToken = first
        firstTokenLine = version == .v3_8 ? lines.line(of: first.start) : 0
        let after = try readTextParts(start, end, isRaw: literal.isRaw, level: 0)
        if after < end { throw refuse(.formatBrace, at: after) }
    }

    /// Text and fields up to the end, or, in a format specification, to its closing brace.
    private mutating func readTextParts(
        _ start: Place, _ end: Place, isRaw: Bool, level: Int
    ) throws(Refusal) -> Place {
        var place = start
        var piece = start
        while place < end {
            let byte = place.pointee
            if byte == 0x5C, !isRaw, place + 1 < end {
                place = skipEscape(place + 1, end)
                continue
            }
            guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else {
                place += 1
                continue
            }
            if level == 0 {
                if place + 1 < end, place[1] == byte {
                    place += 2
                    continue
                }
                if byte == UInt8(ascii: "}") { throw refuse(.formatBrace) }
            }
            if !isRaw { try checkEscapes(piece, place, isBytes: false) }
            if byte == UInt8(ascii: "}") { return place }
            place = try readTextField(place, end, isRaw: isRaw, level: level)
            piece = place
        }
        if !isRaw { try checkEscapes(piece, end, isBytes: false) }
        if level > 0 { throw refuse(.formatUnterminated) }
        return place
    }

    /// The place behind an escape, given that of the letter; a brace after a backslash is not escaped.
    private func skipEscape(_ letter: Place, _ end: Place) -> Place {
        switch letter.pointee {
        case UInt8(ascii: "{"), UInt8(ascii: "}"):
            return letter
        case UInt8(ascii: "N"):
            guard letter + 1 < end, letter[1] == UInt8(ascii: "{") else { return min(letter + 2, end) }
            var place = letter + 2
            while place < end, place.pointee != UInt8(ascii: "}") { place += 1 }
            return min(place + 1, end)
        default:
            return letter + 1
        }
    }

    private mutating func readTextField(
        _ brace: Place, _ end: Place, isRaw: Bool, level: Int
    ) throws(Refusal) -> Place {
        guard level < 2 else { throw refuse(.formatDepth) }
        var place = try expressionEnd(brace + 1, end)
        guard place < end else { throw refuse(.formatUnterminated) }
        try readFieldExpression(brace, place)
        if place.pointee == UInt8(ascii: "=") {
            place += 1
            while place < end, isSpace(place.pointee) { place += 1 }
            guard place < end else { throw refuse(.formatUnterminated) }
        }
        if place.pointee == UInt8(ascii: "!") {
            place += 1
            guard place < end else { throw refuse(.formatUnterminated) }
            guard isConversion(place, place + 1) else { throw refuse(.formatConversion) }
            place += 1
            guard place < end else { throw refuse(.formatUnterminated) }
        }
        if place.pointee == UInt8(ascii: ":") {
            guard place + 1 < end else { throw refuse(.formatUnterminated) }
            place = try readTextParts(place + 1, end, isRaw: isRaw, level: level + 1)
        }
        guard place < end, place.pointee == UInt8(ascii: "}") else { throw refuse(.formatUnterminated) }
        return place + 1
    }

    /// Where the expression ends that begins here, by quotes and brackets alone.
    private mutating func expressionEnd(_ start: Place, _ end: Place) throws(Refusal) -> Place {
        var place = start
        var quote: UInt8 = 0
        var isTriple = false
        let outerDepth = lexer.depth
        var depth = outerDepth
        while place < end {
            let byte = place.pointee
            if byte == 0x5C { throw refuse(.formatBackslash) }
            if quote != 0 {
                if byte == quote {
                    if !isTriple {
                        quote = 0
                    } else if place + 2 < end, place[1] == byte, place[2] == byte {
                        place += 2
                        quote = 0
                    }
                }
                place += 1
                continue
            }
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                quote = byte
                isTriple = place + 2 < end && place[1] == byte && place[2] == byte
                if isTriple { place += 2 }
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                guard depth < BracketStack.capacity else { throw refuse(.tooManyBrackets) }
                lexer.brackets.set(depth, place)
                depth += 1
            case UInt8(ascii: "#"):
                throw refuse(.formatComment)
            case UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "}"):
                if depth == outerDepth {
                    if byte != UInt8(ascii: ":"), byte != UInt8(ascii: "}"), place + 1 < end {
                        if place[1] == UInt8(ascii: "=") {
                            place += 2
                            continue
                        }
                        if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") {
                            place += 1
                            continue
                        }
                    }
                    return place
                }
                if byte == UInt8(ascii: "}") {
                    depth -= 1
                    guard lexer.brackets.place(depth).pointee == UInt8(ascii: "{") else {
                        throw refuse(.bracketMismatch)
                    }
                }
            case UInt8(ascii: ")"), UInt8(ascii: "]"):
                guard depth > outerDepth else { throw refuse(.bracketUnmatched) }
                depth -= 1
                let opening = byte == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
                guard lexer.brackets.place(depth).pointee == opening else { throw refuse(.bracketMismatch) }
            default:
                break
            }
            place += 1
        }
        if quote != 0 { throw refuse(.unterminatedString) }
        if depth > outerDepth { throw refuse(.bracketNeverClosed) }
        return place
    }

    /// Reads the expression between the brace and `end` as if it stood in parentheses.
    private mutating func readFieldExpression(_ brace: Place, _ end: Place) throws(Refusal) {
        var place = brace + 1
        while place < end, isSpace(place.pointee), place.pointee != 0x0B { place += 1 }
        guard place < end else { throw refuse(.formatEmpty) }
        guard lexer.depth < BracketStack.capacity else { throw refuse(.tooManyBrackets) }
        let outer = lexer
        let behind = writableBase + (end - lexer.base)
        let saved = behind.pointee
        savedClosing = saved == UInt8(ascii: "}")
        behind.pointee = 0
        lexer.brackets.set(lexer.depth, brace)
        lexer.depth += 1
        lexer.seek(brace + 1)
        lexer.limit = end
        lexer.isNested = true
        let outerShift = lineShift
        let outerToken = (firstToken, firstTokenLine)
        if version == .v3_8 { lineShift += Int32(truncatingIfNeeded: shift(brace, end)) }
        next()
        do throws(Refusal) {
            _ = try readParenthesised(until: .endOfFile)
        } catch {
            behind.pointee = saved
            throw error
        }
        behind.pointee = saved
        lexer = outer
        lineShift = outerShift
        (firstToken, firstTokenLine) = outerToken
    }

    /// Python 3.8 looks for the field's text, closed by a brace, in the first of the strings side by side, and counts
    /// the lines before it there; without finding it, it takes the line of that string.
    private mutating func shift(_ brace: Place, _ end: Place) -> Int {
        let trueLine = lines.line(of: brace)
        let length = end - brace
        var line = firstTokenLine
        var counted = firstToken.start
        var place = firstToken.start
        // Beyond that many braces CPython's search, too, takes time with the square of the text.
        var braces = 0
        while braces < 1000, firstToken.end - place > length,
            let found = memchr(place, 0x7B, firstToken.end - place - length)
        {
            place = UnsafeRawPointer(found).assumingMemoryBound(to: UInt8.self)
            while counted < place {
                if counted.pointee == 0x0A || counted.pointee == 0x0D && counted[1] != 0x0A { line += 1 }
                counted += 1
            }
            let closes = place + length == end || place[length] == UInt8(ascii: "}")
            if closes, place == brace ? savedClosing : memcmp(place, brace, length) == 0 { return line - trueLine }
            place += 1
            braces += 1
        }
        return firstTokenLine - trueLine
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte >= 0x09 && byte <= 0x0D
    }
}
