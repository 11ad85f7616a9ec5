#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// String literals, alone or side by side.
extension Recogniser {
    /// The longest text that counts as a key or as a dotted name.
    private static let longestKey = 120

    mutating func readStrings() throws(Refusal) -> Expression {
        let start = lexer.start
        var count = 0
        var sawBytes = false
        var sawText = false
        var sawFormat = false
        var dottedCandidate = true
        var pieceStart = start
        var pieceEnd = start
        var first: (start: Place, end: Place)?
        repeat {
            count += 1
            let token = lexer.start
            if kind == .formatStart {
                sawFormat = true
                sawText = true
                try readFormatted()
            } else {
                let literal = lexer.literal
                guard let contentStart = literal.contentStart, let contentEnd = literal.contentEnd else {
                    throw refuse()
                }
                if literal.isBytes { sawBytes = true } else { sawText = true }
                if literal.isFormat {
                    sawFormat = true
                    try readFormattedText(literal, contentStart, contentEnd, within: first ?? (start, lexer.end))
                } else {
                    try checkContent(literal, contentStart, contentEnd)
                    if count == 1 {
                        pieceStart = contentStart
                        pieceEnd = contentEnd
                        dottedCandidate = !literal.isBytes && startsDotted(contentStart, contentEnd)
                    } else if dottedCandidate {
                        if count == 2 { scratch.removeAll(keepingCapacity: true) }
                        if count == 2 { appendPiece(pieceStart, pieceEnd) }
                        appendPiece(contentStart, contentEnd)
                        dottedCandidate = scratch.count <= Self.longestKey
                    }
                }
            }
            if first == nil { first = (start, lexer.end) }
            if !isWellFormed { try checkUTF8(token, lexer.end) }
            next()
        } while kind == .string || kind == .formatStart
        if sawBytes, sawText { throw refuse(.mixedBytes, at: start) }
        if sawFormat || sawBytes { return Expression(sawBytes ? .other : .string) }
        if dottedCandidate { noteDottedString(start, pieceStart, pieceEnd, isJoined: count > 1) }
        if count > 1 { return Expression(.string) }
        stringStart = pieceStart
        stringEnd = pieceEnd
        return Expression(.string, .plainString)
    }

    // MARK: Content

    private mutating func checkUTF8(_ start: Place, _ end: Place) throws(Refusal) {
        if UTF8Check.firstError(in: UnsafeBufferPointer(start: start, count: end - start)) != nil {
            throw refuse(.notUTF8, at: start)
        }
    }

    /// Bytes are ASCII, and escapes are well-formed.
    private mutating func checkContent(_ literal: StringLiteral, _ start: Place, _ end: Place) throws(Refusal) {
        if literal.isBytes {
            var place = start
            while place < end {
                if place.pointee >= 0x80 { throw refuse(.bytesNotASCII, at: lexer.start) }
                place += 1
            }
        }
        if literal.isRaw || !literal.mayHaveEscapes { return }
        try checkEscapes(start, end, isBytes: literal.isBytes)
    }

    /// Whether `\x`, `\u`, `\U` and `\N` are followed by what they need; any other escape is fine to CPython.
    mutating func checkEscapes(_ start: Place, _ end: Place, isBytes: Bool) throws(Refusal) {
        var place = start
        while place < end, let found = memchr(place, 0x5C, end - place) {
            place = UnsafeRawPointer(found).assumingMemoryBound(to: UInt8.self) + 1
            guard place < end else { return }
            let letter = place.pointee
            place += 1
            let digits: Int
            switch letter {
            case UInt8(ascii: "x"): digits = 2
            case UInt8(ascii: "u") where !isBytes: digits = 4
            case UInt8(ascii: "U") where !isBytes: digits = 8
            case UInt8(ascii: "N") where !isBytes:
                guard place < end, place.pointee == UInt8(ascii: "{") else { throw refuseEscape() }
                let name = place + 1
                while place < end, place.pointee != UInt8(ascii: "}") { place += 1 }
                guard place < end, place > name else { throw refuseEscape() }
                continue
            default: continue
            }
            var value: UInt32 = 0
            for _ in 0..<digits {
                guard place < end, let digit = hexValue(place.pointee) else { throw refuseEscape() }
                value = value &* 16 &+ digit
                place += 1
            }
            if digits == 8, value > 0x10FFFF { throw refuseEscape() }
        }
    }

    private mutating func refuseEscape() -> Refusal {
        refuse(.badEscape, at: lexer.start)
    }

    // MARK: Facts

    /// The plain string read last, when it looks like a key: short, of letters, digits and `_.:/-`.
    mutating func noteKey() -> FactName? {
        let count = stringEnd - stringStart
        guard count > 0, count <= Self.longestKey else { return nil }
        var place = stringStart
        while place < stringEnd {
            switch place.pointee {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "-")...UInt8(ascii: ":"), UInt8(ascii: "_"):
                place += 1
            default:
                return nil
            }
        }
        return note(stringStart, stringEnd)
    }

    /// Whether a dotted name could begin with this text: a letter, or nothing.
    @inline(__always)
    private mutating func startsDotted(_ start: Place, _ end: Place) -> Bool {
        start == end || lexer.tables.identifier[Int(start.pointee)] == 1
    }

    private mutating func appendPiece(_ start: Place, _ end: Place) {
        scratch.append(contentsOf: UnsafeBufferPointer(start: start, count: min(end - start, Self.longestKey + 1)))
    }

    private mutating func noteDottedString(_ token: Place, _ start: Place, _ end: Place, isJoined: Bool) {
        let text: FactName
        if isJoined {
            let identifier = lexer.tables.identifier
            let isDotted = scratch.withUnsafeBufferPointer { bytes in
                bytes.baseAddress.map { Self.isDottedName($0, $0 + bytes.count, identifier) } ?? false
            }
            guard isDotted else { return }
            text = noteScratch()
        } else {
            // Nearly all strings have something else than a dot behind their first word.
            let length = lexer.wordLength(start)
            guard length >= TextMasks.window || start[length] == UInt8(ascii: "."), end - start <= Self.longestKey,
                Self.isDottedName(start, end, lexer.tables.identifier)
            else { return }
            text = note(start, end)
        }
        facts.dottedStrings.append(DottedStringFact(text: text, site: site(at: token)))
    }

    /// Two ASCII names or more with a dot between each two.
    private static func isDottedName(_ start: Place, _ end: Place, _ identifier: UnsafePointer<UInt8>) -> Bool {
        var dots = 0
        var place = start
        while true {
            guard place < end, identifier[Int(place.pointee)] == 1,
                place.pointee < 0x30 || place.pointee > 0x39
            else { return false }
            while place < end, identifier[Int(place.pointee)] == 1 { place += 1 }
            if place == end { return dots > 0 }
            guard place.pointee == UInt8(ascii: ".") else { return false }
            dots += 1
            place += 1
        }
    }
}

private func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
}
