import PaydownTestSupport
import Testing

@testable import PaydownCommands

/// What is remembered between runs, apart from the configuration.
struct RememberedChoicesTests {
    private let state: TemporaryDirectory

    init() throws {
        state = try TemporaryDirectory()
    }

    private var choices: RememberedChoices {
        RememberedChoices { $0 == "XDG_STATE_HOME" ? state.path : nil }
    }

    @Test func `a choice is found again`() {
        #expect(choices.isMouseOn(configured: true))
        var first = choices
        first.choose(mouse: false, configured: true)
        #expect(!first.isMouseOn(configured: true))
        #expect(!choices.isMouseOn(configured: true))
        first.choose(mouse: true, configured: true)
        #expect(choices.isMouseOn(configured: true))
    }

    @Test func `who changes the configuration has chosen anew`() {
        var first = choices
        first.choose(mouse: true, configured: false)
        #expect(choices.isMouseOn(configured: false))
        #expect(choices.isMouseOn(configured: true))
        first.choose(mouse: false, configured: true)
        #expect(!choices.isMouseOn(configured: false))
        #expect(!choices.isMouseOn(configured: true))
    }

    @Test(arguments: [
        "", "mouse", "mouse = maybe\nmouse-configured = true\n", "mouse = false\n", "\u{0}\u{1B}[31m",
        "mouse = false\nmouse-configured = true\nsurprise\n", String(repeating: "#", count: 5000),
    ])
    func `a damaged file is as none, and is replaced by the next choice`(text: String) throws {
        try state.write("paydown/choices", text)
        #expect(choices.isMouseOn(configured: true))
        var next = choices
        next.choose(mouse: false, configured: true)
        #expect(!choices.isMouseOn(configured: true))
    }

    @Test func `nothing is left beside the file`() throws {
        var next = choices
        next.choose(mouse: false, configured: true)
        let names = try CommandRun("ls", ["-A", state.path + "/paydown"]).output
        #expect(names == "choices\n")
    }

    @Test func `where nothing can be kept the choice holds until the end`() {
        var next = RememberedChoices { $0 == "XDG_STATE_HOME" ? "/dev/null" : nil }
        next.choose(mouse: false, configured: true)
        #expect(!next.isMouseOn(configured: true))
        var homeless = RememberedChoices { _ in nil }
        homeless.choose(mouse: false, configured: true)
        #expect(!homeless.isMouseOn(configured: true))
    }
}
