/// Turns inks into styles, given how every role looks.
struct InkPainter {
    /// By `Role.rawValue`.
    let looks: [RoleLook]

    func style(_ ink: Ink) -> Style {
        let ground = looks[Int(ink.ground.role.rawValue)]
        // A ground's own role as text is text: nobody should draw with it, and nothing should vanish if somebody does.
        let look = ink.role.isGround ? RoleLook() : looks[Int(ink.role.rawValue)]
        var attributes = look.attributes.union(ground.attributes)
        if ink.isBold { attributes.insert(.bold) }
        if ink.isUnderlined { attributes.insert(.underline) }
        if ground.attributes.contains(.reverse) { return reversed(look, attributes) }

        // Dimmed text would sink into a selection's colour, and bold and dim cancel each other.
        let isChosen = ink.ground == .selection || ink.ground == .selectionInactive
        if isChosen || attributes.contains(.bold) { attributes.remove(.dim) }
        let background = look.background ?? ground.background ?? pageBackground
        let foreground =
            (look.background == nil ? ground.foreground : nil) ?? look.foreground ?? textForeground
        return Style(
            foreground: Self.readable(foreground, on: background), background: background, attributes: attributes)
    }

    /// Plain reverse drops the text's colour, which would become the row's: only bold and underline remain. What is
    /// reversed anyway, such as a filter's hits, turns back and so still stands out.
    private func reversed(_ look: RoleLook, _ attributes: Attributes) -> Style {
        var kept = attributes.intersection([.bold, .underline])
        if !look.attributes.contains(.reverse) { kept.insert(.reverse) }
        return Style(
            foreground: Self.readable(textForeground, on: pageBackground), background: pageBackground,
            attributes: kept)
    }

    private var pageBackground: Color {
        looks[Int(Role.background.rawValue)].background ?? .terminalDefault
    }

    private var textForeground: Color {
        looks[Int(Role.text.rawValue)].foreground ?? .terminalDefault
    }

    /// Foreground and background are painted together: the terminal's own text on a painted background may be
    /// anything, so black or white takes its place.
    private static func readable(_ foreground: Color, on background: Color) -> Color {
        guard foreground == .terminalDefault, let luminance = Contrast.luminance(background) else {
            return foreground
        }
        // Where black and white contrast alike: (1.05)/(L+0.05) = (L+0.05)/0.05.
        let isLight = luminance > 0.179
        switch background {
        case .indexed: return .indexed(isLight ? 16 : 231)
        default: return isLight ? .rgb(red: 0, green: 0, blue: 0) : .rgb(red: 255, green: 255, blue: 255)
        }
    }
}

extension Ink.Ground {
    /// The role that says how the ground looks.
    package var role: Role {
        switch self {
        case .plain: .background
        case .raised: .backgroundRaised
        case .stripe: .backgroundStripe
        case .selection: .selection
        case .selectionInactive: .selectionInactive
        }
    }
}
