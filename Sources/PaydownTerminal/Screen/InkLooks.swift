import CNcurses
import PaydownScreen

/// How each ink of the present theme is told to ncurses: a colour pair and attributes.
///
/// Pairs are made when they are first seen and kept over changes of theme, up to a limit; then all are
/// forgotten and the frame is painted anew, so that no cell keeps a number that now means something else.
struct InkLooks {
    struct Look: Equatable {
        var pair: Int32
        var attributes: UInt32
    }

    /// A theme has some 150 pairs; ncurses could have 32,767, each costing memory and time.
    static let mostPairs = 1000

    private let colors: ColorNumber
    private let limit: Int
    private var pairs: [Colors: Int32] = [:]
    /// By ink; a pair of -1 where not known yet.
    private var looks: [Look] = Array(repeating: .unknown, count: Ink.limit)
    /// Whether a colour was refused because all pairs are taken.
    private(set) var isExhausted = false

    private struct Colors: Hashable {
        var foreground: Int32
        var background: Int32
    }

    /// - Parameter terminalPairs: how many pairs the terminal's entry has, pair 0 among them.
    init(colors: ColorNumber, terminalPairs: Int) {
        self.colors = colors
        limit = min(Self.mostPairs, max(0, terminalPairs - 1))
    }

    /// The theme has changed: pairs stay, what inks mean does not.
    mutating func forgetInks() {
        for index in looks.indices { looks[index] = .unknown }
    }

    /// Starts over with no pair in use.
    mutating func forgetPairs() {
        pairs.removeAll(keepingCapacity: true)
        isExhausted = false
        forgetInks()
    }

    mutating func look(_ ink: Ink, in theme: Theme) -> Look {
        let index = Int(ink.rawValue) & (Ink.limit - 1)
        let known = looks[index]
        if known.pair >= 0 { return known }
        let look = make(theme.style(ink))
        looks[index] = look
        return look
    }

    private mutating func make(_ style: Style) -> Look {
        let attributes = Self.attributes(style.attributes)
        guard colors.depth != .mono else { return Look(pair: 0, attributes: attributes) }
        let wanted = Colors(
            foreground: colors.number(style.foreground), background: colors.number(style.background))
        return Look(pair: pair(wanted), attributes: attributes)
    }

    private mutating func pair(_ wanted: Colors) -> Int32 {
        if wanted.foreground < 0, wanted.background < 0 { return 0 }
        if let known = pairs[wanted] { return known }
        guard pairs.count < limit else {
            isExhausted = true
            // Readable without its ground, if there is such a pair.
            return pairs[Colors(foreground: wanted.foreground, background: -1)] ?? 0
        }
        let number = Int32(pairs.count + 1)
        guard init_extended_pair(number, wanted.foreground, wanted.background) == OK else { return 0 }
        pairs[wanted] = number
        return number
    }

    private static func attributes(_ attributes: Attributes) -> UInt32 {
        var bits: UInt32 = 0
        if attributes.contains(.bold) { bits |= paydown_bold() }
        if attributes.contains(.dim) { bits |= paydown_dim() }
        if attributes.contains(.italic) { bits |= paydown_italic() }
        if attributes.contains(.underline) { bits |= paydown_underline() }
        if attributes.contains(.reverse) { bits |= paydown_reverse() }
        return bits
    }
}

extension InkLooks.Look {
    fileprivate static let unknown = InkLooks.Look(pair: -1, attributes: 0)
}
