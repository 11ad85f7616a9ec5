import PaydownCore
import PaydownRules

/// What a scan came to.
package struct ScanOutcome: Equatable, Sendable {
    package var snapshot: Snapshot
    package var warnings: [RuleWarning]
    package var suppressed: [SuppressedFindings]
    /// How many files were read and scanned, rather than known from an earlier scan.
    package var freshFiles: Int
    /// What went wrong beside the scan, in a sentence each; the snapshot is whole all the same.
    package var notes: [String]
}
