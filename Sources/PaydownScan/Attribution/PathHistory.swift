/// The versions of a file along a chain of commits.
struct PathHistory {
    /// What a file is from one commit of the chain on.
    struct Version: Equatable {
        /// The index of the commit; 0 is where the chain starts from.
        let step: Int
        /// From the repository's root.
        let path: String
        /// Nil where there is no such file.
        let object: ObjectID?
    }

    /// The tree that a first commit starts from.
    static func emptyTree(like tree: String) -> String {
        tree.utf8.count == 64
            ? "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
            : "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    }

    private struct Change {
        let step: Int
        let before: ObjectID?
        let after: ObjectID?
    }

    let folder: String
    /// Names of trees, in the order of the chain.
    let trees: [String]

    /// The versions of the file that has that path at the end, through its earlier names; oldest first.
    func versions(endingAt path: String) throws(ScanError) -> [Version] {
        var versions: [Version] = []
        var path = path
        var end = trees.count
        while true {
            let changes = try changes(of: path, steps: 1..<end)
            versions += changes.reversed().map { Version(step: $0.step, path: path, object: $0.after) }
            guard let first = changes.first else {
                versions.append(Version(step: 0, path: path, object: try object(path, at: 0)))
                break
            }
            if first.before == nil, let earlier = try renames(first.step).first(where: { $0.value == path })?.key {
                path = earlier
                end = first.step
                continue
            }
            versions.append(Version(step: 0, path: path, object: first.before))
            break
        }
        return versions.reversed()
    }

    /// The versions of the file that has that path at the start, through its later names; oldest first.
    func versions(startingAt path: String) throws(ScanError) -> [Version] {
        var path = path
        var begin = 1
        var versions = [Version(step: 0, path: path, object: try object(path, at: 0))]
        while true {
            let changes = try changes(of: path, steps: begin..<max(begin, trees.count))
            var next: (path: String, step: Int)?
            for change in changes {
                if change.after == nil, let later = try renames(change.step)[path] {
                    next = (later, change.step)
                    break
                }
                versions.append(Version(step: change.step, path: path, object: change.after))
            }
            guard let (later, step) = next else { return versions }
            versions.append(Version(step: step, path: later, object: try object(later, at: step)))
            (path, begin) = (later, step + 1)
        }
    }

    // MARK: Git

    private func changes(of path: String, steps: Range<Int>) throws(ScanError) -> [Change] {
        guard !steps.isEmpty else { return [] }
        let input = steps.flatMap { Array("\(trees[$0 - 1]) \(trees[$0])\n".utf8) }
        let output = try GitProcess.output(
            ["diff-tree", "-r", "-z", "--no-renames", "--stdin", "--", ":(literal,top)" + path], in: folder,
            input: input)
        var changes: [Change] = []
        var step = steps.lowerBound - 1
        var index = 0
        while index < output.count {
            guard output[index] == UInt8(ascii: ":") else {
                step += 1
                index = (output[index...].firstIndex(of: 0x0A) ?? output.count - 1) + 1
                continue
            }
            guard let middle = output[index...].firstIndex(of: 0),
                let end = output[(middle + 1)...].firstIndex(of: 0)
            else { break }
            let words = output[(index + 1)..<middle].split(separator: 0x20)
            if words.count == 5, output[(middle + 1)..<end].elementsEqual(path.utf8) {
                changes.append(Change(step: step, before: Self.object(words[2]), after: Self.object(words[3])))
            }
            index = end + 1
        }
        return changes
    }

    /// Nil for the name that stands for nothing.
    private static func object(_ name: ArraySlice<UInt8>) -> ObjectID? {
        name.allSatisfy { $0 == UInt8(ascii: "0") } ? nil : ObjectID(name)
    }

    private func object(_ path: String, at step: Int) throws(ScanError) -> ObjectID? {
        let output = try GitProcess.output(
            ["ls-tree", "-z", "--full-tree", trees[step], "--", path], in: folder)
        return output.split(separator: 0).first.flatMap { TreeChange(listed: $0) }
            .flatMap { $0.after == .file ? $0.object : nil }
    }

    /// From old paths to new ones, at one step.
    private func renames(_ step: Int) throws(ScanError) -> [String: String] {
        guard let repository = RepositoryFolder(around: folder) else { return [:] }
        return try GitRenames.between([(old: trees[step - 1], new: trees[step])], repository, wholeRepository: true)
            .first ?? [:]
    }
}
