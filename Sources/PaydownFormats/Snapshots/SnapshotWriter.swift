import PaydownCore

/// Writes snapshots: the same bytes for the same snapshot, the header an item a line, each finding one line.
package enum SnapshotWriter {
    /// A snapshot as JSON text.
    package static func bytes(of snapshot: Snapshot) throws(SnapshotError) -> [UInt8] {
        var bytes: [UInt8] = []
        try write(snapshot) { (chunk) throws(SnapshotError) in bytes.append(contentsOf: chunk) }
        return bytes
    }

    /// A snapshot as gzip of its JSON text.
    package static func compressedBytes(of snapshot: Snapshot) throws(SnapshotError) -> [UInt8] {
        var bytes: [UInt8] = []
        // The closure outlives no call of the sink.
        let box = ByteBox()
        let gzip = UnsafeGzipSink { (chunk) throws(SnapshotError) in box.bytes.append(contentsOf: chunk) }
        try write(snapshot) { (chunk) throws(SnapshotError) in try gzip.write(chunk) }
        try gzip.finish()
        swap(&bytes, &box.bytes)
        return bytes
    }

    /// Writes a snapshot to a file, packed when its name ends in `.gz`: whole or not at all.
    package static func write(_ snapshot: Snapshot, to path: String) throws(SnapshotError) {
        let file = try AtomicFile(path)
        if path.hasSuffix(".gz") {
            let gzip = UnsafeGzipSink { (chunk) throws(SnapshotError) in try file.write(chunk) }
            try write(snapshot) { (chunk) throws(SnapshotError) in try gzip.write(chunk) }
            try gzip.finish()
        } else {
            try write(snapshot) { (chunk) throws(SnapshotError) in try file.write(chunk) }
        }
        try file.commit()
    }

    /// How much text is put together before it is passed on.
    private static let chunk = 128 << 10

    private static func write(
        _ snapshot: Snapshot, sink: (UnsafeRawBufferPointer) throws(SnapshotError) -> Void
    ) throws(SnapshotError) {
        var text = JSONText()
        try HeaderText.append(snapshot.header, to: &text)
        text.raw("\"findings\": [")
        var findings = FindingText(snapshot.findings)
        for row in 0..<snapshot.findings.count {
            text.raw(row == 0 ? "\n" : ",\n")
            try findings.append(row, to: &text)
            if text.count > chunk {
                try pass(&text, to: sink)
            }
        }
        text.raw(snapshot.findings.isEmpty ? "]\n}\n" : "\n]\n}\n")
        try pass(&text, to: sink)
    }

    private static func pass(
        _ text: inout JSONText, to sink: (UnsafeRawBufferPointer) throws(SnapshotError) -> Void
    ) throws(SnapshotError) {
        let result: Result<Void, SnapshotError> = text.withBytes { bytes in
            do throws(SnapshotError) {
                return .success(try sink(UnsafeRawBufferPointer(bytes)))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
        text.removeAll()
    }
}

/// Bytes that a closure collects.
private final class ByteBox {
    var bytes: [UInt8] = []
}
