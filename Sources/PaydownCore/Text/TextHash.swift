/// The hash by which `StringTable` finds strings, fed eight bytes at a time.
///
/// It is a value of its own so that a reader can feed it while it looks for a string's end and need not
/// walk the bytes twice. Words are little-endian; the last word is filled up with zero bytes and is always
/// fed, even when it holds none. Each step multiplies to 128 bits and folds both halves, as wyhash does.
package struct TextHash: Sendable {
    @usableFromInline var state: UInt64 = 0x9e37_79b9_7f4a_7c15

    @inlinable @inline(__always) package init() {}

    @inlinable @inline(__always)
    package mutating func feed(_ word: UInt64) {
        let product = (state ^ word).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
        state = product.high ^ product.low
    }

    /// The hash of a text of that many bytes, all of them fed.
    @inlinable @inline(__always)
    package func finished(count: Int) -> UInt64 {
        let product = (state ^ UInt64(truncatingIfNeeded: count)).multipliedFullWidth(by: 0xe703_7ed1_a0b4_28db)
        return product.high ^ product.low
    }

    @inlinable package static func of(_ utf8: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = TextHash()
        let raw = UnsafeRawBufferPointer(utf8)
        var index = 0
        while index + 8 <= raw.count {
            hash.feed(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
            index += 8
        }
        var tail: UInt64 = 0
        var shift: UInt64 = 0
        while index < raw.count {
            tail |= UInt64(raw[index]) << shift
            shift += 8
            index += 1
        }
        hash.feed(tail)
        return hash.finished(count: raw.count)
    }
}
