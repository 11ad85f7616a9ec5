/// Words: names, keywords, the prefixes of strings, and the attributes behind a name.
///
/// A performance file: every second token is a word.
extension Lexer {
    /// How long the word is that begins there, or goes on; from `TextMasks.window` on it may be longer.
    @inline(__always)
    func wordLength(_ first: Place) -> Int {
        (~words.window(first - base)).trailingZeroBitCount
    }

    mutating func readWord(_ first: Place) {
        let length = wordLength(first)
        guard length < TextMasks.window, isASCII || Self.isASCII(first, length) else { return readAnyWord(first) }
        let place = first + length
        if Self.isQuote(place.pointee) { return readAnyWord(first) }
        isNonASCII = false
        finish(keywordKind(first, length), place)
    }

    /// Whether none of these bytes, one at least, is beyond ASCII; up to seven behind them are read.
    @inline(__always)
    private static func isASCII(_ first: Place, _ length: Int) -> Bool {
        let bytes = UnsafeRawPointer(first)
        var (place, left, seen): (Int, Int, UInt64) = (0, length, 0)
        while left > 8 {
            seen |= bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            place += 8
            left -= 8
        }
        seen |= bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian & .firstBytes(left)
        return seen & 0x8080_8080_8080_8080 == 0
    }

    /// Where a word of any length and of any letters ends. (Mutating, so that the lexer is not copied for the question.)
    @inline(never)
    private mutating func anyWord(_ first: Place) -> (end: Place, isBeyondASCII: Bool) {
        var end = first
        var length = 0
        repeat {
            length = wordLength(end)
            end += min(length, TextMasks.window)
        } while length >= TextMasks.window
        return (end, !isASCII && !Self.isASCII(first, end - first))
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }

    /// A word of any length and of any letters, or the string whose prefix it is.
    @inline(never)
    private mutating func readAnyWord(_ first: Place) {
        let (place, isBeyondASCII) = anyWord(first)
        let length = place - first
        if Self.isQuote(place.pointee), length <= 2, Self.isStringPrefix(first, length) {
            return readString(place, prefix: first)
        }
        finish(.name, place)
        isNonASCII = isBeyondASCII
        if isBeyondASCII {
            checkIdentifier(first, place)
        } else {
            kind = keywordKind(first, min(length, Keywords.longest))
        }
    }

    /// The keyword that an ASCII word is, or a name.
    ///
    /// Without a branch: neither how long a word is nor whether it is a keyword can be foreseen.
    ///
    /// - Parameter length: up to `Keywords.longest`; of longer words, that.
    @inline(__always)
    private func keywordKind(_ first: Place, _ length: Int) -> Token {
        let firstWord = UnsafeRawPointer(first).loadUnaligned(as: UInt64.self).littleEndian
        // No keyword has one letter only; no slot holds a zero and a keyword.
        let word = firstWord & tables.keywordLetters[length]
        let slot = Keywords.slot(word)
        let keyword = tables.keywordKinds[slot]
        return tables.keywordWords[slot] == word ? keyword : .name
    }

    // MARK: Attributes

    /// Passes over `.name` as often as it stands right behind the name or operand that ends at the cursor.
    ///
    /// A performance method: attributes are every fifth token, and nothing but a name can follow the dot. Whatever is
    /// not plain (beyond ASCII, white space, a keyword, a string) is left to `next`.
    /// - Returns: where the last name begins; nil when there was none.
    @inline(__always)
    mutating func readAttributes() -> Place? {
        var place = cursor
        var last: Place?
        while place.pointee == 0x2E, let after = attributeEnd(place + 1) {
            last = place + 1
            place = after
            // The dot and the name.
            pass()
            pass()
        }
        guard last != nil else { return nil }
        end = place
        cursor = place
        return last
    }

    @inline(__always)
    private mutating func attributeEnd(_ first: Place) -> Place? {
        // Above the digits: letters and `_`.
        guard tables.identifier[Int(first.pointee)] == 1, first.pointee > 0x39 else { return nil }
        let length = wordLength(first)
        var place = first + length
        if length >= TextMasks.window || !(isASCII || Self.isASCII(first, length)) {
            let word = anyWord(first)
            if word.isBeyondASCII { return nil }
            place = word.end
        }
        if keywordKind(first, min(place - first, Keywords.longest)) != .name { return nil }
        let stop = place.pointee
        return stop >= 0x80 || Self.isQuote(stop) ? nil : place
    }
}
