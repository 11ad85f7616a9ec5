import PaydownCore

/// A commit of the past as a history keeps it.
package struct BackfilledCommit: Sendable {
    package var outcome: ScanOutcome
    /// The commit before it on the chain among those that were chosen; nil for the first.
    package var parent: String?
    /// Which files have another name than at the parent, and which there are now.
    package var files: FileMap

    package var snapshot: Snapshot { outcome.snapshot }
}
