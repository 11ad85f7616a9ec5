/// A key as the user thinks of it, already parsed from whatever the terminal sent.
package enum Key: Hashable, Sendable {
    case character(Unicode.Scalar)
    /// Ctrl and a lower-case letter or sign.
    case control(Unicode.Scalar)
    case enter
    case escape
    case tab
    case backtab
    case backspace
    case delete
    case insert
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
    /// F1...F12.
    case function(Int)
}

extension Key {
    /// Keys with names of their own, in both directions.
    private static let names: [(String, Key)] = [
        ("enter", .enter), ("esc", .escape), ("tab", .tab), ("S-tab", .backtab), ("backspace", .backspace),
        ("delete", .delete), ("insert", .insert), ("up", .up), ("down", .down), ("left", .left), ("right", .right),
        ("home", .home), ("end", .end), ("pgup", .pageUp), ("pgdn", .pageDown), ("space", .character(" ")),
    ]

    /// Reads a key's name as configuration and key scripts have it: `j`, `^d`, `enter`, `S-tab`, `F1`, `space`.
    /// Nil for anything else.
    package init?(_ name: String) {
        if let named = Key.names.first(where: { $0.0.lowercased() == name.lowercased() && name.utf8.count > 1 }) {
            self = named.1
            return
        }
        let scalars = Array(name.unicodeScalars)
        if scalars.count == 1, scalars[0].value > 0x20, scalars[0].value != 0x7F {
            self = .character(scalars[0])
            return
        }
        if scalars.count == 2, scalars[0] == "^", (0x21...0x7E).contains(scalars[1].value) {
            self = .control(Unicode.Scalar(String(scalars[1]).lowercased()) ?? scalars[1])
            return
        }
        if scalars.first == "F" || scalars.first == "f", let number = Int(name.dropFirst()), (1...12).contains(number) {
            self = .function(number)
            return
        }
        return nil
    }

    /// The key's name, as `init(_:)` reads it.
    package var name: String {
        switch self {
        case .character(" "): "space"
        case .character(let scalar): String(Character(scalar))
        case .control(let scalar): "^" + String(Character(scalar))
        case .function(let number): "F" + String(number)
        default: Key.names.first { $0.1 == self }?.0 ?? "?"
        }
    }

    /// How the key is written on screen: arrows as arrows where the glyphs allow.
    package func label(_ glyphs: GlyphSet) -> String {
        guard !glyphs.isASCII else { return name }
        switch self {
        case .up: return "↑"
        case .down: return "↓"
        case .left: return "←"
        case .right: return "→"
        default: return name
        }
    }
}
