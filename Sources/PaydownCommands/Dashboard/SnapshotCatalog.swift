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
        /// Known files whose contents changed: to be read again.
        var changed: [SnapshotID] = []
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
            let stamp = Self.stamp(of: file.path)
            if let id = numbers[file.path] {
                guard stamps[id] != stamp else { continue }
                stamps[id] = stamp
                findings.entries.append(
                    Archive.Entry(id: id, name: file.path, header: file.header, content: .header))
                findings.changed.append(id)
            } else {
                let id = SnapshotID(numbers.count)
                numbers[file.path] = id
                paths[id] = file.path
                stamps[id] = stamp
                findings.entries.append(
                    Archive.Entry(id: id, name: file.path, header: file.header, content: .header))
            }
        }
        for problem in located.problems {
            let text = problem.description
            // A file that stays broken is said once, not at every look.
            guard said.insert(text).inserted else { continue }
            findings.problems.append(text)
        }
        return findings
    }

    private static func stamp(of path: String) -> Stamp? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Stamp(
            inode: UInt64(status.st_ino), size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec)
    }
}
