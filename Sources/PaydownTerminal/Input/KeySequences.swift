import PaydownScreen

/// Which key sends which bytes, over all the terminals we know of: one table instead of one per entry.
///
/// Sources: xterm's control sequences (ctlseqs, "PC-Style Function Keys"), console_codes(4) for Linux,
/// rxvt's reference for `7~`, `8~`, `$` and `^`, and the kitty keyboard protocol for the form `u`.
enum KeySequences {
    /// A single byte below 0x80.
    static func plain(_ byte: UInt8) -> Key? {
        switch byte {
        // Line feed too: what was typed before the modes changed has its returns translated.
        case 0x0D, 0x0A: .enter
        case 0x09: .tab
        case 0x7F, 0x08: .backspace
        case 0x1B: .escape
        case 0x01...0x1A: .control(Unicode.Scalar(byte + 0x60))
        case 0x00, 0x1C...0x1F: .control(Unicode.Scalar(byte + 0x40))
        default: .character(Unicode.Scalar(byte))
        }
    }

    /// The letter after ESC O: cursor keys in application mode, F1 to F4, and the numeric keypad.
    static func singleShift(_ byte: UInt8) -> Key? {
        switch Unicode.Scalar(byte) {
        case "A", "a": .up
        case "B", "b": .down
        case "C", "c": .right
        case "D", "d": .left
        case "H": .home
        case "F": .end
        case "P": .function(1)
        case "Q": .function(2)
        case "R": .function(3)
        case "S": .function(4)
        case "M": .enter
        case "I": .tab
        case " ": .character(" ")
        case "X": .character("=")
        case "j"..."y": .character(Unicode.Scalar(byte - 0x40))
        default: nil
        }
    }

    /// The letter after ESC [ [.
    static func consoleKey(_ byte: UInt8) -> Key? {
        (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte) ? .function(Int(byte - 0x40)) : nil
    }

    /// A sequence after ESC [ with its numbers; the second is 1 plus Shift 1, Alt 2, Ctrl 4, Meta 8 and up.
    ///
    /// Shift and Ctrl are passed over on keys that have no letter; with Alt or more they are other keys.
    static func control(_ numbers: [Int], final: UInt8) -> Key? {
        let modifiers = numbers.count > 1 ? max(0, numbers[1] - 1) : 0
        if final == UInt8(ascii: "u") { return coded(numbers.first ?? 0, modifiers) }
        if final == UInt8(ascii: "~"), numbers.first == 27, numbers.count == 3 { return coded(numbers[2], modifiers) }
        guard modifiers & ~0b0101 == 0 else { return nil }
        switch Unicode.Scalar(final) {
        case "A", "a": return .up
        case "B", "b": return .down
        case "C", "c": return numbers.count > 2 ? nil : .right
        case "D", "d": return .left
        case "H": return .home
        case "F": return .end
        case "Z": return .backtab
        case "P", "Q", "R", "S":
            // With Shift or Ctrl these are F13 and up; with two numbers R is where the cursor stands.
            return modifiers == 0 && numbers.count < 2 ? .function(Int(final - 0x4F)) : nil
        case "~": return numbers.first.flatMap { numbered($0, modifiers: modifiers) }
        case "$", "^", "@": return numbers.first.flatMap { numbered($0, modifiers: 1) }
        default: return nil
        }
    }

    /// The numbers of VT220's editing and function keys.
    private static func numbered(_ number: Int, modifiers: Int) -> Key? {
        switch number {
        case 1, 7: return .home
        case 2: return .insert
        case 3: return .delete
        case 4, 8: return .end
        case 5: return .pageUp
        case 6: return .pageDown
        default: break
        }
        guard modifiers == 0 else { return nil }
        switch number {
        case 11...15: return .function(number - 10)
        case 17...21: return .function(number - 11)
        case 23...24: return .function(number - 12)
        default: return nil
        }
    }

    /// A key by its scalar and its modifiers, as terminals send it that tell all keys apart.
    private static func coded(_ code: Int, _ modifiers: Int) -> Key? {
        guard modifiers & ~0b0101 == 0, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else {
            return nil
        }
        let hasShift = modifiers & 1 != 0
        let hasControl = modifiers & 4 != 0
        if code < 0x20 || code == 0x7F {
            if code == 0x09, hasShift { return .backtab }
            return [0x09, 0x0D, 0x1B, 0x7F, 0x08].contains(code) ? plain(UInt8(code)) : nil
        }
        // The private area holds keys that have no character, such as Caps Lock.
        guard !(0xE000...0xF8FF).contains(code), !(0x80...0x9F).contains(code) else { return nil }
        if hasControl { return scalar.isASCII ? .control(Unicode.Scalar(UInt8(code)).lowercased) : nil }
        return .character(scalar)
    }

    /// Numbers between semicolons, an empty one as 0; nil when there is anything else, as in an answer.
    static func numbers(_ parameters: [UInt8]) -> [Int]? {
        var numbers: [Int] = []
        for part in parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
            var value = 0
            // After a colon stand refinements, such as whether the key was pressed or let go.
            for byte in part.prefix(while: { $0 != UInt8(ascii: ":") }) {
                guard (0x30...0x39).contains(byte), value < 1_000_000 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            numbers.append(value)
        }
        return numbers
    }
}

extension Unicode.Scalar {
    fileprivate var lowercased: Unicode.Scalar {
        (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value + 0x20)) : self
    }
}
