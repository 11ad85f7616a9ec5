/// A tree of files that can be walked: the work tree, or a commit.
///
/// Paths are bytes from the tree's root, without a slash at either end; the root's is empty.
protocol FileTree {
    /// What is in a folder, in any order.
    func contents(of folder: [UInt8]) throws(TreeError) -> FolderContents

    /// All bytes of a small file, such as a `.gitignore`; nil when it is not there or cannot be read.
    func smallFile(_ path: [UInt8]) -> [UInt8]?

    /// A number for what a Python file contains, in trees of which there are many; 0 in others.
    func contentNumber(_ path: [UInt8]) -> Int32

    /// What a walk of a tree like this one found below a folder, when it would be the same now.
    func knownListing(of folder: [UInt8]) -> SourceListing?

    /// Takes note of what a walk found below a folder.
    func keep(_ listing: SourceListing, of folder: [UInt8])

    /// Whether it does.
    var remembers: Bool { get }
}

/// A tree that is walked once has nothing to remember.
extension FileTree {
    func contentNumber(_ path: [UInt8]) -> Int32 { 0 }
    func knownListing(of folder: [UInt8]) -> SourceListing? { nil }
    func keep(_ listing: SourceListing, of folder: [UInt8]) {}
    var remembers: Bool { false }
}

/// What a walk wants to know about one folder.
struct FolderContents: Equatable {
    var entries: [TreeEntry] = []
    /// Whether the entries are known to be in order.
    var isInOrder = false
    var hasIgnoreFile = false
    /// Whether the folder is a repository, or the work tree of one.
    var isRepository = false
    /// Whether the folder is a virtual environment of Python's (PEP 405).
    var isEnvironment = false

    /// Takes note of an entry; those that are no concern of a Python scan are left out.
    mutating func add(_ name: some BidirectionalCollection<UInt8>, _ kind: TreeEntry.Kind) {
        switch kind {
        case .folder, .repository, .folderLink:
            entries.append(TreeEntry(name: Array(name)[...], kind: kind))
        case .file, .link, .special:
            if SourceKind(name: name) != nil { entries.append(TreeEntry(name: Array(name)[...], kind: kind)) }
        }
    }
}

extension FolderContents {
    /// Puts the entries in order, a folder by its name with the slash: so files come in the order of their whole paths.
    ///
    /// A performance method: sorting the entries themselves counted references up and down at each step. All names are laid
    /// behind one another instead, and their places are sorted.
    mutating func sort() {
        if isInOrder { return }
        isInOrder = true
        var bytes: [UInt8] = []
        var keys: [(start: Int, end: Int, entry: Int)] = []
        keys.reserveCapacity(entries.count)
        for index in entries.indices {
            let start = bytes.count
            bytes += entries[index].name
            if entries[index].kind == .folder { bytes.append(UInt8(ascii: "/")) }
            keys.append((start, bytes.count, index))
        }
        bytes.withUnsafeBytes { bytes in
            keys.sort { bytes[$0.start..<$0.end].lexicographicallyPrecedes(bytes[$1.start..<$1.end]) }
        }
        entries = keys.map { entries[$0.entry] }
    }
}

struct TreeEntry: Equatable {
    /// The numbers are those of caches.
    enum Kind: UInt8 {
        case file = 0
        case folder
        /// A symbolic link, to a file or to nowhere.
        case link
        /// A symbolic link to a folder.
        case folderLink
        /// A submodule.
        case repository
        /// A pipe, a socket, a device.
        case special
    }

    /// Many share the memory of one folder's names.
    var name: ArraySlice<UInt8>
    var kind: Kind
}

/// Why a folder could not be looked into, in the system's words.
struct TreeError: Error, Equatable {
    var reason: String
}
