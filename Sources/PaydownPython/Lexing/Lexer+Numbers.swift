/// Number tokens, with the checks of CPython's tokenizer.
extension Lexer {
    /// The most digits of a decimal integer that CPython converts.
    private static let longestInteger = 4300

    /// Reads a number that begins here with a digit, or with a dot before one.
    mutating func readNumber(_ first: Place) {
        if first.pointee == 0x30 {
            switch first[1] | 0x20 {
            case 0x78:
                readRadix(first, isHexDigit)
            case 0x6F:
                readRadix(first, isOctalDigit)
            case 0x62:
                readRadix(first, isBinaryDigit)
            default:
                readDecimal(first)
            }
        } else {
            readDecimal(first)
        }
    }

    private mutating func readRadix(_ first: Place, _ isDigit: (UInt8) -> Bool) {
        var place = first + 2
        repeat {
            if place.pointee == 0x5F { place += 1 }
            guard isDigit(place.pointee) else {
                fail(.invalidNumber, at: place)
                return
            }
            repeat { place += 1 } while isDigit(place.pointee)
        } while place.pointee == 0x5F
        if isDecimalDigit(place.pointee) {
            fail(.invalidNumber, at: place)
            return
        }
        finishNumber(first, place)
    }

    private mutating func readDecimal(_ first: Place) {
        if first.pointee != 0x30, isDecimalDigit(first.pointee) {
            // A few digits and no more.
            var place = first + 1
            while isDecimalDigit(place.pointee), place - first < 16 { place += 1 }
            if tables.identifier[Int(place.pointee)] == 0, place.pointee != 0x2E {
                finish(.number, place)
                return
            }
        }
        guard var place = digits(first) else { return }
        let integerEnd = place
        var isInteger = true
        if place.pointee == 0x2E {
            isInteger = false
            place += 1
            if isDecimalDigit(place.pointee) {
                guard let after = digits(place) else { return }
                place = after
            }
        }
        if place.pointee | 0x20 == 0x65 {
            let sign = place[1] == 0x2B || place[1] == 0x2D
            let exponent = place + (sign ? 2 : 1)
            if isDecimalDigit(exponent.pointee) {
                guard let after = digits(exponent) else { return }
                place = after
                isInteger = false
            } else if sign {
                fail(.invalidNumber, at: exponent)
                return
            }
        }
        if place.pointee | 0x20 == 0x6A {
            place += 1
            isInteger = false
        }
        if isInteger, !checkInteger(first, integerEnd) { return }
        finishNumber(first, place)
    }

    /// Leading zeros and too many digits.
    private mutating func checkInteger(_ first: Place, _ end: Place) -> Bool {
        if first.pointee == 0x30 {
            var place = first
            while place < end, place.pointee == 0x30 || place.pointee == 0x5F { place += 1 }
            if place < end {
                fail(.oldOctal, at: first)
                return false
            }
        }
        if end - first > Self.longestInteger {
            var count = 0
            var place = first
            while place < end {
                count += place.pointee == 0x5F ? 0 : 1
                place += 1
            }
            if count > Self.longestInteger {
                fail(.numberTooLong, at: first)
                return false
            }
        }
        return true
    }

    /// The place behind digits with single underscores between them; nil after a failure.
    private mutating func digits(_ first: Place) -> Place? {
        var place = first
        while true {
            while isDecimalDigit(place.pointee) { place += 1 }
            guard place.pointee == 0x5F, place > first else { return place }
            place += 1
            guard isDecimalDigit(place.pointee) else {
                fail(.invalidNumber, at: place)
                return nil
            }
        }
    }

    /// Some keywords may follow a number without a space; any other word may not.
    private mutating func finishNumber(_ first: Place, _ end: Place) {
        let next = end.pointee
        if tables.identifier[Int(next)] == 1, !keywordFollows(end) {
            fail(next | 0x20 == 0x6C ? .python2Number : .invalidNumber, at: end)
            return
        }
        finishAnywhere(.number, end)
    }

    private func keywordFollows(_ place: Place) -> Bool {
        func isWord(_ word: StaticString) -> Bool {
            let count = word.utf8CodeUnitCount
            for index in 0..<count where place[index] != word.utf8Start[index] { return false }
            return tables.identifier[Int(place[count])] == 0
        }
        switch place.pointee {
        case UInt8(ascii: "a"): return isWord("and")
        case UInt8(ascii: "e"): return isWord("else")
        case UInt8(ascii: "f"): return isWord("for")
        case UInt8(ascii: "i"): return place[1] == 0x66 || place[1] == 0x6E || place[1] == 0x73
        case UInt8(ascii: "n"): return isWord("not")
        case UInt8(ascii: "o"): return isWord("or")
        default: return false
        }
    }

    private func isDecimalDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

private func isBinaryDigit(_ byte: UInt8) -> Bool { byte == 0x30 || byte == 0x31 }

private func isOctalDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x37 }

private func isHexDigit(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66)
}
