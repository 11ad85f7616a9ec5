import Glibc
import PaydownCore

/// The project's `.paydown` folder: what paydown keeps there, and under which names.
struct ProjectStore {
    let path: String

    init(root: String) {
        path = (root.hasSuffix("/") ? String(root.dropLast()) : root) + "/.paydown"
    }

    /// Where a snapshot is kept; the folder is made if need be.
    ///
    /// The name begins with the time, so that a listing of the folder is in order: `2025-09-14T154915-e25d5ae9f.json.gz`.
    func snapshotFile(for header: SnapshotHeader) throws -> String {
        try prepare()
        let folder = path + "/snapshots"
        try Self.make(folder)
        let (hour, minute, second) = header.takenAt.timeOfDay
        let time = [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        let commit = header.revision.map { "-" + $0.shortCommit } ?? ""
        return "\(folder)/\(header.takenAt.day.iso)T\(time)\(commit).json.gz"
    }

    /// Makes the folder, which keeps itself out of version control.
    func prepare() throws {
        guard access(path, F_OK) != 0 else { return }
        try Self.make(path)
        let ignore = open(path + "/.gitignore", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        // Without it everything works, and Git shows the folder as new.
        guard ignore >= 0 else { return }
        StandardOutput.write("*\n", to: ignore)
        close(ignore)
    }

    private static func make(_ folder: String) throws {
        guard mkdir(folder, 0o755) != 0, errno != EEXIST else { return }
        let reason = String(cString: strerror(errno)).lowercased()
        throw ScanFailure(messages: ["\(folder): cannot be made: \(reason); give --no-save, or write with -o"])
    }
}
