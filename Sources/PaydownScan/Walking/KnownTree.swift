/// The files on disk below a folder, where only those folders are read that have changed since an earlier scan read them.
///
/// A performance file: in a rescan, opening and reading three thousand folders took longer than everything else. When an
/// entry of a folder comes or goes, the folder's time changes, on file systems that are known to keep it; so a folder
/// is asked for its time, and read when that is another one, or so late that a change could have left it as it was. A
/// folder with links in it is always read: what they lead to changes without it. What an ignore file says is never kept.
///
/// Goes with one walk, on one thread.
final class KnownTree: FileTree {
    private let tree: WorkTree
    private let earlier: KnownFolders?
    /// A folder changed after that may change again without getting another time.
    private let settled: Int64
    /// The file system that keeps times; nil when it is not known to.
    private let device: UInt64?
    private var cursor = CacheCursor()
    /// All folders of the walk.
    private(set) var records = FolderRecords()
    /// How many of them the next scan need not read, and this one had to.
    private(set) var learned = 0
    /// How many were read.
    private(set) var readings = 0

    /// - Parameter settled: nanoseconds since 1970.
    init(_ tree: WorkTree, earlier: KnownFolders?, settled: Int64) {
        self.tree = tree
        self.earlier = earlier
        self.settled = settled
        device = tree.timekeepingDevice
    }

    func contents(of folder: [UInt8]) throws(TreeError) -> FolderContents {
        // Asked before it is read: what changes in between shows in the next scan.
        var mark = (device == nil ? nil : tree.mark(ofFolder: folder)) ?? FileMark()
        if mark.hash != device || max(mark.modified, mark.changed) > settled { mark.modified = 0 }
        if let earlier, let number = earlier.number(of: folder, from: &cursor) {
            let known = earlier.mark(number)
            if known.hash == mark.hash, known.isSame(asStatusOf: mark) {
                let contents = earlier.contents(number)
                records.append(folder, mark, contents)
                return contents
            }
        }
        var contents = try tree.contents(of: folder)
        readings += 1
        contents.sort()
        if contents.entries.contains(where: { $0.kind == .link || $0.kind == .folderLink }) { mark.modified = 0 }
        if mark.modified != 0 { learned += 1 }
        records.append(folder, mark, contents)
        return contents
    }

    func smallFile(_ path: [UInt8]) -> [UInt8]? {
        tree.smallFile(path)
    }
}
