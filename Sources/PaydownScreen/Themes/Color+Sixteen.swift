extension Color {
    /// The terminal's own colour with the same hue, for text on the terminal's own background.
    ///
    /// By hue and never by brightness: how bright the user's red is, is the user's choice. Greys become
    /// the default, and so do yellows: no yellow text on a background that may be white. Never a bright
    /// one: some palettes keep their greys there.
    package var sixteenByHue: Color {
        switch self {
        case .terminalDefault: return .terminalDefault
        case .indexed(let index) where index < 16: return self
        default: break
        }
        guard let (red, green, blue) = components else { return .terminalDefault }
        let (r, g, b) = (Double(red), Double(green), Double(blue))
        let (top, bottom) = (max(r, g, b), min(r, g, b))
        // Less than a fifth of full chroma reads as grey next to the terminal's saturated six.
        guard top - bottom > max(24, top * 0.2) else { return .terminalDefault }
        let chroma = top - bottom
        let hue: Double
        if top == r {
            hue = 60 * (g - b) / chroma + (g < b ? 360 : 0)
        } else if top == g {
            hue = 60 * (b - r) / chroma + 120
        } else {
            hue = 60 * (r - g) / chroma + 240
        }
        switch hue {
        case ..<35: return .indexed(1)
        case ..<75: return .terminalDefault
        case ..<165: return .indexed(2)
        case ..<200: return .indexed(6)
        case ..<260: return .indexed(4)
        case ..<340: return .indexed(5)
        default: return .indexed(1)
        }
    }

    /// The colour without its bright twin, for terminals with eight: bright black and bright white are greys, so
    /// they become the default.
    package var withoutBright: Color {
        guard case .indexed(let index) = self, (8...15).contains(index) else { return self }
        return index == 8 || index == 15 ? .terminalDefault : .indexed(index - 8)
    }
}
