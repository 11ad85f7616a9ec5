import PaydownCore

/// A commit as `git log` tells it.
package struct CommitEntry: Equatable, Sendable {
    package var commit: String
    /// The first one is what the commit was made on; the others were merged into it.
    package var parents: [String]
    /// The name of the commit's files as a whole.
    package var tree: String
    package var committedAt: Timestamp
    package var author: String
    package var subject: String

    /// `abc123456 Ada, 2025-09-14: use the new client`, as sentences name a commit.
    package var shortCommit: String { String(commit.prefix(9)) }

    func revision(branch: String) -> Revision {
        Revision(commit: commit, branch: branch, author: author, committedAt: committedAt, subject: subject)
    }
}

extension CommitEntry {
    /// What `git log` is asked to print, fields by lines, for `init(_:)`.
    static let format = "--format=%H%n%P%n%T%n%cI%n%an%n%s"

    /// Nil when it is none.
    init?(_ record: some Collection<UInt8>) {
        let lines = record.split(separator: 0x0A, maxSplits: 5, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard lines.count == 6, let moment = Timestamp(lines[3]) else { return nil }
        commit = lines[0]
        parents = lines[1].split(separator: " ").map(String.init)
        tree = lines[2]
        committedAt = moment
        author = lines[4]
        subject = String(lines[5].prefix { $0 != "\n" })
    }
}
