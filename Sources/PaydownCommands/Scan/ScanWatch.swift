import PaydownScan

/// Looks after a scan: its progress, drawn and stopped by a `WorkWatch`.
struct ScanWatch: Sendable {
    let progress: ScanProgress
    private let watch: WorkWatch

    /// To be made before there are other threads, as a `WorkWatch` is.
    init(isDrawing: Bool) {
        let progress = ScanProgress()
        self.progress = progress
        watch = WorkWatch(isDrawing: isDrawing, cancel: { progress.cancel() }) { elapsed in
            progress.state.map { ProgressLine.text($0, after: elapsed, columns: ProgressLine.columns) }
        }
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
