/// What tells a statement again after its file was edited around it.
extension SourceText {
    /// A hash of the tokens in these bytes, without whitespace, comments and line continuations.
    ///
    /// The same on every machine and in every version of this program, for it is stored: FNV-1a, 64 bits, over the
    /// bytes of each word, string and punctuation mark, with a zero byte behind each.
    package func statementHash(_ span: ByteSpan, version: PythonVersion = .newest) -> UInt64 {
        withBytes { text in
            let range = clamped(span)
            let statement = UnsafeRawBufferPointer(rebasing: text[range])
            var hash = StableHash()
            var skipper = StringSkipper(statement, version: version)
            let identifier = LexerTables.shared.identifier
            var index = 0
            var word = 0..<0
            while index < statement.count {
                let start = index
                switch statement[index] {
                case 0x20, 0x09, 0x0A, 0x0C, 0x0D, 0x5C:
                    index += 1
                    continue
                case UInt8(ascii: "#"):
                    while index < statement.count, statement[index] != 0x0A, statement[index] != 0x0D { index += 1 }
                    continue
                case UInt8(ascii: "'"), UInt8(ascii: "\""):
                    let isFormat = word.upperBound == index && skipper.isFormat(word)
                    index = min(skipper.end(ofStringAt: index, isFormat: isFormat), statement.count)
                case let byte where identifier[Int(byte)] != 0:
                    while index < statement.count, identifier[Int(statement[index])] != 0 { index += 1 }
                    word = start..<index
                default:
                    index += 1
                }
                for place in start..<index { hash.feed(statement[place]) }
                hash.feed(0)
            }
            return hash.value
        }
    }

    /// Hashes of the two lines before and the two after these bytes that are not blank, nearest first, whitespace
    /// left out; 0 where there is no such line.
    package func contextHashes(_ span: ByteSpan) -> (before: (UInt64, UInt64), after: (UInt64, UInt64)) {
        withBytes { text in
            let range = clamped(span)
            var start = range.lowerBound
            while start > 0, !isLineEnd(text[start - 1]) { start -= 1 }
            let firstBefore = lineBefore(text, &start)
            let secondBefore = lineBefore(text, &start)
            var end = range.upperBound
            while end < text.count, !isLineEnd(text[end]) { end += 1 }
            let firstAfter = lineAfter(text, &end)
            let secondAfter = lineAfter(text, &end)
            return ((firstBefore, secondBefore), (firstAfter, secondAfter))
        }
    }

    private func clamped(_ span: ByteSpan) -> Range<Int> {
        let end = min(Int(span.end), count)
        return min(Int(span.start), end)..<end
    }

    private func isLineEnd(_ byte: UInt8) -> Bool {
        byte == 0x0A || byte == 0x0D
    }

    /// The nearest line that ends before `start` and is not blank; `start` becomes its beginning.
    private func lineBefore(_ text: UnsafeRawBufferPointer, _ start: inout Int) -> UInt64 {
        while start > 0 {
            var begin = start - 1
            while begin > 0, !isLineEnd(text[begin - 1]) { begin -= 1 }
            let hash = lineHash(text, begin..<start)
            start = begin
            if hash != 0 { return hash }
        }
        return 0
    }

    private func lineAfter(_ text: UnsafeRawBufferPointer, _ end: inout Int) -> UInt64 {
        while end < text.count {
            let begin = end + 1
            end = begin
            while end < text.count, !isLineEnd(text[end]) { end += 1 }
            let hash = lineHash(text, min(begin, end)..<end)
            if hash != 0 { return hash }
        }
        return 0
    }

    /// 0 for a blank line.
    private func lineHash(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
        var hash = StableHash()
        var isBlank = true
        for index in range where text[index] > 0x20 {
            hash.feed(text[index])
            isBlank = false
        }
        return isBlank ? 0 : max(hash.value, 1)
    }
}

/// FNV-1a with 64 bits (Fowler, Noll, Vo).
private struct StableHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func feed(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
}
