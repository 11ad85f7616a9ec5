extension SourceBytes {
    /// A range without the white space at both ends, which is what Python's `str.strip()` takes off.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let length = spaceLength(at: start, end: end)
            if length == 0 { break }
            start += length
        }
        while end > start {
            var last = end - 1
            while last > start, self[last] & 0xC0 == 0x80 { last -= 1 }
            let length = spaceLength(at: last, end: end)
            if length == 0 || last + length != end { break }
            end = last
        }
        return start..<end
    }

    /// How many bytes of white space begin there; 0 for anything else.
    private func spaceLength(at index: Int, end: Int) -> Int {
        let byte = self[index]
        if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) || (0x1C...0x1F).contains(byte) ? 1 : 0 }
        if byte == 0xC2, index + 1 < end { return self[index + 1] == 0x85 || self[index + 1] == 0xA0 ? 2 : 0 }
        guard index + 2 < end else { return 0 }
        let scalar = UInt32(byte & 0x0F) << 12 | UInt32(self[index + 1] & 0x3F) << 6 | UInt32(self[index + 2] & 0x3F)
        guard byte & 0xF0 == 0xE0 else { return 0 }
        switch scalar {
        case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return 3
        default: return 0
        }
    }

    /// At most so many scalars of a range, from its beginning.
    func prefix(_ range: Range<Int>, scalars: Int) -> Range<Int> {
        var left = scalars
        var index = range.lowerBound
        while index < range.upperBound {
            if self[index] & 0xC0 != 0x80 {
                if left == 0 { break }
                left -= 1
            }
            index += 1
        }
        return range.lowerBound..<index
    }
}
