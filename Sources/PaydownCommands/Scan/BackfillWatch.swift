import PaydownScan
import Synchronization

/// Looks after a backfill: its progress with an estimate, drawn and stopped by a `WorkWatch`.
struct BackfillWatch: Sendable {
    /// When the files were done, from where the commits are timed.
    private final class Turn: Sendable {
        let elapsed = Mutex<Duration?>(nil)
    }

    let progress: BackfillProgress
    private let watch: WorkWatch

    /// To be made before there are other threads, as a `WorkWatch` is.
    init(isDrawing: Bool) {
        let progress = BackfillProgress()
        let turn = Turn()
        self.progress = progress
        watch = WorkWatch(isDrawing: isDrawing, cancel: { progress.cancel() }) { elapsed in
            let state = progress.state
            guard state.scannedBlobs == state.blobs else { return BackfillText.progress(state, after: elapsed) }
            let start = turn.elapsed.withLock { start in
                start = start ?? elapsed
                return start ?? elapsed
            }
            return BackfillText.progress(state, after: elapsed - start)
        }
    }

    func stopDrawing() {
        watch.stopDrawing()
    }

    func endIfAsked() {
        watch.endIfAsked()
    }
}
