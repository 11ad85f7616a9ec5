/// Strings: eight bytes at a time until something special comes.
extension UnsafeJSONCursor {
    /// A string's text, in the cursor's own memory.
    struct Text {
        let utf8: UnsafeBufferPointer<UInt8>

        /// The first eight bytes as a little-endian number, zeros for those behind the end.
        @inline(__always)
        var firstWord: UInt64 {
            // Behind the text there are always a quote and the cursor's padding.
            let word = UnsafeRawPointer(utf8.baseAddress!).loadUnaligned(as: UInt64.self)
            return UInt64(littleEndian: word) & (utf8.count >= 8 ? .max : (1 &<< UInt64(utf8.count * 8)) &- 1)
        }

        var string: String { String(decoding: utf8, as: UTF8.self) }
    }

    /// Where a text that was read last lies in the stream.
    @inline(__always)
    func offset(of text: Text) -> Int {
        passed + (text.utf8.baseAddress! - UnsafePointer(base))
    }

    /// Reads a string whose opening quote is the next byte.
    ///
    /// - Returns: the text with its escapes resolved, good until the next call.
    @inline(__always)
    mutating func text() throws(SnapshotError) -> Text {
        let start = position + 1
        var index = start
        while true {
            let special = Self.specials(in: word(at: index))
            if special == 0 {
                // The padding is special itself, so that a word that has nothing special lies before `end`.
                index += 8
                continue
            }
            let stop = index + special.trailingZeroBitCount >> 3
            guard base[stop] == 0x22 else { return try longText(start: start, from: stop) }
            try checkLength(stop - start, at: start - 1)
            position = stop + 1
            return Text(utf8: UnsafeBufferPointer(start: base + start, count: stop - start))
        }
    }

    /// The same for a string that has escapes or other than ASCII, or that the chunk cuts.
    ///
    /// - Parameter stop: what is before it is plain ASCII.
    @inline(never)
    private mutating func longText(start: Int, from stop: Int) throws(SnapshotError) -> Text {
        // Everything is counted from the opening quote, which stays where `position` is while more is read.
        position = start - 1
        var length = stop - position
        while true {
            length = lengthOfPlain(from: length)
            let byte = base[position + length]
            switch byte {
            case 0x22:
                try checkLength(length, at: position)
                let utf8 = UnsafeBufferPointer(start: base + position + 1, count: length - 1)
                position += length + 1
                return Text(utf8: utf8)
            case 0x5C:
                return try escapedText(length: length)
            case 0x80...:
                length += try lengthOfScalar(at: length)
            case 0 where position + length == end:
                if try !fill(keeping: position) { throw .endsEarly(here, inside: "a string that begins here") }
            default:
                throw controlCharacter(at: position + length)
            }
        }
    }

    /// The same for a string with escapes: its text is put together in place, where it always fits, since an
    /// escape is longer than what it means.
    ///
    /// - Parameter length: bytes from the opening quote to the first backslash.
    private mutating func escapedText(length: Int) throws(SnapshotError) -> Text {
        var length = length
        var written = length
        while true {
            let plain = lengthOfPlain(from: length)
            move(from: length, to: &written, count: plain - length)
            length = plain
            switch base[position + length] {
            case 0x22:
                try checkLength(length, at: position)
                let utf8 = UnsafeBufferPointer(start: base + position + 1, count: written - 1)
                position += length + 1
                return Text(utf8: utf8)
            case 0x5C:
                let escape = try escape(at: length)
                put(escape.scalar, at: &written)
                length += escape.length
            case 0x80...:
                let count = try lengthOfScalar(at: length)
                move(from: length, to: &written, count: count)
                length += count
            case 0 where position + length == end:
                if try !fill(keeping: position) { throw .endsEarly(here, inside: "a string that begins here") }
            default:
                throw controlCharacter(at: position + length)
            }
        }
    }

    private func move(from length: Int, to written: inout Int, count: Int) {
        (base + position + written).update(from: base + position + length, count: count)
        written += count
    }

    private func put(_ scalar: Unicode.Scalar, at written: inout Int) {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
            base[position + written] = byte
            written += 1
        }
    }

    /// Goes on from a length over plain ASCII.
    @inline(__always)
    private func lengthOfPlain(from length: Int) -> Int {
        var index = position + length
        while true {
            let special = Self.specials(in: word(at: index))
            if special != 0 { return index + special.trailingZeroBitCount >> 3 - position }
            index += 8
        }
    }

    /// Makes sure that so many bytes from `position + length` on are there, or that the stream has no more.
    private mutating func require(_ count: Int, at length: Int) throws(SnapshotError) {
        while position + length + count > end {
            if try !fill(keeping: position) { return }
        }
    }

    /// The scalar that an escape means, and the escape's length.
    private mutating func escape(at length: Int) throws(SnapshotError) -> (scalar: Unicode.Scalar, length: Int) {
        try require(2, at: length)
        let index = position + length + 1
        if index >= end { throw .endsEarly(here, inside: "a string that begins here") }
        switch base[index] {
        case 0x22, 0x2F, 0x5C: return (Unicode.Scalar(base[index]), 2)
        case 0x62: return ("\u{8}", 2)
        case 0x66: return ("\u{C}", 2)
        case 0x6E: return ("\n", 2)
        case 0x72: return ("\r", 2)
        case 0x74: return ("\t", 2)
        case 0x75: return try unicodeEscape(at: length)
        default:
            throw .syntax(
                place(at: index), found: "\(Self.name(of: base[index])) after a backslash",
                expected: "one of \" \\ / b f n r t u")
        }
    }

    private mutating func unicodeEscape(
        at length: Int
    ) throws(SnapshotError) -> (scalar: Unicode.Scalar, length: Int) {
        let first = try codeUnit(at: length)
        if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
        let lone = place(at: position + length)
        if first >= 0xDC00 {
            throw .syntax(lone, found: "the second half of a surrogate pair", expected: "its first half before it")
        }
        try require(8, at: length)
        let next = position + length + 6
        if next + 1 < end, base[next] == 0x5C, base[next + 1] == 0x75 {
            let second = try codeUnit(at: length + 6)
            if (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            {
                return (scalar, 12)
            }
        }
        throw .syntax(lone, found: "the first half of a surrogate pair", expected: "its second half behind it")
    }

    /// The four hexadecimal digits of `\uXXXX`.
    private mutating func codeUnit(at length: Int) throws(SnapshotError) -> UInt32 {
        try require(6, at: length)
        var value: UInt32 = 0
        for index in position + length + 2..<position + length + 6 {
            if index >= end { throw .endsEarly(here, inside: "a string that begins here") }
            let byte = base[index]
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
            case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
            default:
                throw .syntax(
                    place(at: index), found: Self.name(of: byte), expected: "four hexadecimal digits after \\u")
            }
        }
        return value
    }

    /// Checks one sequence of two to four bytes by table 3-7 of the Unicode standard.
    ///
    /// - Returns: its length in bytes.
    private mutating func lengthOfScalar(at length: Int) throws(SnapshotError) -> Int {
        try require(4, at: length)
        let index = position + length
        let first = base[index]
        let second = base[index + 1]
        let count: Int
        let seconds: ClosedRange<UInt8>
        switch first {
        case 0xC2...0xDF: (count, seconds) = (2, 0x80...0xBF)
        case 0xE0: (count, seconds) = (3, 0xA0...0xBF)
        case 0xED: (count, seconds) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (count, seconds) = (3, 0x80...0xBF)
        case 0xF0: (count, seconds) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (count, seconds) = (4, 0x80...0xBF)
        case 0xF4: (count, seconds) = (4, 0x80...0x8F)
        default: throw .invalidUTF8(place(at: index), byte: first)
        }
        // The padding is zero, which continues no sequence.
        guard seconds.contains(second) else { throw invalidSequence(at: index, bad: index + 1) }
        var next = 2
        while next < count {
            guard (0x80...0xBF).contains(base[index + next]) else {
                throw invalidSequence(at: index, bad: index + next)
            }
            next += 1
        }
        return count
    }

    private func invalidSequence(at index: Int, bad: Int) -> SnapshotError {
        bad >= end
            ? .endsEarly(here, inside: "a string that begins here") : .invalidUTF8(place(at: index), byte: base[index])
    }

    private func controlCharacter(at index: Int) -> SnapshotError {
        .syntax(
            place(at: index), found: "\(Self.name(of: base[index])) inside a string",
            expected: "an escape such as \\n for control characters")
    }

    // MARK: Eight bytes at a time

    @inline(__always)
    func word(at index: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
    }

    /// The high bit of the first byte in the word that is a quote, a backslash, below 0x20 or above 0x7F.
    ///
    /// The subtraction tricks of "Bit Twiddling Hacks" (determine if a word has a byte less than n): bits above
    /// the lowest one may be wrong, since a subtraction borrows from the byte above; the lowest is right.
    @inline(__always)
    static func specials(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = (word ^ (ones &* 0x22)) &- ones
        let backslashes = (word ^ (ones &* 0x5C)) &- ones
        let controls = word &- (ones &* 0x20)
        return (quotes | backslashes | controls | word) & (ones &* 0x80)
    }
}
