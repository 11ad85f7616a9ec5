/// Whether the project behind the snapshots can be scanned from here, and the scan that runs.
package struct ScanState: Equatable, Sendable {
    /// How much is scanned.
    package enum Scope: Int, Comparable, Sendable {
        /// Files that changed since the last scan; what is known of the others holds.
        case changed
        case all

        package static func < (left: Scope, right: Scope) -> Bool { left.rawValue < right.rawValue }
    }

    /// A scan under way: one at a time, and at most one more behind it.
    package struct Running: Equatable, Sendable {
        package var scope: Scope
        /// What was asked for meanwhile; the running scan may have read those files already.
        package var next: Scope?
        /// Files scanned, of those there are; 0 of 0 before they are known.
        package var done = 0
        package var total = 0
        /// How often the sign of work has turned.
        package var turns = 0

        package init(_ scope: Scope) {
            self.scope = scope
        }
    }

    /// How many of a session's scans one can step back to; earlier ones are where `paydown scan` keeps them.
    package static let mostKept = 100

    /// Why nothing can be scanned, for people; nil when it can.
    package var obstacle: String? = "these are stored snapshots: paydown scan makes a new one"
    /// Whether a project is still being looked for; what is asked for meanwhile waits for the answer.
    package var isLookedFor = false
    /// What waits for that.
    package var wanted: Scope?
    package var running: Running?

    package init() {}
}

/// What a scan brought.
package struct ScanNews: Equatable, Sendable {
    package var snapshot: LoadedSnapshot
    /// Where it is kept, or what it is called.
    package var name: String
    /// Since the snapshot that was shown when the scan began; nil when there was none to compare with.
    package var fixed: Int?
    package var new: Int?
    /// Whether that was made by other rules: then counts do not compare.
    package var haveRulesChanged = false
    /// What went wrong beside the scan, a sentence each.
    package var notes: [String]

    package init(
        _ snapshot: LoadedSnapshot, name: String, since comparison: Comparison? = nil, notes: [String] = []
    ) {
        self.snapshot = snapshot
        self.name = name
        fixed = comparison?.fixed.count
        new = comparison.map { $0.isNew.count { $0 } }
        haveRulesChanged = comparison?.rulesChanged ?? false
        self.notes = notes
    }

    /// `scanned 980 files: 2 fixed, 1 new`.
    package var sentence: String {
        let files = CountText.counted(snapshot.header.coverage.files, "file")
        guard let fixed, let new else {
            return "scanned \(files): \(CountText.counted(snapshot.findings.count, "finding"))"
        }
        var parts: [String] = []
        if fixed > 0 { parts.append("\(CountText.number(fixed)) fixed") }
        if new > 0 { parts.append("\(CountText.number(new)) new") }
        let change = parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")
        return "scanned \(files): " + change + (haveRulesChanged ? "; the rules have changed" : "")
    }
}
