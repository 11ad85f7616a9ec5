import Dispatch
import Glibc
import PaydownScreen
import PaydownTestSupport
import Testing

@testable import PaydownTerminal

extension TerminalTests {
    @Suite struct EventLoopTests {
        private let opened: OpenedSession
        private let waker: JobWaker
        private let loop: EventLoop

        init() throws {
            opened = try OpenedSession()
            waker = try JobWaker()
            loop = EventLoop(session: opened.session, signals: try TerminalSignals(), waker: waker)
        }

        @Test func `a job that finishes on another thread wakes the wait`() {
            let waker = waker
            for _ in 0..<100 {
                DispatchQueue.global().async { waker.wake() }
                var ready = loop.wait()
                while !ready.hasFinishedJobs, !ready.signals.isEmpty { ready = loop.wait() }
                #expect(ready.hasFinishedJobs && ready.input.isEmpty && !ready.isDue)
            }
        }

        @Test func `many jobs that finish before the wait are one event`() {
            for _ in 0..<50 { waker.wake() }

            #expect(loop.wait().hasFinishedJobs)
            #expect(!loop.wait(until: .now).hasFinishedJobs)
        }

        @Test func `all keys that came are handed over together`() throws {
            opened.terminal.type("jjj\u{1B}[A")
            var input: [InputEvent] = []
            while input.count < 4 { input += loop.wait().input }

            #expect(input == ["j", "j", "j", "up"].compactMap { Key($0).map { InputEvent.key($0) } })
        }

        @Test func `an escape comes without a deadline of the caller's`() {
            opened.terminal.type("\u{1B}")

            // A child of another test that ends is a signal to the whole process, and no input.
            var ready = loop.wait()
            while ready.input.isEmpty, !ready.signals.isEmpty { ready = loop.wait() }

            #expect(ready.input == [.key(.escape)])
        }

        @Test func `the deadline ends the wait, not before it has come`() {
            let deadline = ContinuousClock.now + .milliseconds(30)

            // A child of another test that ends is a signal to the whole process, and no deadline.
            var ready = loop.wait(until: deadline)
            while !ready.isDue, !ready.signals.isEmpty { ready = loop.wait(until: deadline) }

            #expect(ready.isDue && ContinuousClock.now >= deadline)
            #expect(loop.wait(until: .now - .seconds(1)).isDue)
        }

        @Test func `a watched descriptor is reported while it is watched`() throws {
            var ends: [Int32] = [-1, -1]
            try #require(pipe(&ends) == 0)
            defer { for end in ends { close(end) } }
            loop.watch(ends[0])
            write(ends[1], "x", 1)
            #expect(loop.wait().descriptors == [ends[0]])

            loop.unwatch(ends[0])

            #expect(loop.wait(until: .now).descriptors.isEmpty)
        }
    }
}

@Suite struct TerminalErrorTests {
    @Test(arguments: [
        TerminalError.noTerminal(device: "/dev/tty", code: 6), .unnamed, .unknown(name: "x"), .cannotDraw(name: "dumb"),
        .alreadyOpen, .system(call: "signalfd", code: 24),
    ])
    func `every error says what to do, in lower case`(error: TerminalError) {
        let text = error.description
        #expect(text.contains(";") && !text.hasSuffix("."))
        #expect(text.first == "/" || text.first?.isLowercase == true || text.hasPrefix("TERM"))
    }
}
