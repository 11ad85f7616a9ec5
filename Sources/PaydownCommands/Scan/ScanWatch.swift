import Dispatch
import Glibc
import PaydownScan
import PaydownTerminal
import Synchronization

/// Looks after a scan from outside: draws how far it is, and takes the signals that ask for its end.
///
/// Signals wait to be taken instead of ending the process, so that a file that is being written becomes whole or
/// is not there at all.
final class ScanWatch: Sendable {
    let progress = ScanProgress()
    private let signal = Atomic<Int32>(0)
    private let drawing: Mutex<ProgressLine?>
    private static let asked = [SIGINT, SIGTERM, SIGHUP]

    /// To be made before there are other threads: an older one would still take the signals.
    init(isDrawing: Bool) {
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
                progress.cancel()
            } else {
                drawing.withLock { $0?.draw(progress) }
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
