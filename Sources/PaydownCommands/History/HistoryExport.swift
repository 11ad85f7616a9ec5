import Glibc
import PaydownCore
import PaydownFormats
import PaydownHistory

/// Writes snapshots into a folder, a file each.
struct HistoryExport {
    private let folder: String
    private let isPacked: Bool
    private var names: Set<String> = []
    private(set) var problems: [String] = []

    /// - Throws: `ScanFailure` when the folder cannot be made.
    init(to folder: String, isPacked: Bool) throws {
        self.folder = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
        self.isPacked = isPacked
        guard mkdir(folder, 0o777) != 0, errno != EEXIST else { return }
        let reason = String(cString: strerror(errno)).lowercased()
        throw ScanFailure(messages: ["\(folder): cannot be made: \(reason); name another folder with --to"])
    }

    mutating func writeAll(of store: HistoryStore) throws {
        var unwritable: SnapshotError?
        try store.salvage { (snapshot) throws(HistoryError) in
            do throws(SnapshotError) {
                // The first file that cannot be written is reason enough to stop writing.
                if unwritable == nil { try write(snapshot) }
            } catch {
                unwritable = error
            }
        } lost: {
            problems.append("not exported: " + $0)
        }
        if let unwritable { throw unwritable }
    }

    mutating func write(_ snapshot: Snapshot) throws(SnapshotError) {
        try SnapshotWriter.write(snapshot, to: folder + "/" + freeName(snapshot.header))
    }

    var summary: String {
        "\(HistoryListing.counted(names.count, "snapshot")) written to \(PlainLine.of(folder))\n"
    }

    /// `2025-09-14T154915-e25d5ae9f.json`: a listing of the folder is in order. Snapshots of one second that are otherwise
    /// told apart by their rules get a number.
    private mutating func freeName(_ header: SnapshotHeader) -> String {
        let (hour, minute, second) = header.takenAt.timeOfDay
        let time = [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        let commit = (header.revision?.shortCommit ?? "").filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let stem = "\(header.takenAt.day.iso)T\(time)" + (commit.isEmpty ? "" : "-" + commit)
        var name = stem
        var number = 1
        while !names.insert(name).inserted {
            number += 1
            name = "\(stem)-\(number)"
        }
        return name + (isPacked ? ".json.gz" : ".json")
    }
}
