/// Formatted strings since Python 3.12 (PEP 701): the fields are part of the file's own tokens.
extension Recogniser {
    /// CPython's MAXFSTRINGLEVEL, less the level of the file itself.
    private static let deepestStrings = 149

    /// At the opening quote; afterwards the whole literal is the current token.
    mutating func readFormatted() throws(Refusal) {
        var literal = lexer.literal
        let start = lexer.start
        let outerField = lexer.fieldDepth
        guard formatDepth < Self.deepestStrings else { throw refuse(.formatDepth) }
        formatDepth += 1
        let content = lexer.cursor
        let end = try readFormatParts(content, literal, level: 0, from: start)
        formatDepth -= 1
        if formatDepth == 0, lexer.plainEnd(of: &literal, from: content) != end { facts.areLinesOfEveryPython = false }
        lexer.fieldDepth = outerField
        lexer.start = start
        lexer.finishAnywhere(.string, end + (literal.isTriple ? 3 : 1))
    }

    /// Text and fields up to the closing quotes, or, in a format specification, to its closing brace.
    private mutating func readFormatParts(
        _ first: Place, _ literal: StringLiteral, level: Int, from start: Place
    ) throws(Refusal) -> Place {
        let quote = literal.quote
        var place = first
        var piece = first
        var inName = false
        while true {
            let byte = place.pointee
            switch byte {
            case quote where !literal.isTriple || place[1] == quote && place[2] == quote:
                if level > 0 { throw refuse(.formatUnterminated, at: start) }
                if !literal.isRaw { try checkEscapes(piece, place, isBytes: false) }
                return place
            case 0:
                throw refuse(literal.isTriple ? .unterminatedTripleString : .unterminatedString, at: start)
            case 0x0A where !literal.isTriple, 0x0D where !literal.isTriple:
                guard level > 0 else { throw refuse(.unterminatedString, at: start) }
                lexer.seek(place)
                next()
                guard kind == .closeBrace else { throw refuse() }
                lexer.depth += 1
                return lexer.start
            case 0x5C:
                let escaped = place[1]
                if escaped == UInt8(ascii: "{") || escaped == UInt8(ascii: "}") {
                    place += 1
                } else if !literal.isRaw, escaped == UInt8(ascii: "N"), place[2] == UInt8(ascii: "{") {
                    inName = true
                    place += 3
                } else if escaped == 0x0D, place[2] == 0x0A {
                    place += 3
                } else {
                    place += escaped == 0 ? 1 : 2
                }
            case UInt8(ascii: "{"):
                if place[1] == UInt8(ascii: "{"), level == 0 {
                    place += 2
                } else {
                    if !literal.isRaw { try checkEscapes(piece, place, isBytes: false) }
                    place = try readField(place, literal, level: level, from: start)
                    piece = place
                }
            case UInt8(ascii: "}"):
                if inName {
                    inName = false
                    place += 1
                } else if level > 0 {
                    if !literal.isRaw { try checkEscapes(piece, place, isBytes: false) }
                    return place
                } else if place[1] == UInt8(ascii: "}") {
                    place += 2
                } else {
                    throw refuse(.formatBrace, at: place)
                }
            default:
                place += 1
            }
        }
    }

    /// One field from its opening brace; the place behind its closing one.
    private mutating func readField(
        _ brace: Place, _ literal: StringLiteral, level: Int, from start: Place
    ) throws(Refusal) -> Place {
        guard level < 3 else { throw refuse(.formatDepth, at: brace) }
        guard lexer.depth < BracketStack.capacity else { throw refuse(.tooManyBrackets, at: brace) }
        lexer.brackets.set(lexer.depth, brace)
        lexer.depth += 1
        let outerField = lexer.fieldDepth
        lexer.fieldDepth = lexer.depth
        lexer.seek(brace + 1)
        next()
        switch kind {
        case .closeBrace, .colon, .exclamation, .equal: throw refuse(.formatEmpty, at: brace)
        case .kwYield: _ = try readYield()
        default: _ = try readStarExpressions()
        }
        _ = accept(.equal)
        if kind == .exclamation {
            let mark = lexer.start
            next()
            guard kind == .name, lexer.start == mark + 1, isConversion(lexer.start, lexer.end) else {
                throw refuse(.formatConversion)
            }
            next()
        }
        let end: Place
        if kind == .colon {
            end = try readFormatParts(lexer.end, literal, level: level + 1, from: start) + 1
            lexer.depth -= 1
        } else {
            guard kind == .closeBrace else { throw refuse() }
            end = lexer.end
        }
        lexer.fieldDepth = outerField
        return end
    }

    func isConversion(_ start: Place, _ end: Place) -> Bool {
        guard end - start == 1 else { return false }
        return start.pointee == UInt8(ascii: "s") || start.pointee == UInt8(ascii: "r")
            || start.pointee == UInt8(ascii: "a")
    }
}
