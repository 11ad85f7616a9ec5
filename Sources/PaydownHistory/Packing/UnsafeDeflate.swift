import CZlib

/// Packed bytes made smaller by zlib where that pays.
///
/// Named unsafe for the pointers that zlib takes; safe because both buffers are owned by the call and their sizes are
/// what zlib is told. Layout: the length before compression (LEB128), then the zlib stream, or the bytes as they are
/// when they are not longer than that.
enum UnsafeDeflate {
    /// zlib's own default; 9 took twice the time for one per cent.
    private static let level: Int32 = 6
    /// Larger lengths are a broken file, not a snapshot.
    private static let limit = 1 << 31

    static func packed(_ bytes: [UInt8]) -> [UInt8] {
        var head = ByteWriter()
        head.number(bytes.count)
        var length = compressBound(UInt(bytes.count))
        let body = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
            let status = compress2(buffer.baseAddress, &length, bytes, UInt(bytes.count), level)
            count = status == Z_OK ? Int(length) : 0
        }
        head.append(body.isEmpty || body.count >= bytes.count ? bytes : body)
        return head.bytes
    }

    static func unpacked(_ packed: [UInt8]) throws(BrokenBytes) -> [UInt8] {
        var reader = ByteReader(packed)
        let count = try reader.int()
        guard count >= 0, count < limit else { throw BrokenBytes(what: "a length out of range") }
        let start = reader.position
        if packed.count - start == count { return Array(packed[start...]) }
        var length = UInt(count)
        var status = Z_OK
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            packed.withUnsafeBufferPointer { source in
                status = uncompress(
                    buffer.baseAddress, &length, source.baseAddress! + start, UInt(packed.count - start))
            }
            initialized = status == Z_OK ? Int(length) : 0
        }
        guard status == Z_OK, bytes.count == count else {
            throw BrokenBytes(what: "compressed data that do not unfold")
        }
        return bytes
    }
}
