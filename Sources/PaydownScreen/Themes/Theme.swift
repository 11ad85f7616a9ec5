/// How every ink looks on one kind of terminal: a theme file resolved for a number of colours.
package struct Theme: Sendable {
    package enum Mode: String, Sendable {
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
