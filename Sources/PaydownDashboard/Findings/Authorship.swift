import PaydownCore

/// Who made a finding come, or go, as the repository of its project tells.
package enum Authorship {
    /// Which finding is asked about.
    package struct Question: Hashable, Sendable {
        /// The snapshot that has the finding, and the finding's row there.
        package let snapshot: SnapshotID
        package let row: Int
        /// The snapshot that has it no more; nil when it is asked how it came.
        package let fixedBy: SnapshotID?
        /// A file that is read again may have another finding in that row.
        package let finding: FindingIdentity

        package init(snapshot: SnapshotID, row: Int, fixedBy: SnapshotID? = nil, finding: FindingIdentity) {
            self.snapshot = snapshot
            self.row = row
            self.fixedBy = fixedBy
            self.finding = finding
        }
    }

    /// The commit that did it.
    package struct Commit: Equatable, Sendable {
        package var name: String
        package var author: String
        package var day: Day
        package var subject: String
        /// Whether it brings two lines of work together and did it in doing so.
        package var isMerge: Bool
        /// So many commits right before it cannot be parsed: it may have been one of them.
        package var doubts: Int

        package init(
            name: String, author: String, day: Day, subject: String, isMerge: Bool = false, doubts: Int = 0
        ) {
            self.name = name
            self.author = author
            self.day = day
            self.subject = subject
            self.isMerge = isMerge
            self.doubts = doubts
        }
    }

    package enum Answer: Equatable, Sendable {
        case commit(Commit)
        /// Why nobody can be named, for people.
        case unknown(String)
    }

    /// So many answers are remembered; a person asks about fewer.
    static let limit = 5000
}

extension Model {
    /// What would be asked about the selected finding; nil without one, or without a project that could be asked.
    package var authorQuestion: Authorship.Question? {
        guard isRepositoryKnown, isListScreen, let listing = checkState.tree.listing,
            let index = checkState.tree.selectedIndex
        else { return nil }
        let finding = FindingIdentity(listing.finding(index))
        let row = listing.rows[index]
        guard row < 0 else {
            return Authorship.Question(snapshot: listing.current.id, row: Int(row), finding: finding)
        }
        guard let baseline = listing.baseline else { return nil }
        return Authorship.Question(
            snapshot: baseline.id, row: Int(~row), fixedBy: listing.current.id, finding: finding)
    }

    /// Asks who did it when the cursor has rested, while the reasons beside the list are shown.
    mutating func settleAuthor() -> [Effect] {
        guard isPreviewShown, sizeClass > .narrow, let question = atRest.authorQuestion else { return [] }
        guard authors[question] == nil, pending.author != question else { return [] }
        pending.author = question
        return [.attribute(question)]
    }

    mutating func take(_ answer: Authorship.Answer, to question: Authorship.Question) {
        if pending.author == question { pending.author = nil }
        if authors.count >= Authorship.limit { authors = [:] }
        authors[question] = answer
    }
}
