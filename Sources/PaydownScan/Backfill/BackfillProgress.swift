import Synchronization

/// How far a backfill is, for those who watch it, and whether it is to stop.
package final class BackfillProgress: Sendable {
    package struct State: Equatable, Sendable {
        /// Blobs that no earlier run has scanned, and how many of them are done.
        package var blobs = 0
        package var scannedBlobs = 0
        package var bytes = 0
        /// Commits that are not in the history yet, and how many of them are done.
        package var commits = 0
        package var keptCommits = 0
    }

    private let current = Mutex(State())
    private let cancelled = Atomic(false)

    package init() {}

    /// Stops it soon, at a place from which the next run goes on.
    package func cancel() {
        cancelled.store(true, ordering: .relaxed)
    }

    package var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

    package var state: State { current.withLock { $0 } }

    func begin(blobs: Int, commits: Int) {
        current.withLock { $0 = State(blobs: blobs, commits: commits) }
    }

    func scanned(blobs: Int, bytes: Int) {
        current.withLock {
            $0.scannedBlobs += blobs
            $0.bytes += bytes
        }
    }

    func kept() {
        current.withLock { $0.keptCommits += 1 }
    }
}
