import PaydownCore

/// Reads snapshots, one chunk at a time, from files (`.json`, or gzip of it, told by its first bytes) and memory.
///
/// Strict by RFC 8259 with all of UTF-8 checked; unknown keys are checked and ignored; keys of the format that
/// stand twice, wrong types and numbers out of range are refused with their place. A reader keeps at most one
/// chunk (256 KB, or the longest string) of the text in memory.
package struct SnapshotReader {
    /// Told how many bytes of the file have been read, and how many there are (0 when not known).
    package typealias Progress = (_ bytesRead: Int, _ total: Int) -> Void

    private let progress: Progress?
    private let isCancelled: (() -> Bool)?

    /// - Parameters:
    ///   - progress: called after each chunk.
    ///   - isCancelled: asked before each chunk; true ends the reading with `SnapshotError.cancelled`.
    package init(progress: Progress? = nil, isCancelled: (() -> Bool)? = nil) {
        self.progress = progress
        self.isCancelled = isCancelled
    }

    /// All of a snapshot.
    package func read(_ path: String) throws(SnapshotError) -> Snapshot {
        try read(file: path, chunkSizes: [], source: open(path))
    }

    /// All but the findings. Stops where they begin, when what every snapshot needs came before.
    package func readHeader(_ path: String) throws(SnapshotError) -> SnapshotHeading {
        var session = SnapshotSession(mode: .header)
        var cursor = UnsafeJSONCursor(file: path, chunk: Self.headerChunk, source: try open(path))
        return try session.heading(&cursor)
    }

    /// As much of a broken snapshot as there is, with what is wrong with it.
    package func salvage(_ path: String) -> SalvagedSnapshot {
        do throws(SnapshotError) {
            return salvage(file: path, source: try open(path))
        } catch {
            return SalvagedSnapshot(snapshot: nil, error: error)
        }
    }

    /// A snapshot in memory, plain or gzip.
    ///
    /// - Parameters:
    ///   - name: stands for the file in messages.
    ///   - chunkSizes: how many bytes come with each read, to show that chunks make no difference.
    package func read(
        bytes: [UInt8], name: String = "snapshot", chunkSizes: [Int] = []
    ) throws(SnapshotError) -> Snapshot {
        let source = try decompressed(UnsafeMemorySource.source(bytes, chunkSizes: chunkSizes), file: name)
        return try read(file: name, chunkSizes: chunkSizes, source: source)
    }

    /// The header of a snapshot in memory, plain or gzip.
    package func readHeader(
        bytes: [UInt8], name: String = "snapshot", chunkSizes: [Int] = []
    ) throws(SnapshotError) -> SnapshotHeading {
        var session = SnapshotSession(mode: .header)
        let source = try decompressed(UnsafeMemorySource.source(bytes, chunkSizes: chunkSizes), file: name)
        var cursor = UnsafeJSONCursor(file: name, chunk: Self.headerChunk, source: source)
        return try session.heading(&cursor)
    }

    /// As much of a broken snapshot in memory as there is.
    package func salvage(bytes: [UInt8], name: String = "snapshot") -> SalvagedSnapshot {
        do throws(SnapshotError) {
            return salvage(file: name, source: try decompressed(UnsafeMemorySource.source(bytes), file: name))
        } catch {
            return SalvagedSnapshot(snapshot: nil, error: error)
        }
    }

    /// A header is some kilobytes; more need not be read for it.
    private static let headerChunk = 16 << 10

    private func open(_ path: String) throws(SnapshotError) -> ByteSource {
        let file = try InputFile(path)
        let total = file.size
        var bytesRead = 0
        let source: ByteSource = { (room) throws(SnapshotError) in
            if isCancelled?() == true { throw .cancelled(file: path) }
            let count = try file.read(into: room)
            bytesRead += count
            progress?(bytesRead, total)
            return count
        }
        return try decompressed(source, file: path)
    }

    private func decompressed(_ source: @escaping ByteSource, file: String) throws(SnapshotError) -> ByteSource {
        try UnsafeGzipSource.source(source, file: file)
    }

    private func read(
        file: String, chunkSizes: [Int], source: @escaping ByteSource
    ) throws(SnapshotError) -> Snapshot {
        var session = SnapshotSession(mode: .full)
        // Tests that choose the chunks get a small buffer too, so that it has to move and grow.
        let chunk = chunkSizes.isEmpty ? UnsafeJSONCursor.defaultChunk : 16
        var cursor = UnsafeJSONCursor(file: file, chunk: chunk, source: source)
        return try session.snapshot(&cursor)
    }

    private func salvage(file: String, source: @escaping ByteSource) -> SalvagedSnapshot {
        var session = SnapshotSession(mode: .full)
        var cursor = UnsafeJSONCursor(file: file, source: source)
        do throws(SnapshotError) {
            return SalvagedSnapshot(snapshot: try session.snapshot(&cursor), error: nil)
        } catch {
            return SalvagedSnapshot(snapshot: session.salvaged(at: cursor.here), error: error)
        }
    }
}

/// The header of a snapshot, and whether the whole file was read for it.
package struct SnapshotHeading: Equatable, Sendable {
    package var header: SnapshotHeader
    /// False when the reader stopped at the findings: anything that follows them has not been seen or checked.
    package var isComplete: Bool

    package init(header: SnapshotHeader, isComplete: Bool) {
        self.header = header
        self.isComplete = isComplete
    }
}

/// What could be read of a file.
package struct SalvagedSnapshot: Equatable, Sendable {
    /// Nil when the file broke before a project, a time, the format and its version were read.
    package var snapshot: Snapshot?
    /// Nil when nothing is wrong.
    package var error: SnapshotError?

    package init(snapshot: Snapshot?, error: SnapshotError?) {
        self.snapshot = snapshot
        self.error = error
    }
}
