/// The commit that a snapshot shows; every part may be unknown (empty).
package struct Revision: Equatable, Sendable {
    package var commit: String
    package var branch: String
    package var author: String
    package var committedAt: Timestamp?
    package var subject: String
    /// Whether the work tree differed from the commit.
    package var isDirty: Bool

    package init(
        commit: String = "", branch: String = "", author: String = "", committedAt: Timestamp? = nil,
        subject: String = "", isDirty: Bool = false
    ) {
        self.commit = commit
        self.branch = branch
        self.author = author
        self.committedAt = committedAt
        self.subject = subject
        self.isDirty = isDirty
    }

    /// The first nine digits, as people quote it.
    package var shortCommit: String { String(commit.prefix(9)) }
}
