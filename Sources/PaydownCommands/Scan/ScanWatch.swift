import PaydownScan
import Synchronization

/// Looks after a scan: its progress, drawn and stopped by a `WorkWatch`.
struct ScanWatch: Sendable {
    let progress: ScanProgress
    private let watch: WorkWatch
    /// Of how many findings it was asked already who made them.
    private let asked: Asked

    private final class Asked: Sendable {
        let state = Mutex<(done: Int, total: Int)?>(nil)
    }

    /// To be made before there are other threads, as a `WorkWatch` is.
    init(isDrawing: Bool) {
        let progress = ScanProgress()
        let asked = Asked()
        self.progress = progress
        self.asked = asked
        watch = WorkWatch(isDrawing: isDrawing, cancel: { progress.cancel() }) { elapsed in
            if let (done, total) = asked.state.withLock({ $0 }) {
                return "\(ProgressLine.bar(done, of: total)) who did it: \(done) of \(total) findings"
            }
            return progress.state.map { ProgressLine.text($0, after: elapsed, columns: ProgressLine.columns) }
        }
    }

    /// From here on it is said how many findings were asked about.
    func asking(_ done: Int, of total: Int) {
        asked.state.withLock { $0 = (done, total) }
    }

    /// Takes the line away; from here on nothing is drawn.
    func stopDrawing() {
        watch.stopDrawing()
    }

    /// Ends the process when a signal asked for it.
    func endIfAsked() {
        watch.endIfAsked()
    }
}
