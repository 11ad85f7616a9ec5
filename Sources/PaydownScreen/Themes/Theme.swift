/// How every ink looks on one kind of terminal: a theme file resolved for a number of colours.
package struct Theme: Equatable, Sendable {
    package enum Mode: String, CaseIterable, Sendable {
        case dark
        case light
        case any
    }

    package let name: String
    package let mode: Mode
    /// By `Ink.rawValue`.
    private let styles: [Style]

    /// - Parameter style: how a role looks on a ground, asked once for each ink.
    package init(name: String, mode: Mode, style: (Ink) -> Style) {
        self.name = name
        self.mode = mode
        styles = (0..<Ink.limit).map { style(Ink(rawValue: UInt16($0))) }
    }

    package func style(_ ink: Ink) -> Style {
        styles[Int(ink.rawValue) & (Ink.limit - 1)]
    }
}

extension Theme.Mode {
    /// Dark or light by COLORFGBG (`15;0`, `0;default;15`), which rxvt, Konsole and some others set; nil when it
    /// does not say.
    ///
    /// The last part is the background's index. 7 and 9...15 are light, as in vim's reading of it.
    package init?(colorFGBG: String?) {
        guard let last = colorFGBG?.split(separator: ";").last, let index = Int(last) else { return nil }
        switch index {
        case 0...6, 8: self = .dark
        case 7, 9...15: self = .light
        default: return nil
        }
    }
}
