/// What a walk wants to know about one folder.
///
/// A performance type: there are thousands, and each is copied from the walk to what a cache keeps. All names lie behind one
/// another in one piece of memory, and the entries are numbers.
struct FolderContents: Sendable {
    private(set) var entries: [TreeEntry] = []
    private(set) var names: [UInt8] = []
    /// Whether the entries are known to be in order.
    private var isInOrder = false
    var hasIgnoreFile = false
    /// Whether the folder is a repository, or the work tree of one.
    var isRepository = false
    /// Whether the folder is a virtual environment of Python's (PEP 405).
    var isEnvironment = false

    init() {}

    /// - Parameters:
    ///   - names: those of the entries, behind one another.
    ///   - entries: in order.
    init(names: [UInt8], entries: [TreeEntry]) {
        self.names = names
        self.entries = entries
        isInOrder = true
    }

    /// Takes note of an entry; those that are no concern of a Python scan are left out.
    mutating func add(_ name: some BidirectionalCollection<UInt8>, _ kind: TreeEntry.Kind) {
        switch kind {
        case .folder, .repository, .folderLink: append(name, kind)
        case .file, .link, .special: if SourceKind(name: name) != nil { append(name, kind) }
        }
    }

    /// Takes note of an entry, whatever it is.
    mutating func append(_ name: some Collection<UInt8>, _ kind: TreeEntry.Kind) {
        let start = UInt32(names.count)
        names.append(contentsOf: name)
        entries.append(TreeEntry(start: start, end: UInt32(names.count), kind: kind))
        isInOrder = false
    }

    func name(_ entry: TreeEntry) -> ArraySlice<UInt8> {
        names[Int(entry.start)..<Int(entry.end)]
    }

    /// Puts the entries in order, a folder by its name with the slash: so files come in the order of their whole paths.
    mutating func sort() {
        if isInOrder { return }
        isInOrder = true
        let names = names
        names.withUnsafeBytes { names in
            for index in entries.indices { entries[index].readHead(in: names) }
            entries.sort { $0.head == $1.head ? $0.precedes($1, in: names) : $0.head < $1.head }
        }
    }
}

struct TreeEntry: BitwiseCopyable {
    /// The numbers are those of caches.
    enum Kind: UInt8, BitwiseCopyable {
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

    /// Where the name begins among those of the folder.
    var start: UInt32
    /// Where it ends.
    var end: UInt32
    var kind: Kind

    /// The first eight bytes of the name, the first one highest, as a number: it orders names as their bytes do, since no
    /// name has a zero in it.
    fileprivate private(set) var head: UInt64 = 0

    init(start: UInt32, end: UInt32, kind: Kind) {
        self.start = start
        self.end = end
        self.kind = kind
    }

    fileprivate mutating func readHead(in names: UnsafeRawBufferPointer) {
        head = 0
        for index in 0..<8 { head = head << 8 | UInt64(byte(index, in: names) ?? 0) }
    }

    /// Of two whose heads are the same.
    fileprivate func precedes(_ other: TreeEntry, in names: UnsafeRawBufferPointer) -> Bool {
        var index = 8
        while let byte = byte(index, in: names) {
            guard let otherByte = other.byte(index, in: names) else { return false }
            if byte != otherByte { return byte < otherByte }
            index += 1
        }
        return other.byte(index, in: names) != nil
    }

    /// A byte of the name as it counts for the order; nil behind the end.
    private func byte(_ index: Int, in names: UnsafeRawBufferPointer) -> UInt8? {
        let place = Int(start) + index
        if place < end { return names[place] }
        return place == end && kind == .folder ? UInt8(ascii: "/") : nil
    }
}
