import PaydownCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Finds the snapshots that a command line names: files, and folders of files.
///
/// In a folder, the files `*.json` and `*.json.gz` count whose `format` says that they are snapshots; other JSON
/// is passed over, hidden files and folders inside are not looked at. What cannot be read or is broken is a
/// problem beside the good ones.
package struct SnapshotLocator {
    private let reader: SnapshotReader
    private let isKnown: (String) -> Bool

    /// - Parameter isKnown: of the path of a snapshot that was read before and has not changed: it is neither read
    ///   again nor among what is found.
    package init(isCancelled: (() -> Bool)? = nil, isKnown: @escaping (String) -> Bool = { _ in false }) {
        reader = SnapshotReader(isCancelled: isCancelled)
        self.isKnown = isKnown
    }

    /// Headers only, ordered by the time they were taken, equal times by path; each file once.
    ///
    /// - Parameter arguments: paths of files and folders, as given.
    package func locate(_ arguments: [String]) -> LocatedSnapshots {
        var located = LocatedSnapshots()
        var seen: Set<FileIdentity> = []
        for argument in arguments {
            do throws(SnapshotError) {
                if try FileIdentity.isFolder(argument) {
                    try look(into: argument, &located, &seen)
                } else if try seen.insert(FileIdentity(argument)).inserted, !isKnown(argument) {
                    located.files.append(try file(argument))
                }
            } catch {
                located.problems.append(error)
            }
        }
        located.sort()
        return located
    }

    private func look(
        into folder: String, _ located: inout LocatedSnapshots, _ seen: inout Set<FileIdentity>
    ) throws(SnapshotError) {
        let names = try Self.names(in: folder).filter(Self.mayBeSnapshot)
        var others = 0
        var mine = 0
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            do throws(SnapshotError) {
                if try FileIdentity.isFolder(path) { continue }
                mine += 1
                guard try seen.insert(FileIdentity(path)).inserted, !isKnown(path) else { continue }
                located.files.append(try file(path))
            } catch .notASnapshot {
                others += 1
                mine -= 1
            } catch {
                located.problems.append(error)
            }
        }
        if mine == 0 { throw .noSnapshots(folder: folder, otherFiles: others) }
    }

    /// What stands in the header of a file; nil when it is known.
    func fileIfUnknown(_ path: String) throws(SnapshotError) -> SnapshotFile? {
        isKnown(path) ? nil : try file(path)
    }

    private func file(_ path: String) throws(SnapshotError) -> SnapshotFile {
        let heading = try reader.readHeader(path)
        return SnapshotFile(path: path, header: heading.header, isComplete: heading.isComplete)
    }

    static func mayBeSnapshot(_ name: String) -> Bool {
        !name.hasPrefix(".") && (name.hasSuffix(".json") || name.hasSuffix(".json.gz"))
    }

    static func names(in folder: String) throws(SnapshotError) -> [String] {
        guard let directory = opendir(folder) else { throw SystemError.last.reading(folder) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            names.append(name)
        }
        return names
    }
}

/// The snapshots that were found, and what was found broken.
package struct LocatedSnapshots: Equatable, Sendable {
    package var files: [SnapshotFile] = []
    package var problems: [SnapshotError] = []

    package init() {}

    fileprivate mutating func sort() {
        files.sort { left, right in
            let (leftTime, rightTime) = (left.header.takenAt.seconds, right.header.takenAt.seconds)
            if leftTime != rightTime { return leftTime < rightTime }
            return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
        }
    }
}

/// A snapshot file and what stands in its header.
package struct SnapshotFile: Equatable, Sendable {
    package var path: String
    package var header: SnapshotHeader
    /// False when only the part before the findings was read.
    package var isComplete: Bool

    package init(path: String, header: SnapshotHeader, isComplete: Bool) {
        self.path = path
        self.header = header
        self.isComplete = isComplete
    }
}

/// Which file a path leads to, whatever it is called.
struct FileIdentity: Hashable {
    private let device: UInt
    private let number: UInt

    init(_ path: String) throws(SnapshotError) {
        let status = try Self.status(path)
        device = UInt(status.st_dev)
        number = UInt(status.st_ino)
    }

    static func isFolder(_ path: String) throws(SnapshotError) -> Bool {
        try status(path).st_mode & S_IFMT == S_IFDIR
    }

    private static func status(_ path: String) throws(SnapshotError) -> stat {
        var status = stat()
        guard stat(path, &status) == 0 else { throw SystemError.last.reading(path) }
        return status
    }
}
