/// Bytes in memory as a source, handed out in chunks of any sizes.
///
/// Named unsafe for its copy into raw memory; safe because it copies no more than `room` and `bytes` both hold.
struct UnsafeMemorySource {
    /// - Parameter chunkSizes: how many bytes each read gives at most, the last one again and again;
    ///   empty for as many as there is room for. Sizes below 1 count as 1.
    static func source(_ bytes: [UInt8], chunkSizes: [Int] = []) -> ByteSource {
        var position = 0
        var reads = 0
        return { (room) throws(SnapshotError) in
            let wanted = chunkSizes.isEmpty ? room.count : max(1, chunkSizes[min(reads, chunkSizes.count - 1)])
            reads += 1
            let count = min(wanted, room.count, bytes.count - position)
            bytes.withUnsafeBytes {
                room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
            }
            position += count
            return count
        }
    }
}
