import PaydownCore

/// What Git knows of a project's files between two moments, for the matching of their findings.
package enum GitFileMap {
    /// Pairs of files are compared up to this many times its square; what has the same content is found without.
    private static let renameLimit = 500

    /// Between two commits.
    ///
    /// - Parameters:
    ///   - old: a commit by any name that Git knows, as `new` is.
    ///   - root: the project's folder, to which paths are relative.
    package static func between(_ old: String, _ new: String, root: String) throws(ScanError) -> FileMap {
        let revisions = GitRevisions(folder: root)
        let (old, new) = (try revisions.commit(old), try revisions.commit(new))
        let listing = try GitProcess.output(["ls-tree", "-r", "-z", "--name-only", new], in: root)
        return FileMap(
            renames: try renames([old, new], root: root),
            existing: Set(listing.split(separator: 0).map { PathText.shown($0) }))
    }

    /// From a commit to the files that are there now. Git does not look among those that it does not know yet.
    package static func sinceCommit(_ old: String, root: String) throws(ScanError) -> FileMap {
        FileMap(renames: try renames([GitRevisions(folder: root).commit(old)], root: root))
    }

    private static func renames(_ commits: [String], root: String) throws(ScanError) -> [String: String] {
        let arguments = [
            "diff", "--name-status", "-z", "--find-renames", "-l\(renameLimit)", "--diff-filter=R", "--relative",
            "--no-ext-diff", "--no-textconv", "--ignore-submodules",
        ]
        let output = try GitProcess.output(arguments + commits + ["--"], in: root)
        // `R087`, the old path, the new path.
        let parts = output.split(separator: 0).map { PathText.shown($0) }
        var renames: [String: String] = [:]
        for start in stride(from: 0, to: parts.count - 2, by: 3) { renames[parts[start + 1]] = parts[start + 2] }
        return renames
    }
}
