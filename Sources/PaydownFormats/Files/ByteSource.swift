/// Bytes that come in chunks, from a file, from memory, through a decompressor.
///
/// - Parameter room: where the bytes go; never empty.
/// - Returns: how many were put there; 0 at the end, and again when asked after the end.
typealias ByteSource = (_ room: UnsafeMutableRawBufferPointer) throws(SnapshotError) -> Int
