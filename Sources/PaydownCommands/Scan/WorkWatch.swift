import Dispatch
import Glibc
import PaydownTerminal
import Synchronization

/// Looks after long work from outside: draws how far it is, and takes the signals that ask for its end.
///
/// Signals wait to be taken instead of ending the process, so that a file that is being written becomes whole or
/// is not there at all.
final class WorkWatch: Sendable {
    private let cancel: @Sendable () -> Void
    private let text: @Sendable (Duration) -> String?
    private let signal = Atomic<Int32>(0)
    private let drawing: Mutex<ProgressLine?>
    private static let asked = [SIGINT, SIGTERM, SIGHUP]

    /// To be made before there are other threads: an older one would still take the signals.
    ///
    /// - Parameters:
    ///   - cancel: asks the work to come to its end.
    ///   - text: how far it is, of the time since the beginning; nil for nothing to say yet.
    init(
        isDrawing: Bool, cancel: @escaping @Sendable () -> Void, text: @escaping @Sendable (Duration) -> String?
    ) {
        self.cancel = cancel
        self.text = text
        drawing = Mutex(isDrawing ? ProgressLine() : nil)
        // Git may end before it has read what it is given.
        Glibc.signal(SIGPIPE, SIG_IGN)
        var set = Self.set
        pthread_sigmask(SIG_BLOCK, &set, nil)
        DispatchQueue(label: "paydown.watch", qos: .userInitiated).async { [self] in watch() }
    }

    /// Takes the line away; from here on nothing is drawn.
    func stopDrawing() {
        drawing.withLock { line in
            line?.clear()
            line = nil
        }
    }

    /// Ends the process when a signal asked for it.
    func endIfAsked() {
        let number = signal.load(ordering: .acquiring)
        if number != 0 { TerminalSignals.die(by: number) }
    }

    private func watch() {
        var set = Self.set
        while true {
            var tick = timespec(tv_sec: 0, tv_nsec: 100_000_000)
            let number = sigtimedwait(&set, nil, &tick)
            if number > 0 {
                signal.store(number, ordering: .releasing)
                cancel()
            } else {
                drawing.withLock { $0?.draw(text) }
            }
        }
    }

    private static var set: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for number in asked { sigaddset(&set, number) }
        return set
    }
}
