/// What a terminal answers or reports by itself: no doing of the person, and never taken for one.
///
/// Sources: xterm's control sequences (ctlseqs: OSC 11, DECRQM), the terminal working group's note on mode 2026, and
/// contour's on mode 2031 (dark and light).
package enum TerminalReply: Equatable, Sendable {
    /// The colour of its ground, each part in 0...1.
    case background(red: Double, green: Double, blue: Double)
    /// Whether it prefers dark colours now.
    case prefersDark(Bool)
    /// Whether it knows a private mode and lets it be set.
    case mode(Int, canBeSet: Bool)

    /// Between ESC [ and its final byte: `?2026;2$` and `y`, `?997;1` and `n`.
    init?(parameters: [UInt8], final: UInt8) {
        guard parameters.first == UInt8(ascii: "?") else { return nil }
        var digits = parameters.dropFirst()
        if final == UInt8(ascii: "y") {
            guard digits.popLast() == UInt8(ascii: "$"), let numbers = KeySequences.numbers(Array(digits)),
                numbers.count == 2
            else { return nil }
            // 1 is set, 2 is reset, 3 is always set; 0 is not known, 4 is never set.
            self = .mode(numbers[0], canBeSet: (1...3).contains(numbers[1]))
            return
        }
        guard final == UInt8(ascii: "n"), let numbers = KeySequences.numbers(Array(digits)), numbers.count == 2,
            numbers[0] == 997, numbers[1] == 1 || numbers[1] == 2
        else { return nil }
        self = .prefersDark(numbers[1] == 1)
    }

    /// A string from its introducer to before its end: `]11;rgb:1515/1818/1d1d`.
    init?(string: [UInt8]) {
        guard string.starts(with: Self.backgroundBegin) else { return nil }
        let text = String(decoding: string.dropFirst(Self.backgroundBegin.count), as: UTF8.self)
        guard let colon = text.firstIndex(of: ":"), ["rgb", "rgba"].contains(String(text[..<colon])) else { return nil }
        let parts = text[text.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false)
        let values = parts.map(Self.share)
        guard values.count >= 3, let red = values[0], let green = values[1], let blue = values[2] else { return nil }
        self = .background(red: red, green: green, blue: blue)
    }

    /// Whether a string is the beginning of an answer that we ask for.
    static func mayBegin(_ string: [UInt8]) -> Bool {
        string.count > 1 && (string.starts(with: backgroundBegin) || backgroundBegin.starts(with: string))
    }

    private static let backgroundBegin = Array("]11;".utf8)

    /// One to four hexadecimal digits, as a share of the most they can say.
    private static func share(_ digits: Substring) -> Double? {
        guard (1...4).contains(digits.utf8.count), let value = Int(digits, radix: 16), value >= 0 else { return nil }
        return Double(value) / Double((1 << (4 * digits.utf8.count)) - 1)
    }
}

extension TerminalReply {
    /// Dark or light, where it says so: the ground's brightness as the eye has it, by the weights of Rec. 601.
    package var isDark: Bool? {
        switch self {
        case .background(let red, let green, let blue): 0.299 * red + 0.587 * green + 0.114 * blue < 0.5
        case .prefersDark(let isDark): isDark
        case .mode: nil
        }
    }
}
