import PaydownCore

/// What Git knows of a project's files between two moments, for the matching of their findings.
package enum GitFileMap {
    /// Between two commits.
    ///
    /// - Parameters:
    ///   - old: a commit by any name that Git knows, as `new` is.
    ///   - root: the project's folder, to which paths are relative.
    package static func between(_ old: String, _ new: String, root: String) throws(ScanError) -> FileMap {
        let renames = try GitRenames.between(old, new: new, root: root)
        let commit = try GitRevisions(folder: root).commit(new)
        let listing = try GitProcess.output(["ls-tree", "-r", "-z", "--name-only", commit], in: root)
        return FileMap(renames: renames, existing: Set(listing.split(separator: 0).map { PathText.shown($0) }))
    }

    /// From a commit to the files that are there now. Git does not look among those that it does not know yet.
    package static func sinceCommit(_ old: String, root: String) throws(ScanError) -> FileMap {
        let commit = try GitRevisions(folder: root).commit(old)
        let output = try GitProcess.output(
            [
                "diff", "--name-status", "-z", "--find-renames", "--diff-filter=R", "--relative", "--no-ext-diff",
                "--no-textconv", "--ignore-submodules", commit, "--",
            ], in: root)
        // `R087`, the old path, the new path.
        let parts = output.split(separator: 0).map { PathText.shown($0) }
        var renames: [String: String] = [:]
        for start in stride(from: 0, to: parts.count - 2, by: 3) { renames[parts[start + 1]] = parts[start + 2] }
        return FileMap(renames: renames)
    }
}
