import PaydownCore

/// Which part of the past is wanted.
package struct BackfillRequest: Sendable {
    /// Rules and all else that a scan of a commit wants; today's, for every commit. Its source and moment do not count.
    package var scan: ScanRequest
    /// The commit, branch or tag whose chain of first parents is read.
    package var branch: String
    /// Commits before that are left out; nil for all there are.
    package var since: Timestamp?
    package var pace: BackfillPace
    /// Where contributions of blobs are kept for the next run; nil for nowhere.
    package var blobFile: String?

    package init(
        scan: ScanRequest, branch: String = "HEAD", since: Timestamp? = nil, pace: BackfillPace = .day,
        blobFile: String? = nil
    ) {
        self.scan = scan
        self.branch = branch
        self.since = since
        self.pace = pace
        self.blobFile = blobFile
    }
}
