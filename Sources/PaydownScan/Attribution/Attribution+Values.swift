import PaydownCore

extension Attribution {
    /// Which finding is asked about, between which snapshots.
    package struct Question: Sendable {
        enum Change: Sendable {
            case came
            case went
        }

        let change: Change
        /// The findings of the snapshot that has it, and its row in them.
        let findings: FindingTable
        let row: Int
        let since: Start
        let new: Revision?

        /// Where the search begins.
        enum Start: Sendable {
            case snapshot(Revision?)
            /// With the first commit that there is.
            case beginning
        }

        /// What made a finding of the new snapshot that the old one does not have.
        package init(new row: Int, in new: Snapshot, since old: Snapshot) {
            self.init(.came, new.findings, row, .snapshot(old.header.revision), new)
        }

        /// What made a finding of a snapshot, of all that led to its commit.
        package init(origin row: Int, in snapshot: Snapshot) {
            self.init(.came, snapshot.findings, row, .beginning, snapshot)
        }

        /// What ended a finding of the old snapshot that the new one does not have.
        package init(fixed row: Int, in old: Snapshot, by new: Snapshot) {
            self.init(.went, old.findings, row, .snapshot(old.header.revision), new)
        }

        private init(_ change: Change, _ findings: FindingTable, _ row: Int, _ since: Start, _ new: Snapshot) {
            self.change = change
            self.findings = findings
            self.row = row
            self.since = since
            self.new = new.header.revision
        }
    }

    /// The commit that did it.
    package struct Culprit: Equatable, Sendable {
        package var commit: CommitEntry
        /// The file's path there, from the repository's root; empty when more than one file decided.
        package var path: String
        /// Commits right before it in which the file could not be read or parsed: it may have been one of them.
        package var others: [CommitEntry] = []
        /// Whether the finding is known not to have come and gone once more after it.
        package var isExact = true

        /// Whether it brings two lines of work together and did it in doing so.
        package var isMerge: Bool { commit.parents.count > 1 }

        /// `Ada in abc123456, 2025-09-14: use the new client`, for sentences that begin with what was done.
        package var text: String {
            let merge = isMerge ? "merge " : ""
            let subject = commit.subject.isEmpty ? "" : ": " + commit.subject
            let doubt = others.isEmpty ? "" : " (or one of \(others.count) before it that cannot be parsed)"
            return "\(commit.author) in \(merge)\(commit.shortCommit), \(commit.committedAt.day.iso)\(subject)\(doubt)"
        }
    }

    package enum Answer: Equatable, Sendable {
        case commit(Culprit)
        case unknown(Reason)
    }

    /// Why nobody can be named.
    package enum Reason: Equatable, Sendable, CustomStringConvertible {
        case noRepository
        /// A snapshot was not taken of a commit.
        case noCommit
        /// The rule is not there any more.
        case noRule(String)
        case missingCommit(String, isShallow: Bool)
        case sameCommit
        /// It is not in the commit that the snapshot names: the work tree was another one.
        case uncommitted
        /// It was so in the commit where the two lines of work parted, or in the first one that is here.
        case before(String)
        /// The clone does not reach back to where it came.
        case beforeShallow
        /// What the snapshot tells is not what its commit has: other rules, most likely.
        case notReproduced
        case failed(String)
        /// Something else is wanted meanwhile.
        case interrupted

        package var description: String {
            switch self {
            case .noRepository: "the project is in no git repository"
            case .noCommit: "a snapshot names no commit"
            case .noRule(let rule): "there is no rule '\(rule)' any more"
            case .missingCommit(let commit, isShallow: true):
                "commit \(commit.prefix(9)) is not in this shallow clone; 'git fetch --unshallow' brings it"
            case .missingCommit(let commit, isShallow: false):
                "commit \(commit.prefix(9)) is not in this repository; 'git fetch --all' may bring it"
            case .sameCommit: "both snapshots are of the same commit: the work tree was changed"
            case .uncommitted: "not committed yet when the snapshot was taken"
            case .before(let commit): "it was so before commit \(commit.prefix(9)) already"
            case .beforeShallow:
                "it was there where this shallow clone begins; 'git fetch --unshallow' brings what was before"
            case .notReproduced: "its commit does not have it by today's rules"
            case .failed(let reason): reason
            case .interrupted: "interrupted"
            }
        }
    }
}
