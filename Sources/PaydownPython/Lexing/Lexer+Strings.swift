import CVector

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// String tokens: prefixes, quotes, ends.
///
/// A performance file: the end of a triple-quoted string is looked for with `memchr`. The backslashes before a quote
/// are counted backwards, and as no two quotes share a run of them, the time stays linear.
extension Lexer {
    /// Whether these one or two letters may precede a quote.
    static func isStringPrefix(_ first: Place, _ length: Int) -> Bool {
        guard length > 0 else { return true }
        let one = first.pointee | 0x20
        if length == 1 { return one == 0x72 || one == 0x62 || one == 0x66 || one == 0x75 }
        let two = first[1] | 0x20
        return (one == 0x72 && (two == 0x62 || two == 0x66)) || (two == 0x72 && (one == 0x62 || one == 0x66))
    }

    /// Reads a string whose opening quote stands here, behind its prefix.
    mutating func readString(_ quotePlace: Place, prefix: Place) {
        var literal = StringLiteral()
        var letter = prefix
        while letter < quotePlace {
            switch letter.pointee | 0x20 {
            case 0x72: literal.isRaw = true
            case 0x62: literal.isBytes = true
            case 0x66: literal.isFormat = true
            default: break
            }
            letter += 1
        }
        let quote = quotePlace.pointee
        literal.quote = quote
        literal.isTriple = quotePlace[1] == quote && quotePlace[2] == quote
        let content = quotePlace + (literal.isTriple ? 3 : 1)
        literal.contentStart = content
        if literal.isFormat, version >= .v3_12 {
            self.literal = literal
            finishAnywhere(.formatStart, content)
            return
        }
        guard let contentEnd = plainEnd(of: &literal, from: content) else {
            fail(literal.isTriple ? .unterminatedTripleString : .unterminatedString, at: prefix)
            return
        }
        literal.contentEnd = contentEnd
        self.literal = literal
        finishAnywhere(.string, contentEnd + (literal.isTriple ? 3 : 1))
    }

    /// The closing quotes of a string without fields, which is what an f-string is before Python 3.12.
    @inline(__always)
    func plainEnd(of literal: inout StringLiteral, from content: Place) -> Place? {
        if literal.isTriple {
            literal.mayHaveEscapes = true
            return Self.tripleEnd(content, literal.quote, limit)
        }
        return Self.singleEnd(content, &literal)
    }

    /// The closing quote of a string on one line; nil when the line ends first.
    @inline(__always)
    private static func singleEnd(_ content: Place, _ literal: inout StringLiteral) -> Place? {
        var place = content
        while true {
            var hits = vector_quoted16(place, literal.quote)
            var next = place + 16
            while hits != 0 {
                let hit = place + hits.trailingZeroBitCount
                let byte = hit.pointee
                if byte == literal.quote { return hit }
                if byte == 0x5C {
                    literal.mayHaveEscapes = true
                    // A line end may be escaped; the end of the text may not.
                    if hit[1] == 0 { return nil }
                    next = hit + (hit[1] == 0x0D && hit[2] == 0x0A ? 3 : 2)
                    break
                }
                if byte == 0x0A || byte == 0 || byte == 0x0D { return nil }
                hits &= hits &- 1
            }
            place = next
        }
    }

    /// The first of the three closing quotes; nil when the text ends first.
    private static func tripleEnd(_ content: Place, _ quote: UInt8, _ limit: Place) -> Place? {
        var place = content
        while place < limit, let found = memchr(place, Int32(quote), limit - place) {
            let hit = UnsafeRawPointer(found).assumingMemoryBound(to: UInt8.self)
            if hit[1] == quote, hit[2] == quote {
                var slash = hit
                while slash > content, slash[-1] == 0x5C { slash -= 1 }
                if (hit - slash) & 1 == 0 { return hit }
            }
            place = hit + 1
        }
        return nil
    }
}
