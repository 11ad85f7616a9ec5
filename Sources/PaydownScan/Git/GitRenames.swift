/// Which Python files have another name in a later commit, as `git diff -M` finds out.
package enum GitRenames {
    /// From paths in one commit to those in another, both relative to the project's root.
    ///
    /// Renames into or out of the project's folder are none of it.
    /// - Throws: when the root is in no repository, or a commit is not in it.
    package static func between(
        _ old: String, new: String, root: String
    ) throws(ScanError) -> [String: String] {
        guard let repository = RepositoryFolder(around: root) else { throw .notARepository(root) }
        let revisions = GitRevisions(folder: repository.top)
        let pair = (old: try revisions.commit(old) + "^{tree}", new: try revisions.commit(new) + "^{tree}")
        let output = try GitProcess.output(
            ["diff-tree", "-r", "-z", "-M", "--diff-filter=R", pair.old, pair.new, "--"] + sources, in: repository.top)
        return parse(output, prefix: prefix(of: repository)).reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }

    /// The same for many pairs of trees at once, in their order.
    ///
    /// - Parameter wholeRepository: whether paths are from the repository's root, and those outside of the project count.
    static func between(
        _ pairs: [(old: String, new: String)], _ repository: RepositoryFolder, wholeRepository: Bool = false
    ) throws(ScanError) -> [[String: String]] {
        guard !pairs.isEmpty else { return [] }
        let input = pairs.flatMap { Array("\($0.old) \($0.new)\n".utf8) }
        let output = try GitProcess.output(
            ["diff-tree", "-r", "-z", "-M", "--diff-filter=R", "--stdin", "--"] + sources, in: repository.top,
            input: input)
        return parse(output, prefix: wholeRepository ? "" : prefix(of: repository))
    }

    private static let sources = ["*.py", "*.pyw"]

    private static func prefix(of repository: RepositoryFolder) -> String {
        repository.prefix.isEmpty ? "" : repository.prefix + "/"
    }

    /// `TREE TREE` and a line end before each pair's records, which are `:… R100`, old path, new path; one pair may come
    /// without.
    private static func parse(_ output: [UInt8], prefix: String) -> [[String: String]] {
        var found: [[String: String]] = []
        var index = 0
        func text(to end: Int) -> String { String(decoding: output[index..<end], as: UTF8.self) }
        while index < output.count {
            guard output[index] == UInt8(ascii: ":") else {
                found.append([:])
                index = (output[index...].firstIndex(of: 0x0A) ?? output.count - 1) + 1
                continue
            }
            var parts: [String] = []
            while parts.count < 3, let end = output[index...].firstIndex(of: 0) {
                parts.append(text(to: end))
                index = end + 1
            }
            guard parts.count == 3 else { break }
            if found.isEmpty { found.append([:]) }
            guard parts[1].hasPrefix(prefix), parts[2].hasPrefix(prefix) else { continue }
            found[found.count - 1][String(parts[1].dropFirst(prefix.count))] = String(parts[2].dropFirst(prefix.count))
        }
        return found
    }
}
