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

/// Why a folder could not be looked into, in the system's words.
struct TreeError: Error, Equatable {
    var reason: String
}
