import PaydownCore
import PaydownFormats

/// The header as the text that a snapshot file has, for what its parts cannot hold: a header may learn to say more
/// before the parts do, and nothing that was said is dropped on the way.
enum ExactHeader {
    static func bytes(_ header: SnapshotHeader) throws(HistoryError) -> [UInt8] {
        do throws(SnapshotError) {
            return try SnapshotWriter.bytes(of: Snapshot(header: header))
        } catch {
            throw .unwritable(error)
        }
    }

    static func header(_ bytes: [UInt8]) throws(BrokenBytes) -> SnapshotHeader {
        do throws(SnapshotError) {
            return try SnapshotReader().read(bytes: bytes, name: "header").header
        } catch {
            throw BrokenBytes(what: "its header cannot be read")
        }
    }
}
