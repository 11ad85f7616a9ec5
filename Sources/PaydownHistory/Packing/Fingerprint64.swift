/// A hash of texts that stands in the file, so it must never change: FNV-1a with 64 bits.
///
/// Not for tables in memory: those have faster ones that may be replaced.
enum Fingerprint64 {
    static func of(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { of($0) }
    }

    static func of(_ utf8: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = Self.start
        for byte in utf8 { feed(byte, &hash) }
        return mixed(hash)
    }

    /// Of two texts, told apart from their concatenation.
    static func of(_ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = Self.start
        for byte in first { feed(byte, &hash) }
        feed(0, &hash)
        for byte in second { feed(byte, &hash) }
        return mixed(hash)
    }

    private static let start: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    private static func feed(_ byte: UInt8, _ hash: inout UInt64) {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    /// FNV leaves its high bits poor for short texts.
    private static func mixed(_ hash: UInt64) -> UInt64 {
        var value = hash ^ hash >> 32
        value = value &* 0x9e37_79b9_7f4a_7c15
        return value ^ value >> 29
    }
}
