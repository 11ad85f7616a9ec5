import PaydownScreen
import PaydownTestSupport
import Testing

@testable import PaydownTerminal

/// What a terminal answers is understood, whenever it comes, and is never taken for keys.
@Suite struct TerminalReplyTests {
    private func replies(_ text: String) -> [TerminalReply] {
        var parser = InputParser()
        var events: [InputEvent] = []
        parser.feed(Array(text.utf8), into: &events)
        #expect(events.isEmpty)
        return parser.takeReplies()
    }

    @Test(arguments: [
        ("rgb:1515/1818/1d1d", true), ("rgb:fb/fa/f8", false), ("rgb:f/f/f", false), ("rgba:0000/0000/0000/ffff", true),
        ("rgb:ffff/ffff/0000", false), ("rgb:0000/0000/ffff", true),
    ])
    func `the ground's colour tells dark from light, in every form`(answer: String, isDark: Bool) {
        for end in ["\u{7}", "\u{1B}\\"] {
            #expect(replies("\u{1B}]11;\(answer)\(end)").map(\.isDark) == [isDark])
        }
    }

    @Test func `colours are shares of the most that their digits can say`() {
        #expect(replies("\u{1B}]11;rgb:ff/0/8000\u{7}") == [.background(red: 1, green: 0, blue: 32768.0 / 65535)])
    }

    @Test(arguments: [
        "\u{1B}]11;?\u{7}", "\u{1B}]11;rgb:12345/0/0\u{7}", "\u{1B}]11;rgb:0/0\u{7}", "\u{1B}]11;rgb:x/0/0\u{7}",
        "\u{1B}]11;rgb:-1/0/0\u{7}", "\u{1B}]11;cmyk:1/1/1/1\u{7}", "\u{1B}]11;\u{7}", "\u{1B}]10;rgb:0/0/0\u{7}",
        "\u{1B}[?997;3n", "\u{1B}[?996;1n", "\u{1B}[?2026$y", "\u{1B}[?2026;2y", "\u{1B}[0n",
    ])
    func `what is no answer of ours says nothing`(text: String) {
        #expect(replies(text) == [])
    }

    @Test func `a report of dark or light is understood`() {
        #expect(replies("\u{1B}[?997;1n\u{1B}[?997;2n") == [.prefersDark(true), .prefersDark(false)])
    }

    @Test(arguments: [(0, false), (1, true), (2, true), (3, true), (4, false)])
    func `a mode is known when it can be set`(answer: Int, canBeSet: Bool) {
        #expect(replies("\u{1B}[?2026;\(answer)$y") == [.mode(2026, canBeSet: canBeSet)])
    }

    @Test func `an answer that is cut anywhere is waited for and is no key`() {
        let answer = Array("\u{1B}]11;rgb:1515/1818/1d1d\u{1B}\\".utf8)
        for cut in 3..<answer.count {
            var parser = InputParser()
            var events: [InputEvent] = []
            parser.feed(answer[..<cut], into: &events)
            #expect(parser.waiting == .answer, "\(cut)")
            parser.feed(answer[cut...], into: &events)
            #expect(events.isEmpty && parser.takeReplies().count == 1, "\(cut)")
        }
    }
}

extension TerminalTests {
    /// The questions of a session.
    @Suite struct QuestionTests {
        @Test func `frames are marked when the terminal says that it knows that, and not before`() throws {
            let opened = try OpenedSession()
            opened.session.askForSynchronizedOutput()
            opened.show(ProbeFrame.list(size: opened.session.size, selected: 1))
            #expect(opened.terminal.hasWritten("\u{1B}[?2026$p"))
            #expect(!opened.terminal.hasWritten("\u{1B}[?2026h"))

            try answer("\u{1B}[?2026;2$y", opened)
            opened.show(ProbeFrame.list(size: opened.session.size, selected: 2))

            #expect(opened.terminal.hasWritten("\u{1B}[?2026h"))
        }

        @Test(arguments: ["\u{1B}[?2026;0$y", "\u{1B}[?2026;4$y"])
        func `a terminal that cannot gets no marks`(text: String) throws {
            let opened = try OpenedSession()
            opened.session.askForSynchronizedOutput()
            opened.show(ProbeFrame.list(size: opened.session.size, selected: 1))

            try answer(text, opened)
            opened.show(ProbeFrame.list(size: opened.session.size, selected: 2))

            #expect(!opened.terminal.hasWritten("\u{1B}[?2026h"))
        }

        @Test(arguments: [
            ("xterm-256color", ["TMUX": "/tmp/tmux-0/default,1,0"]), ("screen-256color", [:]),
            ("tmux-256color", [:]), ("xterm-256color", ["STY": "1.pts-0.host"]), ("linux", [:]), ("vt100", [:]),
            ("xterm-256color", ["LANG": "C"]),
        ])
        func `where the answer lies or the question harms it is not asked`(
            term: String, variables: [String: String]
        ) throws {
            let opened = try OpenedSession(term: term, variables)

            opened.session.askForSynchronizedOutput()

            #expect(opened.session.bytesWritten == 0)
        }

        @Test func `colours are asked for, reported, and no longer reported when the terminal is left`() throws {
            let opened = try OpenedSession()
            #expect(opened.session.askForColors())
            opened.show(ProbeFrame.list(size: opened.session.size, selected: 1))
            #expect(opened.terminal.hasWritten("\u{1B}]11;?") && opened.terminal.hasWritten("\u{1B}[?2031h"))

            opened.terminal.type("\u{1B}]11;rgb:ffff/ffff/ffff\u{7}j")
            var replies: [TerminalReply] = []
            var events: [InputEvent] = []
            try opened.terminal.wait(for: "an answer and a key") {
                events += opened.session.readEvents()
                replies += opened.session.takeReplies()
                return !events.isEmpty
            }
            #expect(replies.map(\.isDark) == [false])
            #expect(events == [.key(.character("j"))])

            opened.session.close()
            opened.settle()
            #expect(opened.terminal.hasWritten("\u{1B}[?2031l"))
        }

        @Test func `an answer wakes the loop`() throws {
            let opened = try OpenedSession()
            let loop = EventLoop(session: opened.session, signals: try TerminalSignals(), waker: try JobWaker())
            opened.terminal.type("\u{1B}[?997;1n")

            #expect(loop.wait().replies == [.prefersDark(true)])
        }

        /// Types an answer and waits until it has been taken.
        private func answer(_ text: String, _ opened: OpenedSession) throws {
            // The key behind it says when.
            _ = try opened.type(text + "j", expecting: 1)
            #expect(opened.session.takeReplies() == [])
        }
    }

    /// What is under way when the terminal is given back.
    @Suite struct LeftoverTests {
        @Test(arguments: ["\u{1B}[<0;3;4m", "\u{1B}[<65;3;4M\u{1B}[<65;3;4M"])
        func `reports that come too late do not reach the shell`(late: String) throws {
            let opened = try OpenedSession()
            opened.session.setMouse(true)
            opened.show(ProbeFrame.list(size: opened.session.size, selected: 1))
            _ = try opened.type("\u{1B}[<0;3;4M", expecting: 1)
            try typeUnread(late, opened)

            opened.session.close()

            #expect(try opened.terminal.unread() == "")
        }

        @Test func `an answer that comes too late does not reach the shell`() throws {
            let opened = try OpenedSession()
            _ = opened.session.askForColors()
            opened.show(ProbeFrame.list(size: opened.session.size, selected: 1))
            try typeUnread("\u{1B}]11;rgb:ffff/ffff/ffff\u{7}", opened)

            opened.session.close()

            #expect(try opened.terminal.unread() == "")
        }

        @Test func `what was typed for the shell stays`() throws {
            let opened = try OpenedSession()
            opened.session.setMouse(true)
            opened.show(ProbeFrame.list(size: opened.session.size, selected: 1))
            try typeUnread("ls", opened)

            opened.session.close()

            #expect(try opened.terminal.unread() == "ls")
        }

        /// Types, and waits until it can be read, without reading it.
        private func typeUnread(_ text: String, _ opened: OpenedSession) throws {
            opened.terminal.type(text)
            try opened.terminal.wait(for: "input") { opened.terminal.hasInput(for: opened.session.inputDescriptor) }
        }
    }
}
