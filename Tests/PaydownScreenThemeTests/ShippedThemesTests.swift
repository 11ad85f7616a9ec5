import PaydownProject
import PaydownScreen
import Testing

/// What holds for every theme that is compiled in.
@Suite struct ShippedThemesTests {
    private let library = ThemeLibrary.builtIn

    @Test func `the themes that were promised are there`() {
        #expect(
            library.names == [
                "base", "catppuccin-latte", "catppuccin-mocha", "cvd-dark", "cvd-light", "gruvbox-dark",
                "gruvbox-light", "high-contrast", "mono", "nord", "paydown-dark", "paydown-light", "solarized-dark",
                "solarized-light",
            ])
    }

    @Test(arguments: BuiltInThemes.names)
    func `a shipped theme has no errors and is named for its file`(name: String) throws {
        let file = ThemeFile(try #require(BuiltInThemes.text(named: name)), stem: "unnamed", file: name + ".toml")

        #expect(file.errors == [])
        #expect(file.document.name == name)
        #expect(try library.resolver(named: name).colorErrors() == [])
    }

    @Test(arguments: BuiltInThemes.names, ColorDepth.allCases)
    func `every role resolves at every depth, in colours of that depth`(name: String, depth: ColorDepth) throws {
        let theme = try library.theme(named: name, depth: depth)

        for raw in 0..<Ink.limit {
            let ink = Ink(rawValue: UInt16(raw))
            let style = theme.style(ink)
            for color in [style.foreground, style.background] {
                #expect(depth.allows(color), "\(ink.role.name) on \(ink.ground): \(color.word)")
            }
            if ink.isBold { #expect(style.attributes.contains(.bold), "\(ink.role.name)") }
            if ink.isUnderlined { #expect(style.attributes.contains(.underline), "\(ink.role.name)") }
        }
    }

    /// R24: text 7, muted and states 4.5, on the page and on the selection, and here on overlays and stripes too.
    @Test(arguments: BuiltInThemes.names, [ColorDepth.trueColor, .indexed])
    func `everything one reads reaches its contrast floor on every ground`(name: String, depth: ColorDepth) throws {
        let theme = try library.theme(named: name, depth: depth)

        for role in Role.allCases {
            for ground in Ink.Ground.allCases {
                guard let floor = role.contrastFloor, let ratio = theme.style(Ink(role, on: ground)).contrast
                else { continue }
                #expect(ratio >= floor, "\(role.name) on \(ground) of \(name): \(ratio)")
            }
        }
    }

    @Test func `high contrast means that all text has 7`() throws {
        for depth in [ColorDepth.trueColor, .indexed] {
            let theme = try library.theme(named: "high-contrast", depth: depth)
            for role in Role.allCases where !role.isGround {
                for ground in Ink.Ground.allCases {
                    let ratio = try #require(theme.style(Ink(role, on: ground)).contrast)
                    #expect(ratio >= 7, "\(role.name) on \(ground): \(ratio)")
                }
            }
        }
    }

    @Test(arguments: BuiltInThemes.names)
    func `a shipped theme has no weakness that a check would report`(name: String) throws {
        #expect(try ThemeReview(library.resolver(named: name)).weaknesses == [])
    }

    /// R20, R23: base never paints a background and uses the terminal's own sixteen only.
    @Test(arguments: ColorDepth.allCases)
    func `base paints no background and no colour but the terminal's own`(depth: ColorDepth) throws {
        let theme = try library.theme(named: "base", depth: depth)

        for style in theme.all {
            #expect(style.background == .terminalDefault)
            #expect(ColorDepth.sixteen.allows(style.foreground))
        }
    }

    /// R21: such text may lie on a background of just that colour.
    @Test(arguments: BuiltInThemes.names, [ColorDepth.eight, .sixteen])
    func `with sixteen colours nothing is white, black, yellow, grey or on a coloured ground`(
        name: String, depth: ColorDepth
    ) throws {
        let unsafe: [Color] = [0, 3, 7, 8, 11, 15].map { .indexed($0) }

        for style in try library.theme(named: name, depth: depth).all {
            #expect(!unsafe.contains(style.foreground))
            #expect(style.background == .terminalDefault)
        }
    }

    @Test func `base has no white, black or yellow text at any depth`() throws {
        let unsafe: [Color] = [0, 3, 7, 8, 11, 15].map { .indexed($0) }

        for depth in ColorDepth.allCases {
            for style in try library.theme(named: "base", depth: depth).all {
                #expect(!unsafe.contains(style.foreground), "\(depth)")
            }
        }
    }

    /// R22
    @Test(arguments: BuiltInThemes.names, [ColorDepth.mono, .eight, .sixteen])
    func `with few colours the selected row is plain reverse`(name: String, depth: ColorDepth) throws {
        let theme = try library.theme(named: name, depth: depth)

        for role in Role.allCases {
            let style = theme.style(Ink(role, on: .selection))
            #expect(style.foreground == .terminalDefault)
            #expect(style.attributes.contains(.reverse))
            #expect(style.attributes.isSubset(of: [.reverse, .bold, .underline]))
        }
    }

    /// R23
    @Test(arguments: BuiltInThemes.names.filter { $0 != "base" && $0 != "mono" }, [ColorDepth.trueColor, .indexed])
    func `a named theme paints text and background together, everywhere`(name: String, depth: ColorDepth) throws {
        for style in try library.theme(named: name, depth: depth).all {
            #expect(style.foreground.components != nil)
            #expect(style.background.components != nil)
        }
    }

    /// R26: grey is a colour.
    @Test(arguments: BuiltInThemes.names)
    func `without colour there is bold, underline and reverse, and no grey`(name: String) throws {
        for style in try library.theme(named: name, depth: .mono).all {
            #expect(style.foreground == .terminalDefault)
            #expect(style.background == .terminalDefault)
            #expect(style.attributes.isSubset(of: [.bold, .underline, .reverse]))
        }
    }

    @Test func `mono has no colour at any depth`() throws {
        for depth in ColorDepth.allCases {
            let theme = try library.theme(named: "mono", depth: depth)
            for style in theme.all {
                #expect(style.foreground == .terminalDefault && style.background == .terminalDefault, "\(depth)")
                #expect(!style.attributes.contains(.dim), "\(depth)")
            }
        }
    }

    /// R28: in the colour-blind themes good and bad differ in blue against orange, not in red against green.
    @Test(arguments: ["cvd-dark", "cvd-light"], [ColorDepth.trueColor, .indexed])
    func `the colour-blind themes have blue for good and warm for bad`(name: String, depth: ColorDepth) throws {
        let theme = try library.theme(named: name, depth: depth)

        let good = try #require(theme.style(Ink(.good)).foreground.components)
        let bad = try #require(theme.style(Ink(.bad)).foreground.components)

        #expect(good.blue > good.red && good.blue > good.green)
        #expect(bad.red > bad.blue && bad.red > bad.green)
    }

    @Test(
        arguments: BuiltInThemes.names.filter {
            ["nord", "gruvbox", "solarized", "catppuccin"].contains(String($0.split(separator: "-")[0]))
        })
    func `a port is nothing but a palette, every name of which its parent uses`(name: String) throws {
        let port = try #require(library.document(named: name))
        let dark = try #require(library.document(named: "paydown-dark"))

        #expect(port.roles.isEmpty && port.roles16.isEmpty && port.rolesMono.isEmpty)
        #expect(Set(port.palette.keys) == Set(dark.palette.keys))
    }

    @Test(arguments: BuiltInThemes.names)
    func `a theme's pair exists and has the other mode`(name: String) throws {
        let document = try #require(library.document(named: name))
        guard let pair = document.pair?.value, pair != name else { return }

        let other = try #require(library.document(named: pair))

        #expect([document.mode, other.mode].contains(.dark))
        #expect([document.mode, other.mode].contains(.light))
    }

    @Test(arguments: BuiltInThemes.names)
    func `a dark theme is dark and a light one light`(name: String) throws {
        let mode = try library.resolver(named: name).mode
        let style = try library.theme(named: name, depth: .trueColor).style(.text)
        guard let page = Contrast.luminance(style.background), let text = Contrast.luminance(style.foreground) else {
            #expect(mode == .any)
            return
        }

        #expect(mode == (page < text ? .dark : .light))
    }
}

extension Theme {
    /// The styles of all inks.
    var all: [Style] {
        (0..<Ink.limit).map { style(Ink(rawValue: UInt16($0))) }
    }
}

extension ColorDepth {
    /// Whether a terminal of this depth can show a colour.
    func allows(_ color: Color) -> Bool {
        switch color {
        case .terminalDefault: true
        case .indexed(let index): self >= .indexed || self == .sixteen && index < 16 || self == .eight && index < 8
        case .rgb: self == .trueColor
        }
    }
}
