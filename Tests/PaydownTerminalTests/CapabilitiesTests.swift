import Glibc
import PaydownScreen
import PaydownTestSupport
import Testing

@testable import PaydownTerminal

extension TerminalTests {
    @Suite struct CapabilitiesTests {
        @Test(arguments: [
            ("xterm-256color", [:], ColorDepth.indexed),
            ("xterm-256color", ["COLORTERM": "truecolor"], .trueColor),
            ("tmux-256color", ["COLORTERM": "24bit", "TMUX": "/tmp/tmux-0/default,1,0"], .trueColor),
            ("screen-256color", ["COLORTERM": "truecolor"], .indexed),
            ("screen-256color", ["COLORTERM": "truecolor", "TMUX": "x"], .trueColor),
            ("screen", [:], .eight),
            ("xterm", [:], .eight),
            ("linux", [:], .eight),
            ("vt100", [:], .mono),
            ("xterm-256color", ["NO_COLOR": "1", "COLORTERM": "truecolor"], .mono),
            ("xterm-256color", ["NO_COLOR": ""], .indexed),
        ])
        func `the depth comes from the entry, COLORTERM and NO_COLOR`(
            term: String, variables: [String: String], depth: ColorDepth
        ) throws {
            let opened = try OpenedSession(term: term, variables)

            #expect(opened.session.capabilities.depth == depth)
        }

        @Test(arguments: [
            ("xterm-256color", ["LANG": "C.UTF-8"], true),
            ("xterm-256color", ["LANG": "xx_YY.UTF-8"], true),
            ("xterm-256color", ["LANG": "xx_YY.utf8@euro"], true),
            ("xterm-256color", ["LANG": "", "LC_CTYPE": "C.UTF-8"], true),
            ("xterm-256color", ["LANG": "C.UTF-8", "LC_ALL": "C"], false),
            ("xterm-256color", ["LANG": "POSIX"], false),
            ("xterm-256color", ["LANG": "de_DE.ISO-8859-1"], false),
            ("xterm-256color", ["LANG": ""], false),
        ])
        func `the locale says whether text is UTF-8, installed or not`(
            term: String, variables: [String: String], isUTF8: Bool
        ) throws {
            let opened = try OpenedSession(term: term, variables)

            #expect(opened.session.capabilities.isUTF8 == isUTF8)
            #expect(opened.session.capabilities.glyphs == (isUTF8 ? .unicode : .ascii))
        }

        @Test(arguments: ["linux", "vt100", "vt220"])
        func `poor terminals get ASCII signs`(term: String) throws {
            #expect(try OpenedSession(term: term).session.capabilities.glyphs == .ascii)
        }

        @Test func `ASCII signs are taken where a rule is two cells wide`() {
            #expect(TerminalCapabilities.glyphs(terminal: "xterm", isUTF8: true, ruleWidth: 2) == .ascii)
            #expect(TerminalCapabilities.glyphs(terminal: "xterm", isUTF8: true, ruleWidth: 1) == .unicode)
        }

        @Test func `a terminal that cannot be used is named, with what to do`() throws {
            let terminal = try PseudoTerminal()
            func error(_ term: String) -> TerminalError? {
                do throws(TerminalError) {
                    _ = try TerminalSession.open(environment: ["TERM": term], device: terminal.devicePath)
                    return nil
                } catch {
                    return error
                }
            }
            #expect(error("") == .unnamed)
            #expect(error("dumb") == .cannotDraw(name: "dumb"))
            #expect(error("no-such-terminal") == .unknown(name: "no-such-terminal"))
            #expect("\(TerminalError.unknown(name: "no-such-terminal"))".contains("set TERM=xterm-256color"))
        }

        @Test func `a device that is no terminal is an error value, and the next session opens`() throws {
            #expect(throws: TerminalError.noTerminal(device: "/dev/null", code: ENOTTY)) {
                try TerminalSession.open(environment: ["TERM": "xterm"], device: "/dev/null")
            }
            #expect(throws: TerminalError.noTerminal(device: "/nowhere", code: ENOENT)) {
                try TerminalSession.open(environment: ["TERM": "xterm"], device: "/nowhere")
            }
            _ = try OpenedSession()
        }

        @Test func `there is one session at a time`() throws {
            let opened = try OpenedSession()
            #expect(throws: TerminalError.alreadyOpen) { try OpenedSession() }
            opened.session.close()
            _ = try OpenedSession()
        }

        @Test func `what the locale cannot write comes out as question marks, in place`() throws {
            let size = Size(width: 20, height: 1)
            let opened = try OpenedSession(size: size, ["LANG": "C"])
            var frame = Buffer(size: size)
            frame.write("aé漢e\u{301}z", x: 0, y: 0)

            opened.show(frame)

            #expect(opened.terminal.emulator.lines == ["a???ez"])
        }

        @Test(arguments: [
            ("xterm-256color", ["COLORTERM": "truecolor"]), ("xterm-256color", [:]), ("screen-256color", [:]),
            ("xterm", [:]), ("screen", [:]), ("xterm-256color", ["NO_COLOR": "1"]),
        ])
        func `each style looks as far as the terminal can`(term: String, variables: [String: String]) throws {
            let theme = Self.colorful
            let size = Size(width: 56, height: 40)
            let opened = try OpenedSession(size: size, term: term, variables)
            let frame = Self.everyInk(size)
            let number = ColorNumber(depth: opened.session.capabilities.depth)

            opened.show(frame, theme)

            let difference = opened.difference(from: frame) { cell in
                var style = theme.style(cell.ink)
                style.foreground = Self.shown(number.number(style.foreground))
                style.background = Self.shown(number.number(style.background))
                return style
            }
            #expect(difference == nil)
        }

        @Test func `no palette is rewritten`() throws {
            let opened = try OpenedSession(["COLORTERM": "truecolor"])
            opened.show(Self.everyInk(Size(width: 56, height: 24)), Self.colorful)
            opened.session.close()
            opened.settle()

            #expect(!opened.terminal.hasWritten("\u{1B}]4;") && !opened.terminal.hasWritten("\u{1B}]104"))
        }

        @Test func `programs started later do not see the private entry`() throws {
            let opened = try OpenedSession(["COLORTERM": "truecolor"])

            #expect(opened.session.capabilities.depth == .trueColor)
            #expect(getenv("TERMINFO") == nil || !String(cString: getenv("TERMINFO")).hasPrefix("b64:"))
        }

        @Test func `more colours than there are pairs for leave the frame readable`() throws {
            let size = Size(width: 80, height: 24)
            let opened = try OpenedSession(size: size, ["COLORTERM": "truecolor"])
            let theme = Theme(name: "endless", mode: .dark) { ink in
                Style(
                    foreground: .rgb(red: UInt8(ink.rawValue & 0xFF), green: UInt8(ink.rawValue >> 8), blue: 200),
                    background: .rgb(red: 9, green: UInt8(ink.rawValue & 0xFF), blue: UInt8(ink.rawValue >> 8)))
            }
            var frame = Buffer(size: size)
            for index in 0..<(size.width * size.height) {
                frame.put(
                    "x", x: index % size.width, y: index / size.width, ink: Ink(rawValue: UInt16(index) & 0x7FF))
            }

            opened.show(frame, theme)

            #expect(opened.terminal.emulator.lines == frame.lines)
        }

        @Test func `pairs run out over many themes without a wrong colour`() throws {
            let size = Size(width: 56, height: 24)
            let opened = try OpenedSession(size: size, ["COLORTERM": "truecolor"])
            let frame = Self.everyInk(size)

            for shade in 0..<12 {
                let theme = Theme(name: "shade \(shade)", mode: .dark) { ink in
                    Style(
                        foreground: .rgb(red: 250, green: UInt8(ink.role.rawValue), blue: UInt8(shade * 20)),
                        background: .rgb(red: UInt8(shade * 20 + 1), green: UInt8(ink.ground.rawValue), blue: 90))
                }
                opened.show(frame, theme)
                #expect(opened.difference(from: frame) { theme.style($0.ink) } == nil)
            }
        }

        @Test func `the private entry says what the terminal's own says, but for its colours`() throws {
            let description = try TerminalDescription(named: "xterm-256color")
            let compiled = DirectColorEntry(description).compiled
            let directory = try TemporaryDirectory()
            let place = directory.path + "/p/" + DirectColorEntry.name
            try directory.write("p/" + DirectColorEntry.name, "")
            #expect(FileBytes.write(compiled, to: place))
            setenv("TERMINFO", directory.path, 1)
            defer { unsetenv("TERMINFO") }

            let read = try TerminalDescription(named: DirectColorEntry.name)

            #expect(read.number("colors") == 1 << 24)
            #expect(read.booleans == description.booleans)
            for name in ["cup", "smcup", "rmcup", "sgr0", "el", "ech", "civis"] {
                #expect(read.string(name) == description.string(name))
            }
        }

        @Test(arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ])
        func `base 64 is that of RFC 4648, section 10`(plain: String, encoded: String) {
            #expect(Base64.encode(Array(plain.utf8)) == encoded)
        }

        /// A theme with every kind of colour.
        private static let colorful = Theme(name: "colorful", mode: .dark) { ink in
            let number = UInt8(ink.role.rawValue)
            var style = Style()
            switch number % 4 {
            case 0: style.foreground = .terminalDefault
            case 1: style.foreground = .indexed(number % 16)
            case 2: style.foreground = .indexed(100 + number)
            default: style.foreground = .rgb(red: number * 8, green: 255 - number * 8, blue: 77)
            }
            switch ink.ground {
            case .plain: break
            case .raised: style.background = .rgb(red: 0, green: 0, blue: 3)
            case .stripe: style.background = .rgb(red: 40, green: 44, blue: 52)
            case .selection: style.attributes.insert(.reverse)
            case .selectionInactive: style.background = .indexed(238)
            }
            if ink.isBold { style.attributes.insert(.bold) }
            if ink.isUnderlined { style.attributes.insert(.underline) }
            return style
        }

        private static func everyInk(_ size: Size) -> Buffer {
            var frame = Buffer(size: size)
            for (x, role) in Role.allCases.prefix(28).enumerated() {
                for (y, ground) in Ink.Ground.allCases.enumerated() {
                    for step in 0..<4 {
                        let ink = Ink(role, on: ground, isBold: step & 1 != 0, isUnderlined: step & 2 != 0)
                        frame.write("漢", x: x * 2, y: y * 4 + step, ink: ink)
                    }
                }
            }
            return frame
        }

        /// A colour by its number, as the emulator names it.
        private static func shown(_ number: Int32) -> Color {
            switch number {
            case ..<0: .terminalDefault
            case ..<256: .indexed(UInt8(number))
            default:
                .rgb(red: UInt8(number >> 16), green: UInt8(number >> 8 & 0xFF), blue: UInt8(number & 0xFF))
            }
        }
    }
}
