import PaydownTestSupport
import Testing

/// The program from outside: what it prints and how it ends.
struct CommandLineTests {
    private static let program = TerminalProgram.built("paydown")
    private static let python = "SampleData/python/snapshots"

    private func run(_ arguments: String...) throws -> CommandRun {
        let home = try TemporaryDirectory()
        let paths = arguments.map { $0.hasPrefix("SampleData/") ? SamplePlace.root + $0 : $0 }
        return try CommandRun(Self.program, paths, environment: ["HOME": home.path, "TERM": "xterm"])
    }

    @Test func `a frame is drawn and the status is 0`() throws {
        let run = try run("render", "--screen", "1", "--size", "80x24", Self.python)
        #expect(run.ending == .exited(0))
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 25)
        #expect(lines[0].contains("1 Imports"))
        #expect(lines[23].contains("? help"))
    }

    @Test(arguments: [("3", "duplicates"), ("4", "golden-path"), ("7", "stand-up")])
    func `a screen has a name and a number`(number: String, name: String) throws {
        let named = try run("render", "--screen", name, Self.python)
        #expect(named.ending == .exited(0))
        #expect(named.output == (try run("render", "--screen", number, Self.python).output))
    }

    @Test(arguments: [
        ["render", "--size", "0x4"], ["render", "--size", "wide"], ["render", "--screen", "9"],
        ["render", "--keys", "<nokey>"], ["render", "--keys", "<esc"], ["render", "--colors", "many"],
        ["render", "--ground", "grey"], ["render", "--at", "yesterday"], ["render", "--format", "png"],
        ["--no-such-option"],
    ])
    func `arguments that mean nothing are refused`(arguments: [String]) throws {
        let run = try CommandRun(Self.program, arguments)
        #expect(run.ending == .exited(64))
        #expect(run.output.isEmpty)
    }

    @Test func `where there is nothing to show the status is 2`() throws {
        let empty = try TemporaryDirectory()
        #expect(try run("render", empty.path).ending == .exited(2))
        #expect(try run("browse", "--plain", empty.path).ending == .exited(2))
        #expect(try run("browse", "--plain", empty.path + "/none.json").ending == .exited(2))
    }

    @Test func `a broken snapshot beside a good one leaves the good one`() throws {
        let folder = try TemporaryDirectory()
        let good = try #require(FileBytes.read(SamplePlace.root + Self.python + "/2025-10-06-87b9eee37.json"))
        try folder.write("good.json", String(decoding: good, as: UTF8.self))
        try folder.write("half.json", String(decoding: good.prefix(good.count / 2), as: UTF8.self))
        let run = try run("browse", "--plain", folder.path)
        #expect(run.ending == .exited(0))
        #expect(run.output.contains("courier (sample)"))
    }

    @Test func `without a terminal browsing prints the same content as text`() throws {
        let run = try run("browse", Self.python)
        #expect(run.ending == .exited(0))
        #expect(run.output.hasPrefix("courier (sample), snapshot of Mon 6 Oct 17:20 2025\n"))
        #expect(!run.output.contains("\u{1B}"))
        #expect(run.output.contains("Golden path: "))
        #expect(run.output.contains("Phase One manager, due "))
    }

    @Test func `plain text has no controls, boxes or bars`() throws {
        let run = try run("browse", "--plain", "SampleData/history")
        let scalars = run.output.unicodeScalars
        #expect(!scalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
        #expect(!scalars.contains { (0x2500...0x28FF).contains($0.value) })
    }

    @Test func `frames come as text, with colours and as pictures`() throws {
        let ansi = try run("render", "--format", "ansi", "--theme", "paydown-dark", Self.python)
        #expect(ansi.ending == .exited(0))
        #expect(ansi.output.contains("\u{1B}["))
        let svg = try run("render", "--format", "svg", Self.python)
        #expect(svg.output.hasPrefix("<svg "))
        #expect(svg.output.hasSuffix("</svg>\n"))
    }

    @Test func `no colour means no colour in a frame`() throws {
        let run = try CommandRun(
            Self.program, ["render", "--format", "ansi", "--theme", "paydown-dark", SamplePlace.root + Self.python],
            environment: ["NO_COLOR": "1"])
        for sequence in run.output.split(separator: "\u{1B}[").dropFirst() {
            let codes = sequence.prefix { $0 != "m" }.split(separator: ";").compactMap { Int($0) }
            #expect(codes.allSatisfy { [0, 1, 4, 7, 22, 24, 27].contains($0) }, "\(codes)")
        }
    }

    @Test func `ASCII means ASCII`() throws {
        for screen in 0...8 {
            let run = try run("render", "--ascii", "--screen", "\(screen)", "--size", "200x60", Self.python)
            #expect(run.output.utf8.allSatisfy { $0 < 0x80 }, "screen \(screen)")
        }
    }

    @Test func `themes are listed, checked and refused`() throws {
        let list = try run("theme", "list")
        #expect(list.ending == .exited(0))
        for name in ["base", "paydown-dark", "paydown-light"] { #expect(list.output.contains(name)) }
        #expect(try run("theme", "check", "paydown-dark").ending == .exited(0))
        let folder = try TemporaryDirectory()
        let bad = try folder.write("bad.toml", "name = \"bad\"\ninherits = \"base\"\n[roles]\ntext = \"blu\"\n")
        #expect(try run("theme", "check", bad).ending != .exited(0))
        #expect(try run("theme", "show", "no-such-theme").ending == .exited(2))
    }

    @Test func `every command has help with an abstract`() throws {
        for words in [[], ["browse"], ["render"], ["theme"], ["theme", "list"], ["keys"]] {
            let run = try CommandRun(Self.program, words + ["--help"])
            #expect(run.ending == .exited(0))
            #expect(run.output.contains("USAGE: paydown"))
            #expect(run.output.contains("OVERVIEW: "))
        }
    }

    @Test func `keys of a configuration that clash are said, and the table is printed`() throws {
        let folder = try TemporaryDirectory()
        let file = try folder.write("paydown.toml", "[keys]\n\"help\" = [\"H\"]\n\"no.such\" = [\"x\"]\n")
        let run = try run("keys", "--config", file)
        #expect(run.ending == .exited(1))
        #expect(run.output.contains("H"))
        #expect(run.output.split(separator: "\n").contains { $0.hasSuffix("help") && $0.hasPrefix("  H ") })
    }
}
