/// The files of a commit, without a work tree.
struct GitTree: FileTree, Sendable {
    private var folders: [[UInt8]: FolderContents] = [[]: FolderContents()]
    private var blobs: [[UInt8]: ObjectName] = [:]
    private var small: [[UInt8]: [UInt8]] = [:]

    /// - Parameter folder: any folder of the repository.
    init(commit: String, in folder: String) throws(ScanError) {
        let listing = try GitProcess.output(["ls-tree", "-r", "-z", "--full-tree", commit], in: folder)
        var ignoreFiles: [[UInt8]] = []
        for record in listing.split(separator: 0) {
            guard let entry = LsTreeEntry(record) else { continue }
            let name = entry.path.last(after: UInt8(ascii: "/"))
            let parent = Array(entry.path.dropLast(name.count).dropLast())
            addFolders(to: parent)
            if name.elementsEqual(".gitignore".utf8) || entry.path == Array(".gitmodules".utf8) {
                ignoreFiles.append(entry.path)
                blobs[entry.path] = entry.object
                folders[parent]?.hasIgnoreFile = true
            } else if name.elementsEqual("pyvenv.cfg".utf8) {
                folders[parent]?.isEnvironment = true
            } else {
                folders[parent]?.add(name, entry.kind)
                if entry.kind == .file, SourceKind(name: name) != nil { blobs[entry.path] = entry.object }
            }
        }
        try readSmall(ignoreFiles, in: folder)
    }

    func contents(of folder: [UInt8]) throws(TreeError) -> FolderContents {
        guard let contents = folders[folder] else { throw TreeError(reason: "the commit has no such folder") }
        return contents
    }

    func smallFile(_ path: [UInt8]) -> [UInt8]? {
        small[path]
    }

    /// The object of a Python file.
    func blob(_ path: [UInt8]) -> ObjectName? {
        blobs[path]
    }

    private mutating func addFolders(to folder: [UInt8]) {
        guard folders[folder] == nil else { return }
        folders[folder] = FolderContents()
        let name = folder.last(after: UInt8(ascii: "/"))
        let parent = Array(folder.dropLast(name.count).dropLast())
        addFolders(to: parent)
        folders[parent]?.add(name, .folder)
    }

    private mutating func readSmall(_ paths: [[UInt8]], in folder: String) throws(ScanError) {
        let objects = paths.compactMap { blobs[$0] }
        guard !objects.isEmpty else { return }
        var stream = try BlobStream(objects, in: folder)
        for path in paths {
            guard case .blob(let size) = stream.next() else { continue }
            var bytes = [UInt8](repeating: 0, count: size)
            _ = bytes.withUnsafeMutableBytes { stream.read(into: $0) }
            small[path] = bytes
        }
        try stream.finish()
    }
}

/// The hexadecimal name of an object of Git's.
typealias ObjectName = [UInt8]

/// One record of `git ls-tree -r -z`: `100644 blob NAME<tab>PATH`.
private struct LsTreeEntry {
    let kind: TreeEntry.Kind
    let object: ObjectName
    let path: [UInt8]

    init?(_ record: ArraySlice<UInt8>) {
        guard let tab = record.firstIndex(of: 0x09) else { return nil }
        let words = record[..<tab].split(separator: 0x20)
        guard words.count == 3 else { return nil }
        if words[0].elementsEqual("160000".utf8) {
            kind = .repository
        } else if words[0].elementsEqual("120000".utf8) {
            kind = .link
        } else {
            kind = .file
        }
        object = Array(words[2])
        path = Array(record[(tab + 1)...])
    }
}

extension [UInt8] {
    /// What is behind the last separator; all of it when there is none.
    fileprivate func last(after separator: UInt8) -> ArraySlice<UInt8> {
        self[(lastIndex(of: separator).map { $0 + 1 } ?? 0)...]
    }
}
