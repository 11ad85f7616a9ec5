import Glibc
import PaydownDashboard
import PaydownFormats

/// The snapshot files of a session and the numbers they are known by.
///
/// A file keeps its number while its contents change; looking again reports what is new or different only.
struct SnapshotCatalog: Sendable {
    /// What was found that was not known before.
    struct Findings: Sendable {
        var entries: [Archive.Entry] = []
        var problems: [String] = []
    }

    private struct Stamp: Equatable {
        var inode: UInt64
        var size: Int
        var seconds: Int
        var nanoseconds: Int
    }

    let arguments: [String]
    private(set) var paths: [SnapshotID: String] = [:]
    private var numbers: [String: SnapshotID] = [:]
    private var stamps: [SnapshotID: Stamp] = [:]
    private var said: Set<String> = []

    init(arguments: [String]) {
        self.arguments = arguments
    }

    /// Looks at the arguments' files and folders; cheap for what is known already.
    mutating func look() -> Findings {
        var findings = Findings()
        let located = SnapshotLocator().locate(arguments)
        for file in located.files {
            if let entry = take(file) { findings.entries.append(entry) }
        }
        for problem in located.problems {
            let text = problem.description
            // A file that stays broken is said once, not at every look.
            guard said.insert(text).inserted else { continue }
            findings.problems.append(text)
        }
        return findings
    }

    /// The one that is likely the newest, before all are looked at; nil when it is known or not to be had.
    mutating func lookForNewest() -> Archive.Entry? {
        SnapshotLocator().likelyNewest(arguments).flatMap { take($0) }
    }

    /// An entry for a file that is new or has changed.
    private mutating func take(_ file: SnapshotFile) -> Archive.Entry? {
        let stamp = Self.stamp(of: file.path)
        let id = numbers[file.path] ?? SnapshotID(numbers.count)
        if numbers[file.path] != nil, stamps[id] == stamp { return nil }
        numbers[file.path] = id
        paths[id] = file.path
        stamps[id] = stamp
        return Archive.Entry(id: id, name: file.path, header: file.header, content: .header)
    }

    private static func stamp(of path: String) -> Stamp? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Stamp(
            inode: UInt64(status.st_ino), size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec)
    }
}
