import Glibc
import PaydownHistory
import Testing

extension TemporaryFolder {
    /// Copies the files of a history that nobody has open.
    func copyHistory(to other: TemporaryFolder) throws {
        for suffix in ["", "-wal"] {
            guard let bytes = Self.read(file + suffix) else { continue }
            try other.write("history.db" + suffix, bytes)
        }
    }

    /// A history without a flaw, and what is in it.
    func examined() throws -> (store: HistoryStore, entries: [SnapshotEntry]) {
        let store = try store(.readOnly)
        let problems = try store.examine()
        #expect(problems.isEmpty)
        return (store, try store.entries())
    }

    static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        guard let file = fopen(path + "/" + name, "wb") else { throw Failure(code: errno) }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure(code: errno) }
    }
}
