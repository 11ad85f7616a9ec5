import PaydownCore

/// What Git says about commits and about the work tree.
struct GitRevisions {
    /// Any folder of the repository.
    let folder: String

    /// The commit that a name means.
    func commit(_ name: String) throws(ScanError) -> String {
        // Git would take it for an option.
        guard !name.hasPrefix("-"), !name.isEmpty else { throw .unknownRevision(name, folder: folder) }
        do throws(ScanError) {
            return try line(["rev-parse", "--verify", "--quiet", name + "^{commit}"])
        } catch .git {
            if try LocalObjects.isShallow(folder) { throw .unknownInShallowClone(name, folder: folder) }
            throw .unknownRevision(name, folder: folder)
        }
    }

    /// The revision of a commit, with the branch that its name stands for, or that is checked out there.
    func revision(ofCommit commit: String, named name: String) throws(ScanError) -> Revision {
        var revision = try described(commit)
        let reference = try line(["rev-parse", "--symbolic-full-name", name])
        if reference.hasPrefix(Self.branchPrefix) {
            revision.branch = String(reference.dropFirst(Self.branchPrefix.count))
        } else if try line(["rev-parse", "HEAD"]) == commit {
            let head = try line(["rev-parse", "--symbolic-full-name", "HEAD"])
            if head.hasPrefix(Self.branchPrefix) { revision.branch = String(head.dropFirst(Self.branchPrefix.count)) }
        }
        return revision
    }

    /// The branch that a name stands for, or that is checked out where the name is `HEAD`; empty when it is none.
    func branch(named name: String) throws(ScanError) -> String {
        let reference = try line(["rev-parse", "--symbolic-full-name", name])
        return reference.hasPrefix(Self.branchPrefix) ? String(reference.dropFirst(Self.branchPrefix.count)) : ""
    }

    /// The commit that is checked out, and whether the work tree differs from it; nil before the first commit.
    func revisionOfWorkTree() throws(ScanError) -> Revision? {
        let output = try GitProcess.output(
            ["status", "--porcelain=v2", "--branch", "-z", "--untracked-files=normal"], in: folder)
        var status = WorkTreeStatus(output)
        guard let commit = status.commit else { return nil }
        var revision = try described(commit)
        revision.branch = status.branch
        status.forgetOwnFolder()
        revision.isDirty = status.isDirty
        return revision
    }

    private static let branchPrefix = "refs/heads/"

    private func described(_ commit: String) throws(ScanError) -> Revision {
        let output = try GitProcess.output(
            ["log", "-1", "--no-show-signature", "--format=%an%x00%cI%x00%s", commit, "--"], in: folder)
        let parts = output.split(separator: 0, omittingEmptySubsequences: false).map {
            String(decoding: $0.prefix { $0 != 0x0A }, as: UTF8.self)
        }
        guard parts.count >= 3 else { return Revision(commit: commit) }
        return Revision(commit: commit, author: parts[0], committedAt: Timestamp(parts[1]), subject: parts[2])
    }

    private func line(_ arguments: [String]) throws(ScanError) -> String {
        let output = try GitProcess.output(arguments, in: folder)
        return String(decoding: output.prefix { $0 != 0x0A }, as: UTF8.self)
    }
}
