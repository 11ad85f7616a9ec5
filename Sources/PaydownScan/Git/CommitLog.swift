import PaydownCore

/// Commits one after the other, each on top of the one before.
enum CommitLog {
    /// The chain of first parents that ends with a commit, oldest first.
    ///
    /// - Parameter excluded: commits that are left out with all that led to them.
    static func firstParents(
        of commit: String, without excluded: [String] = [], in folder: String
    ) throws(ScanError) -> [CommitEntry] {
        let output = try GitProcess.output(
            ["log", "--first-parent", "-z", "--no-show-signature", CommitEntry.format, commit]
                + excluded.map { "^" + $0 } + ["--"],
            in: folder)
        return output.split(separator: 0).compactMap { CommitEntry($0) }.reversed()
    }

    /// One commit.
    static func entry(_ commit: String, in folder: String) throws(ScanError) -> CommitEntry {
        let output = try GitProcess.output(
            ["log", "-1", "-z", "--no-show-signature", CommitEntry.format, commit, "--"], in: folder)
        guard let entry = output.split(separator: 0).first.flatMap({ CommitEntry($0) }) else {
            throw .unknownRevision(commit, folder: folder)
        }
        return entry
    }
}
