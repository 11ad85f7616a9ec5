import CZlib

/// Packs bytes as gzip, the same bytes for the same input: without a time, a name or a system in its header.
///
/// Named unsafe for the memory it shares with zlib. Safe because `packed` and the stream's state live as long as
/// this object and are touched by it alone, and the input is only used within the call that brings it.
final class UnsafeGzipSink {
    private var stream = z_stream()
    private let packed: UnsafeMutableBufferPointer<UInt8>
    private let header: UnsafeMutablePointer<gz_header>
    private let sink: (UnsafeRawBufferPointer) throws(SnapshotError) -> Void

    /// zlib's own default: level 9 takes three times as long for two per cent.
    private static let level: Int32 = 6
    private static let unknownSystem: Int32 = 255

    init(sink: @escaping (UnsafeRawBufferPointer) throws(SnapshotError) -> Void) {
        self.sink = sink
        packed = .allocate(capacity: 64 << 10)
        header = .allocate(capacity: 1)
        header.initialize(to: gz_header())
        header.pointee.os = Self.unknownSystem
        // 15 bits of window, the largest, and 16 for gzip's own header; 8 is zlib's default of memory.
        let status = deflateInit2_(
            &stream, Self.level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "zlib does not start: out of memory, or not the zlib we were built with")
        deflateSetHeader(&stream, header)
    }

    deinit {
        deflateEnd(&stream)
        packed.deallocate()
        header.deallocate()
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(SnapshotError) {
        try deflate(bytes, flush: Z_NO_FLUSH)
    }

    /// Writes what is still held back, and the checksum.
    func finish() throws(SnapshotError) {
        try deflate(UnsafeRawBufferPointer(start: nil, count: 0), flush: Z_FINISH)
    }

    private func deflate(_ bytes: UnsafeRawBufferPointer, flush: Int32) throws(SnapshotError) {
        stream.next_in = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(to: UInt8.self)
        stream.avail_in = UInt32(bytes.count)
        repeat {
            stream.next_out = packed.baseAddress
            stream.avail_out = UInt32(packed.count)
            CZlib.deflate(&stream, flush)
            let count = packed.count - Int(stream.avail_out)
            try sink(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(packed)[..<count]))
        } while stream.avail_out == 0
    }
}
