/// A colour as a theme file has it: a colour itself, or a palette's name for one.
package enum ColorWord: Hashable, Sendable {
    case color(Color)
    case palette(String)

    /// Reads `#rrggbb`, `default`, an ANSI name, `0`...`255`, or a palette name.
    ///
    /// Nil for a malformed colour: an empty text, `#` without six hexadecimal digits, a number above 255.
    package init?(_ text: String) {
        if text == "default" {
            self = .color(.terminalDefault)
        } else if let index = ColorWord.ansiNames.firstIndex(of: text) {
            self = .color(.indexed(UInt8(index)))
        } else if text.hasPrefix("#") {
            guard let mixed = ColorWord.mixed(text.utf8.dropFirst()) else { return nil }
            self = .color(mixed)
        } else if Int(text) != nil || text.utf8.first.map({ (0x30...0x39).contains($0) }) ?? true {
            guard let number = UInt8(text) else { return nil }
            self = .color(.indexed(number))
        } else {
            self = .palette(text)
        }
    }

    /// The terminal's own sixteen, by index.
    package static let ansiNames = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
        "bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta",
        "bright-cyan", "bright-white",
    ]

    private static func mixed(_ digits: some Collection<UInt8>) -> Color? {
        guard digits.count == 6 else { return nil }
        var value = 0
        for digit in digits {
            guard let nibble = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
            value = value << 4 | nibble
        }
        return .rgb(
            red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    }
}

extension Color {
    /// The colour as a theme file writes it: `#7fc98f`, `bright-red`, `114`, `default`.
    package var word: String {
        switch self {
        case .terminalDefault: return "default"
        case .indexed(let index):
            return index < 16 ? ColorWord.ansiNames[Int(index)] : String(index)
        case .rgb(let red, let green, let blue):
            return "#"
                + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }
}
