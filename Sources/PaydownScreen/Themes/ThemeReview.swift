/// What is weak about a theme although it can be shown: contrast, and habits that hurt on unknown palettes.
package struct ThemeReview: Sendable {
    package enum Weakness: Equatable, Sendable {
        /// Text that contrasts less than its floor.
        case contrast(role: Role, ground: Ink.Ground, depth: ColorDepth, ratio: Double, floor: Double)
        /// White, black or yellow text on the terminal's own background, which may be just that.
        case unsafeText(role: Role, depth: ColorDepth, color: Color)
        /// Coloured text on a coloured background out of the terminal's own sixteen.
        case clash(role: Role, ground: Ink.Ground, depth: ColorDepth)
    }

    package let weaknesses: [Weakness]

    package init(_ resolver: ThemeResolver) throws(ThemeError) {
        var weaknesses: [Weakness] = []
        for depth in [ColorDepth.trueColor, .indexed] {
            weaknesses += Self.lowContrasts(try resolver.theme(depth), depth)
        }
        for depth in [ColorDepth.trueColor, .indexed, .sixteen, .eight] {
            for weakness in Self.paletteRisks(try resolver.theme(depth), depth)
            where !weaknesses.contains(where: { $0.isSame(as: weakness) }) {
                weaknesses.append(weakness)
            }
        }
        self.weaknesses = weaknesses
    }

    private static func lowContrasts(_ theme: Theme, _ depth: ColorDepth) -> [Weakness] {
        var found: [Weakness] = []
        for role in Role.allCases {
            guard let floor = role.contrastFloor else { continue }
            for ground in Ink.Ground.allCases {
                guard let ratio = theme.style(Ink(role, on: ground)).contrast, ratio < floor else { continue }
                found.append(.contrast(role: role, ground: ground, depth: depth, ratio: ratio, floor: floor))
            }
        }
        return found
    }

    private static func paletteRisks(_ theme: Theme, _ depth: ColorDepth) -> [Weakness] {
        var found: [Weakness] = []
        for role in Role.allCases where !role.isGround {
            for ground in Ink.Ground.allCases {
                let style = theme.style(Ink(role, on: ground))
                guard !style.attributes.contains(.reverse), case .indexed(let index) = style.foreground, index < 16
                else { continue }
                switch style.background {
                case .terminalDefault:
                    if [0, 3, 7, 8, 11, 15].contains(index), ground == .plain {
                        found.append(.unsafeText(role: role, depth: depth, color: style.foreground))
                    }
                case .indexed(0...15): found.append(.clash(role: role, ground: ground, depth: depth))
                default: break
                }
            }
        }
        return found
    }
}

extension ThemeReview.Weakness {
    /// Whether two say the same of different depths.
    fileprivate func isSame(as other: Self) -> Bool {
        switch (self, other) {
        case (.unsafeText(let role, _, let color), .unsafeText(let otherRole, _, let otherColor)):
            role == otherRole && color == otherColor
        case (.clash(let role, let ground, _), .clash(let otherRole, let otherGround, _)):
            role == otherRole && ground == otherGround
        default: false
        }
    }

    /// `good on selection: contrast 3.9 in 256 colours, below 4.5`
    package var text: String {
        switch self {
        case .contrast(let role, let ground, let depth, let ratio, let floor):
            "\(role.name) on \(ground.role.name): contrast \(Contrast.text(ratio)) in \(depth.words), below "
                + Contrast.text(floor)
        case .unsafeText(let role, let depth, let color):
            "\(role.name): \(color.word) text in \(depth.words), on a background that may be the same"
        case .clash(let role, let ground, let depth):
            "\(role.name) on \(ground.role.name): coloured text on a coloured background in \(depth.words); "
                + "use reverse"
        }
    }
}

extension ColorDepth {
    /// `16 colours`
    package var words: String {
        switch self {
        case .mono: "no colour"
        case .eight: "8 colours"
        case .sixteen: "16 colours"
        case .indexed: "256 colours"
        case .trueColor: "RGB"
        }
    }
}

extension Style {
    /// How well the text reads on its own background; nil where the terminal decides a colour. Reverse swaps
    /// the two and so changes nothing.
    package var contrast: Double? {
        Contrast.ratio(foreground, background)
    }
}

extension Contrast {
    /// With one digit, cut and not rounded: 4.49 must not read as 4.5.
    package static func text(_ ratio: Double) -> String {
        let tenths = Int(ratio * 10)
        return "\(tenths / 10).\(tenths % 10)"
    }
}
