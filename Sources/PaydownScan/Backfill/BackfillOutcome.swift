/// What a backfill came to.
package struct BackfillOutcome: Equatable, Sendable {
    /// Commits of the chain in the span of time, and those of them that the pace chose.
    package var chain = 0
    package var chosen = 0
    /// Chosen ones that the history had already, and those that it got now.
    package var known = 0
    package var kept = 0
    /// Chosen ones that have no such project, or whose files are not all told.
    package var skipped = 0
    /// Distinct blobs that were read and scanned now, and those that an earlier run has scanned.
    package var scannedBlobs = 0
    package var knownBlobs = 0
    package var scannedBytes = 0
    /// Distinct blobs that the repository does not have.
    package var missingBlobs = 0
    /// Whether it was told to stop.
    package var isInterrupted = false
    /// What a person should know, a sentence each.
    package var notes: [String] = []
}
