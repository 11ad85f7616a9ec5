/// A scan from beginning to end: list, read, apply the rules, put the snapshot together.
package enum Scan {
    /// Scans what the request names.
    ///
    /// The same tree, rules and moment give the same snapshot, byte for byte, however many threads there are and
    /// whatever an earlier scan has left behind.
    package static func run(
        _ request: ScanRequest, progress: ScanProgress = ScanProgress()
    ) throws(ScanError) -> ScanOutcome {
        switch request.source {
        case .workTree: try WorkTreeScan(request, progress).run()
        case .commit(let name): try CommitScan(request, progress, name: name).run()
        }
    }
}
