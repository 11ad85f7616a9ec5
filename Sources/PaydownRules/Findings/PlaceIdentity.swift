import PaydownCore

/// Hashes by which a place is known again in another snapshot.
///
/// The same bytes as `SampleData/make` hashes: a statement is its tokens joined by NUL, a line of context its text
/// without white space around it, a fingerprint rule, symbol, scope and statement joined by NUL.
struct PlaceIdentity {
    private var hasher = SHA256()

    /// The first 64 bits over the tokens of a logical line; 16 digits of it are shown.
    mutating func statement(_ range: Range<Int>, in source: SourceBytes) -> UInt64 {
        var scanner = TokenScanner(source, at: range.lowerBound, limit: range.upperBound)
        var isFirst = true
        while true {
            switch scanner.next() {
            case .end: return hasher.finish().0
            case .lineEnd, .comment: continue
            case .token(let token):
                if !isFirst { hasher.update(0) }
                isFirst = false
                feed(token, of: source)
            }
        }
    }

    /// The first 32 bits over a line, trimmed; eight digits of it are shown.
    mutating func context(_ range: Range<Int>, in source: SourceBytes) -> UInt32 {
        feed(range, of: source)
        return UInt32(truncatingIfNeeded: hasher.finish().0 >> 32)
    }

    /// The first 40 bits over what a finding is about.
    ///
    /// - Parameter statement: the hash of the statement, of which 16 digits count; nil for none.
    mutating func fingerprint(rule: String, symbol: String, scope: String, statement: UInt64?) -> UInt64 {
        hasher.update(rule)
        hasher.update(0)
        hasher.update(symbol)
        hasher.update(0)
        hasher.update(scope)
        hasher.update(0)
        if let statement { feed(digitsOf: statement) }
        return hasher.finish().0 >> 24
    }

    /// The same for a statement's digits.
    mutating func fingerprint(rule: String, symbol: String, scope: String, statement: String) -> UInt64 {
        for part in [rule, symbol, scope] {
            hasher.update(part)
            hasher.update(0)
        }
        hasher.update(statement)
        return hasher.finish().0 >> 24
    }

    /// In lower-case hexadecimal, with leading zeros.
    private mutating func feed(digitsOf number: UInt64) {
        for shift in stride(from: 60, through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: number >> UInt64(shift) & 15)
            hasher.update(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
    }

    /// A lone `\r` and `\r\n` count as `\n`, as in a file that Python reads as text.
    private mutating func feed(_ range: Range<Int>, of source: SourceBytes) {
        guard source.holdsCarriageReturn(range) else { return hasher.update(source.buffer(range)) }
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = source[index]
            index += 1
            if byte != 0x0D {
                hasher.update(byte)
            } else if index >= range.upperBound || source[index] != 0x0A {
                hasher.update(0x0A)
            }
        }
    }
}
