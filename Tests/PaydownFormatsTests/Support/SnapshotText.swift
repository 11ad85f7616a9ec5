import PaydownFormats

/// JSON text as the value of a key that a snapshot does not know: whether it is read depends on nothing but grammar.
func snapshotText(around value: [UInt8]) -> [UInt8] {
    Array(
        #"{"format":"paydown-snapshot","version":1,"project":{"name":"p"},"takenAt":"2025-01-01T00:00:00Z","x":"#.utf8)
        + value + Array("}".utf8)
}

/// A snapshot's text with these members behind what every snapshot must have.
func snapshotText(_ members: String) -> [UInt8] {
    Array(
        """
        {"format":"paydown-snapshot","version":1,"project":{"name":"p"},"takenAt":"2025-01-01T00:00:00Z",
        \(members)}
        """.utf8)
}

/// What reading these bytes throws; nil when they are read.
func readingError(_ bytes: [UInt8], chunkSizes: [Int] = []) -> SnapshotError? {
    do throws(SnapshotError) {
        _ = try SnapshotReader().read(bytes: bytes, chunkSizes: chunkSizes)
        return nil
    } catch {
        return error
    }
}
