import Glibc
import PaydownScreen
import PaydownTerminal
import PaydownTestSupport
import Testing

extension TerminalTests {
    @Suite struct SessionTests {
        @Test func `opening makes the line raw and sends nothing, closing undoes it`() throws {
            let opened = try OpenedSession()
            let terminal = opened.terminal
            #expect(!terminal.isCooked && opened.session.bytesWritten == 0)
            opened.show(ProbeFrame.list(size: opened.session.size, selected: 1))
            #expect(terminal.emulator.isAlternateScreen && terminal.hasWritten("\u{1B}[?2004h"))

            opened.session.close()
            opened.settle()

            #expect(terminal.isCooked)
            #expect(!terminal.emulator.isAlternateScreen && terminal.emulator.isCursorVisible)
            #expect(terminal.hasWritten("\u{1B}[?2004l"))
        }

        @Test func `closing before the first frame writes nothing`() throws {
            let opened = try OpenedSession()

            opened.session.close()

            #expect(opened.session.bytesWritten == 0 && opened.terminal.isCooked)
        }

        @Test func `closing happens by itself at the end of the session's life, and twice is once`() throws {
            let terminal = try PseudoTerminal()
            do {
                let session = try TerminalSession.open(environment: ["TERM": "xterm"], device: terminal.devicePath)
                session.show(Buffer(size: session.size), ProbeFrame.theme)
                session.close()
                let written = session.bytesWritten
                session.close()
                session.show(Buffer(size: session.size), ProbeFrame.theme)
                #expect(session.bytesWritten == written)
            }
            do {
                let session = try TerminalSession.open(environment: ["TERM": "xterm"], device: terminal.devicePath)
                session.show(Buffer(size: session.size), ProbeFrame.theme)
            }
            #expect(terminal.isCooked)
        }

        @Test func `keys typed before opening are kept`() throws {
            let terminal = try PseudoTerminal()
            terminal.type("1j\r/abc")

            let session = try TerminalSession.open(
                environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"], device: terminal.devicePath)

            var events: [InputEvent] = []
            try terminal.wait(for: "seven keys") {
                events += session.readEvents()
                return events.count >= 7
            }
            #expect(
                events
                    == ["1", "j", "enter", "/", "a", "b", "c"].compactMap { Key($0).map { InputEvent.key($0) } })
        }

        @Test func `the mouse is reported while it is switched on`() throws {
            let opened = try OpenedSession()
            opened.session.setMouse(true)
            opened.show(Buffer(size: opened.session.size))
            #expect(opened.terminal.emulator.hasMouse)
            #expect(opened.terminal.hasWritten("\u{1B}[?1006h"))
            #expect(
                try opened.type("\u{1B}[<0;3;4M\u{1B}[<0;3;4m", expecting: 2)
                    == [
                        .mouse(MouseEvent(.press, at: Point(x: 2, y: 3))),
                        .mouse(MouseEvent(.release, at: Point(x: 2, y: 3))),
                    ])

            opened.session.setMouse(false)
            opened.settle()
            #expect(!opened.terminal.emulator.hasMouse)

            opened.session.setMouse(true)
            opened.session.close()
            opened.settle()
            #expect(!opened.terminal.emulator.hasMouse)
        }

        @Test func `a lone escape comes after its delay, without another key`() throws {
            let opened = try OpenedSession()

            #expect(try opened.type("\u{1B}", expecting: 1) == [.key(.escape)])
            #expect(opened.session.inputDeadline == nil)
        }

        @Test func `a resize is seen when it is asked for, and the new frame is whole`() throws {
            let opened = try OpenedSession(size: Size(width: 80, height: 24))
            opened.show(ProbeFrame.noise(size: opened.session.size, seed: 1))
            var random = SeededRandom(seed: 11)

            for round in 0..<25 {
                let size = Size(
                    width: Int.random(in: 1...140, using: &random), height: Int.random(in: 1...50, using: &random))
                opened.terminal.resize(to: size)
                #expect(opened.session.updateSize() || round == 0)
                #expect(opened.session.size == size)
                let frame = ProbeFrame.noise(size: size, seed: UInt64(round))
                opened.show(frame)
                #expect(opened.difference(from: frame) { ProbeFrame.theme.style($0.ink) } == nil)
            }
            #expect(!opened.session.updateSize())
        }

        @Test func `left and entered again the terminal shows the same frame`() throws {
            let opened = try OpenedSession()
            opened.session.setMouse(true)
            let frame = ProbeFrame.noise(size: opened.session.size, seed: 4)
            opened.show(frame)

            opened.session.leave()
            opened.settle()
            #expect(opened.terminal.isCooked)
            #expect(!opened.terminal.emulator.isAlternateScreen && !opened.terminal.emulator.hasMouse)
            opened.terminal.emulator.feed(Array("\u{1B}[2Jan editor was here".utf8))

            #expect(!opened.session.reenter())
            opened.settle()
            #expect(!opened.terminal.isCooked && opened.terminal.emulator.isAlternateScreen)
            #expect(opened.terminal.emulator.hasMouse && !opened.terminal.emulator.isCursorVisible)
            #expect(opened.difference(from: frame) { ProbeFrame.theme.style($0.ink) } == nil)
        }

        @Test func `while it is left nothing is shown, and a new size is told on entering`() throws {
            let opened = try OpenedSession()
            opened.show(ProbeFrame.noise(size: opened.session.size, seed: 4))
            opened.session.leave()
            opened.settle()
            #expect(opened.show(ProbeFrame.noise(size: opened.session.size, seed: 5)) == 0)
            opened.terminal.resize(to: Size(width: 50, height: 20))

            #expect(opened.session.reenter())

            let frame = ProbeFrame.noise(size: Size(width: 50, height: 20), seed: 6)
            opened.show(frame)
            #expect(opened.difference(from: frame) { ProbeFrame.theme.style($0.ink) } == nil)
        }
    }
}
