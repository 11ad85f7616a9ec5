/// What each of some commits changes in the files of the one before it in the list; the first one has all its files.
///
/// One `git diff-tree` for all of them: two thousand commits are compared in a third of a second, while listing the
/// files of each would take a minute.
struct TreeHistory {
    private(set) var changes: [[TreeChange]] = []

    /// - Parameter commits: in any order; neighbours should be alike.
    /// - Throws: `ScanError.git` when Git cannot read a tree.
    init(_ commits: [CommitEntry], in folder: String) throws(ScanError) {
        guard let first = commits.first else { return }
        let listing = try GitProcess.output(["ls-tree", "-r", "-z", "--full-tree", first.tree], in: folder)
        changes = [listing.split(separator: 0).compactMap { TreeChange(listed: $0) }]
        guard commits.count > 1 else { return }
        var input: [UInt8] = []
        for (older, newer) in zip(commits, commits.dropFirst()) {
            input += Array("\(older.tree) \(newer.tree)\n".utf8)
        }
        let arguments = ["diff-tree", "-r", "-z", "--no-renames", "--ignore-submodules=none", "--stdin"]
        changes += Self.parse(try GitProcess.output(arguments, in: folder, input: input))
        // Of a tree that is not there Git says nothing at all.
        guard changes.count == commits.count else {
            throw .git(arguments: arguments, reason: "the trees of some commits are missing")
        }
    }

    /// `TREE TREE` and a line end before the records of each pair.
    private static func parse(_ output: [UInt8]) -> [[TreeChange]] {
        var changes: [[TreeChange]] = []
        var index = 0
        while index < output.count {
            guard output[index] == UInt8(ascii: ":") else {
                changes.append([])
                index = (output[index...].firstIndex(of: 0x0A) ?? output.count - 1) + 1
                continue
            }
            guard let middle = output[index...].firstIndex(of: 0),
                let end = output[(middle + 1)...].firstIndex(of: 0), !changes.isEmpty
            else { break }
            if let change = TreeChange(compared: output[index..<middle], path: output[(middle + 1)..<end]) {
                changes[changes.count - 1].append(change)
            }
            index = end + 1
        }
        return changes
    }
}
