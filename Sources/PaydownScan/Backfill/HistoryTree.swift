/// The files of one commit after the other.
///
/// A performance file: two thousand commits of ten thousand files are listed in a second or two, since a folder in which
/// nothing changed is not looked into again. What a walk found below a folder holds until something below it changes,
/// or an ignore file above it.
final class HistoryTree: FileTree {
    private final class Folder {
        /// Everything in it, also what is no concern of a Python scan: a folder is there as long as that is not 0.
        var entries = 0
        var folders: [[UInt8]: Folder] = [:]
        var sources: [[UInt8]: Source] = [:]
        var ignoreFile: ObjectID?
        var isEnvironment = false
        var known: SourceListing?

        func forgetBelow() {
            known = nil
            for folder in folders.values { folder.forgetBelow() }
        }
    }

    private struct Source {
        var kind: TreeEntry.Kind
        var object: ObjectID
        var number: Int32 = -1
    }

    private var root = Folder()
    private var submoduleFile: ObjectID?
    /// Contents of the ignore files of all commits.
    private let small: [ObjectID: [UInt8]]
    /// How many bytes lead to the project's root, the slash included.
    private let prefix: Int
    private(set) var places: BlobPlaces

    /// - Parameters:
    ///   - prefix: from the repository's root to the project's, with a slash at the end, or empty.
    init(prefix: [UInt8], small: [ObjectID: [UInt8]], places: BlobPlaces = BlobPlaces()) {
        self.prefix = prefix.count
        self.small = small
        self.places = places
    }

    /// The objects whose bytes a walk asks for.
    static func smallObjects(_ changes: [[TreeChange]]) -> Set<ObjectID> {
        var objects: Set<ObjectID> = []
        for change in changes.joined() where change.after != nil {
            if isControl(change.path.suffix(from: nameStart(change.path))) || change.path == Self.submoduleList {
                objects.insert(change.object)
            }
        }
        return objects
    }

    func apply(_ changes: [TreeChange]) {
        // Before a name is taken by a folder the file of that name has to be gone.
        for change in changes where change.after == nil { apply(change) }
        for change in changes where change.after != nil { apply(change) }
    }

    private static let submoduleList = Array(".gitmodules".utf8)

    private static func isControl(_ name: ArraySlice<UInt8>) -> Bool {
        name.elementsEqual(".gitignore".utf8)
    }

    private static func nameStart(_ path: [UInt8]) -> Int {
        path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    }

    private func apply(_ change: TreeChange) {
        if change.path == Self.submoduleList {
            submoduleFile = change.after == nil ? nil : change.object
            root.forgetBelow()
        }
        Self.apply(change, from: 0, in: root)
    }

    /// - Parameter start: where in the path the part begins that is about this folder.
    private static func apply(_ change: TreeChange, from start: Int, in folder: Folder) {
        folder.known = nil
        guard let slash = change.path[start...].firstIndex(of: UInt8(ascii: "/")) else {
            return take(change, name: change.path[start...], in: folder)
        }
        let name = Array(change.path[start..<slash])
        let inner: Folder
        if let known = folder.folders[name] {
            inner = known
        } else {
            inner = Folder()
            folder.folders[name] = inner
            folder.entries += 1
        }
        apply(change, from: slash + 1, in: inner)
        if inner.entries == 0 {
            folder.folders[name] = nil
            folder.entries -= 1
        }
    }

    private static func take(_ change: TreeChange, name: ArraySlice<UInt8>, in folder: Folder) {
        if change.before == nil { folder.entries += 1 }
        if change.after == nil { folder.entries -= 1 }
        if isControl(name) {
            folder.ignoreFile = change.after == nil ? nil : change.object
            folder.forgetBelow()
        } else if name.elementsEqual("pyvenv.cfg".utf8) {
            folder.isEnvironment = change.after != nil
        } else if let kind = change.after, kind == .repository || SourceKind(name: name) != nil {
            folder.sources[Array(name)] = Source(kind: kind, object: change.object)
        } else {
            folder.sources[Array(name)] = nil
        }
    }

    private func folder(_ path: [UInt8]) -> Folder? {
        var folder = root
        for part in path.split(separator: UInt8(ascii: "/")) {
            guard let inner = folder.folders[Array(part)] else { return nil }
            folder = inner
        }
        return folder
    }

    // MARK: As a tree of files

    var remembers: Bool { true }

    func contents(of path: [UInt8]) throws(TreeError) -> FolderContents {
        guard let folder = folder(path) else { throw TreeError(reason: "the commit has no such folder") }
        var contents = FolderContents()
        contents.hasIgnoreFile = folder.ignoreFile != nil
        contents.isEnvironment = folder.isEnvironment
        for name in folder.folders.keys { contents.add(name, .folder) }
        for (name, source) in folder.sources { contents.add(name, source.kind) }
        return contents
    }

    func smallFile(_ path: [UInt8]) -> [UInt8]? {
        if path == Self.submoduleList { return submoduleFile.flatMap { small[$0] } }
        let start = Self.nameStart(path)
        return folder(Array(path[..<max(0, start - 1)]))?.ignoreFile.flatMap { small[$0] }
    }

    func contentNumber(_ path: [UInt8]) -> Int32 {
        let start = Self.nameStart(path)
        let name = Array(path[start...])
        guard let folder = folder(Array(path[..<max(0, start - 1)])), let source = folder.sources[name] else {
            return 0
        }
        if source.number >= 0 { return source.number }
        let number = places.number(String(decoding: path[prefix...], as: UTF8.self), source.object)
        folder.sources[name]?.number = number
        return number
    }

    func knownListing(of path: [UInt8]) -> SourceListing? {
        folder(path)?.known
    }

    func keep(_ listing: SourceListing, of path: [UInt8]) {
        folder(path)?.known = listing
    }
}
