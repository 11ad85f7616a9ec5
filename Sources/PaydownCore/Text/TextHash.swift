/// The hash by which `StringTable` and `StringListTable` find things, fed eight bytes at a time.
///
/// Each step multiplies to 128 bits and folds both halves, as wyhash does; the constants are wyhash's, too.
struct TextHash {
    private var state: UInt64 = 0x9e37_79b9_7f4a_7c15

    @inline(__always)
    mutating func feed(_ word: UInt64) {
        let product = (state ^ word).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
        state = product.high ^ product.low
    }

    /// The hash of a text of that many bytes, all of them fed.
    @inline(__always)
    func finished(count: Int) -> UInt64 {
        let product = (state ^ UInt64(truncatingIfNeeded: count)).multipliedFullWidth(by: 0xe703_7ed1_a0b4_28db)
        return product.high ^ product.low
    }

    /// Words are little-endian; the last one is filled up with zero bytes.
    @inline(__always)
    static func of(_ utf8: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = TextHash()
        let raw = UnsafeRawBufferPointer(utf8)
        var index = 0
        while index + 8 <= raw.count {
            hash.feed(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
            index += 8
        }
        if raw.count >= 8, index < raw.count {
            // The last eight bytes, without those that were fed: one read instead of up to seven.
            let last = raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)
            hash.feed(UInt64(littleEndian: last) &>> UInt64((8 - (raw.count - index)) * 8))
        } else if index < raw.count {
            hash.feed(short(raw))
        }
        return hash.finished(count: raw.count)
    }

    /// All bytes of a text of one to seven in one number, with reads that overlap instead of one for each.
    @inline(__always)
    private static func short(_ raw: UnsafeRawBufferPointer) -> UInt64 {
        let last = raw.count &- 1
        if raw.count >= 4 {
            let begin = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
            let end = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: last &- 3, as: UInt32.self))
            return UInt64(begin) | UInt64(end) << 32
        }
        return UInt64(raw[0]) | UInt64(raw[raw.count &>> 1]) << 8 | UInt64(raw[last]) << 16
    }
}
