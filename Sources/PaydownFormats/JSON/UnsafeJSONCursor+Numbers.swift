/// Numbers, by the grammar of RFC 8259, section 6.
extension UnsafeJSONCursor {
    /// A number's text, in the cursor's own memory.
    struct Number {
        let utf8: UnsafeBufferPointer<UInt8>
        /// Whether it has neither a fraction nor an exponent.
        let isInteger: Bool

        var string: String { String(decoding: utf8, as: UTF8.self) }
    }

    /// Reads a number whose first byte is the next one.
    mutating func number() throws(SnapshotError) -> Number {
        // A number may be cut by the chunk: then more is read and it begins anew, also when there is no more, since
        // its bytes may have moved.
        var isWhole = false
        while true {
            let scanned = try scanNumber()
            if scanned.stop == end, !isWhole {
                isWhole = try !fill(keeping: position)
                continue
            }
            if let expected = scanned.lacks {
                let stop = scanned.stop
                if stop == end { throw .endsEarly(place(at: stop), inside: "a number") }
                throw .syntax(place(at: stop), found: Self.name(of: base[stop]), expected: expected)
            }
            try checkLength(scanned.stop - position, at: position)
            let utf8 = UnsafeBufferPointer(start: base + position, count: scanned.stop - position)
            position = scanned.stop
            return Number(utf8: utf8, isInteger: scanned.isInteger)
        }
    }

    /// Reads a whole number of up to nine digits, the usual case; nil, with nothing consumed, when it is not that.
    @inline(__always)
    mutating func smallNumber() -> UInt32? {
        var index = position
        var value: UInt32 = 0
        var byte = base[index]
        while byte &- 0x30 < 10 {
            value = value &* 10 &+ UInt32(byte & 15)
            index += 1
            byte = base[index]
        }
        let count = index - position
        // What follows decides: only behind a comma or a bracket is the number over for sure.
        guard count > 0, count < 10, byte == 0x2C || byte == 0x7D || byte == 0x5D else { return nil }
        if base[position] == 0x30, count > 1 { return nil }
        position = index
        return value
    }

    /// - Returns: where the number ends, and what it lacks there to be one.
    private func scanNumber() throws(SnapshotError) -> (stop: Int, isInteger: Bool, lacks: String?) {
        var index = position
        if base[index] == 0x2D { index += 1 }
        let firstDigit = base[index]
        let digits = skipDigits(&index)
        if digits == 0 { return (index, true, "a digit") }
        if firstDigit == 0x30, digits > 1 {
            throw .syntax(here, found: "a number with a leading zero", expected: "a number without one")
        }
        var isInteger = true
        if base[index] == 0x2E {
            isInteger = false
            index += 1
            if skipDigits(&index) == 0 { return (index, false, "a digit after the decimal point") }
        }
        if base[index] == 0x65 || base[index] == 0x45 {
            isInteger = false
            index += 1
            if base[index] == 0x2B || base[index] == 0x2D { index += 1 }
            if skipDigits(&index) == 0 { return (index, false, "a digit in the exponent") }
        }
        return (index, isInteger, nil)
    }

    private func skipDigits(_ index: inout Int) -> Int {
        let start = index
        while base[index] &- 0x30 < 10 { index += 1 }
        return index - start
    }
}
