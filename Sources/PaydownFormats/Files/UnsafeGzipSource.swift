import CZlib

/// A source that unpacks gzip when its first bytes say so, and passes everything else through.
///
/// Named unsafe for the memory it shares with zlib. Safe because `packed` and the stream's state live as long as
/// this object and are touched by it alone, and `room` is only used within the call that got it.
final class UnsafeGzipSource {
    private let file: String
    private let source: ByteSource
    private var stream = z_stream()
    private let packed: UnsafeMutableBufferPointer<UInt8>
    private var isInsideMember = true
    private var sourceHasEnded = false
    /// What zlib found wrong.
    private var failure: String?

    /// Big enough that a read costs little beside unpacking what it brings.
    private static let chunk = 64 << 10

    /// - Parameter source: what may be packed; it is read from at once, as far as its first two bytes.
    static func source(_ source: @escaping ByteSource, file: String) throws(SnapshotError) -> ByteSource {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 2, alignment: 1)
        defer { room.deallocate() }
        var known = 0
        while known < 2 {
            let count = try source(UnsafeMutableRawBufferPointer(rebasing: room[known...]))
            if count == 0 { break }
            known += count
        }
        let first = Array(room.prefix(known))
        if first == [0x1F, 0x8B] {
            let unpacker = try UnsafeGzipSource(source, first: first, file: file)
            return { (room) throws(SnapshotError) in try unpacker.read(into: room) }
        }
        let beginning = UnsafeMemorySource.source(first)
        return { (room) throws(SnapshotError) in
            let count = try beginning(room)
            return count > 0 ? count : try source(room)
        }
    }

    private init(_ source: @escaping ByteSource, first: [UInt8], file: String) throws(SnapshotError) {
        self.file = file
        self.source = source
        packed = .allocate(capacity: Self.chunk)
        _ = packed.initialize(from: first)
        stream.next_in = packed.baseAddress
        stream.avail_in = UInt32(first.count)
        // 15 bits of window, the largest, and 16 for gzip's own header and checksum.
        let status = inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else {
            throw .unreadable(file: file, reason: "zlib does not start (status \(status))")
        }
    }

    deinit {
        inflateEnd(&stream)
        packed.deallocate()
    }

    private func read(into room: UnsafeMutableRawBufferPointer) throws(SnapshotError) -> Int {
        stream.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.avail_out = UInt32(clamping: room.count)
        let wanted = stream.avail_out
        while stream.avail_out == wanted, failure == nil {
            if stream.avail_in == 0 { try readPacked() }
            if !isInsideMember {
                // A gzip file may be several, one behind the other.
                if stream.avail_in == 0 { break }
                inflateReset(&stream)
                isInsideMember = true
            }
            // Without input it may still hold back what found no room before.
            switch inflate(&stream, Z_NO_FLUSH) {
            case Z_OK: break
            case Z_STREAM_END: isInsideMember = false
            case Z_BUF_ERROR where stream.avail_in > 0 || !sourceHasEnded: break
            case Z_BUF_ERROR: failure = "it ends early"
            default: failure = stream.msg.map { String(cString: $0) } ?? "it makes no sense"
            }
        }
        let count = Int(wanted - stream.avail_out)
        // What was unpacked before comes first, so that the message does not depend on the size of chunks.
        if count == 0, let failure { throw .badCompression(file: file, reason: failure) }
        return count
    }

    /// Leaves the input empty at the end.
    private func readPacked() throws(SnapshotError) {
        if sourceHasEnded { return }
        let count = try source(UnsafeMutableRawBufferPointer(packed))
        stream.next_in = packed.baseAddress
        stream.avail_in = UInt32(count)
        sourceHasEnded = count == 0
    }
}
