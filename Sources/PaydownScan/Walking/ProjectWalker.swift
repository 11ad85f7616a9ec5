import PaydownCore

/// Lists the Python files of a tree as a project means it: without what its ignore files leave out.
///
/// Links are not followed, so that a loop is harmless and a file counts once, at its own place. Repositories inside,
/// submodules among them, and virtual environments are other projects. Everything that could hold Python and is left out is
/// told with its reason, a folder as a whole.
struct ProjectWalker<Tree: FileTree> {
    private let tree: Tree
    /// From the tree's root to the project's, with a slash at the end; empty when they are the same.
    private let prefix: [UInt8]
    private let submodules: Set<[UInt8]>
    private let found: ((String) -> Void)?
    private var listing = SourceListing()
    /// The path at hand, from the tree's root.
    private var path: [UInt8]

    /// - Parameters:
    ///   - root: of the project, from the tree's root; empty when they are the same.
    ///   - submodules: from the tree's root; they count even where nothing is checked out.
    ///   - found: gets the path of each file as soon as it is known.
    private init(_ tree: Tree, root: [UInt8], submodules: Set<[UInt8]>, found: ((String) -> Void)?) {
        self.tree = tree
        self.submodules = submodules
        self.found = found
        prefix = root.isEmpty ? [] : root + [UInt8(ascii: "/")]
        path = prefix
    }

    /// - Parameters:
    ///   - excludes: the project's own patterns; they count before all others.
    ///   - shared: the repository's patterns that stand in no folder (`.git/info/exclude`); they count last.
    ///   - found: gets the path of each file as soon as it is known, in the order of the listing.
    static func list(
        _ tree: Tree, root: [UInt8] = [], excludes: IgnoreFile? = nil, shared: IgnoreFile? = nil,
        found: ((String) -> Void)? = nil
    ) throws(TreeError) -> SourceListing {
        let submodules = tree.smallFile(Array(".gitmodules".utf8)).map(SubmoduleList.paths) ?? []
        var walker = ProjectWalker(tree, root: root, submodules: submodules, found: found)
        let outermost = shared.map { IgnoreChain($0, base: 0, before: nil) }
        let chain = walker.chainAbove(outermost)
        let contents = try tree.contents(of: root)
        walker.visit(contents, Surroundings(excludes: excludes, chain: chain, prefix: walker.prefix.count))
        return walker.listing
    }

    /// The patterns in force, those of the configuration apart since they count before the nearest.
    private struct Surroundings {
        let excludes: IgnoreChain?
        var chain: IgnoreChain?

        init(excludes: IgnoreFile?, chain: IgnoreChain?, prefix: Int) {
            self.excludes = excludes.map { IgnoreChain($0, base: prefix, before: nil) }
            self.chain = chain
        }

        func reason(_ path: [UInt8], name: Int, isFolder: Bool) -> String? {
            switch excludes?.verdict(path, name: name, isFolder: isFolder) {
            case .excluded(let reason): return reason
            case .included: return nil
            case nil: break
            }
            if case .excluded(let reason) = chain?.verdict(path, name: name, isFolder: isFolder) { return reason }
            return nil
        }
    }

    /// The ignore files between the repository's root and the project's.
    private func chainAbove(_ outermost: IgnoreChain?) -> IgnoreChain? {
        var chain = outermost
        for end in prefix.indices where prefix[end] == UInt8(ascii: "/") {
            let start = prefix[..<end].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
            chain = extended(chain, by: Array(prefix[..<start]))
        }
        return chain
    }

    private func extended(_ chain: IgnoreChain?, by folder: [UInt8]) -> IgnoreChain? {
        let name = folder + Array(".gitignore".utf8)
        guard let text = tree.smallFile(name) else { return chain }
        let file = IgnoreFile(text, name: PathText.shown(name[...]))
        return file.isEmpty ? chain : IgnoreChain(file, base: folder.count, before: chain)
    }

    /// The folder whose path, with its slash, is `path`.
    private mutating func visit(_ contents: FolderContents, _ around: Surroundings) {
        var around = around
        if contents.hasIgnoreFile { around.chain = extended(around.chain, by: path) }
        let start = path.count
        var contents = contents
        contents.sort()
        for entry in contents.entries {
            path.append(contentsOf: contents.name(entry))
            take(entry.kind, nameStart: start, around)
            path.removeLast(path.count - start)
        }
    }

    private mutating func take(_ kind: TreeEntry.Kind, nameStart: Int, _ around: Surroundings) {
        let isFolder = kind == .folder || kind == .repository
        if isFolder, ToolFolders.has(path[nameStart...]) { return }
        if let reason = around.reason(path, name: nameStart, isFolder: isFolder) {
            note(.excluded, reason, isFolder: isFolder)
            return
        }
        switch kind {
        case .folder: enter(around)
        case .repository: note(.excluded, Self.repository, isFolder: true)
        case .link: note(.excluded, "a symbolic link: a file counts at its own place")
        case .folderLink: note(.excluded, "a symbolic link: a folder counts at its own place", isFolder: true)
        case .special: note(.unreadable, "not a regular file")
        case .file: list(SourceKind(name: path[nameStart...]))
        }
    }

    private mutating func enter(_ around: Surroundings) {
        if submodules.contains(path) { return note(.excluded, Self.repository, isFolder: true) }
        if let known = tree.knownListing(of: path) { return listing.append(known) }
        let folder = path
        let (files, problems) = (listing.files.count, listing.problems.count)
        do throws(TreeError) {
            let contents = try tree.contents(of: path)
            if contents.isRepository { return note(.excluded, Self.repository, isFolder: true) }
            if contents.isEnvironment { return note(.excluded, "a virtual environment", isFolder: true) }
            path.append(UInt8(ascii: "/"))
            visit(contents, around)
            if tree.remembers { tree.keep(listing.since(files: files, problems: problems), of: folder) }
        } catch {
            note(.unreadable, error.reason, isFolder: true)
        }
    }

    private mutating func list(_ kind: SourceKind?) {
        switch kind {
        case .python:
            guard let text = PathText.exact(path.dropFirst(prefix.count)) else {
                return note(.unreadable, "its name is not UTF-8; rename it")
            }
            listing.files.append(text)
            found?(text)
            listing.contents.append(tree.contentNumber(path))
        case .notScanned(let reason): note(.notScanned, reason)
        case nil: break
        }
    }

    private mutating func note(_ kind: Coverage.Problem.Kind, _ message: String, isFolder: Bool = false) {
        let name = PathText.shown(path.dropFirst(prefix.count)) + (isFolder ? "/" : "")
        listing.problems.append(Coverage.Problem(path: name, message: message, kind: kind))
    }

    private static var repository: String { "a repository of its own" }
}

/// Folders that tools keep their own things in, never a project's sources; nobody wants to read about them.
private enum ToolFolders {
    static func has(_ name: ArraySlice<UInt8>) -> Bool {
        // All of them begin so, and hardly another.
        guard name.first == UInt8(ascii: ".") || name.first == UInt8(ascii: "_") else { return false }
        return names.contains(Array(name))
    }

    private static let names = Set(
        [
            ".git", ".hg", ".svn", ".bzr", ".jj", ".paydown", "__pycache__", ".mypy_cache", ".pytest_cache",
            ".ruff_cache",
        ]
        .map { Array($0.utf8) })
}
