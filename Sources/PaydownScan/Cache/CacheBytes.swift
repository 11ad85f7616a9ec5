/// Puts numbers and texts of a cache one after the other, little-endian.
struct CacheBytes {
    private(set) var bytes: [UInt8] = []

    mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append<Number: FixedWidthInteger>(_ numbers: [Number]) {
        append(UInt32(numbers.count))
        for number in numbers { append(number) }
    }

    mutating func append(_ text: [UInt8]) {
        append(UInt32(text.count))
        bytes.append(contentsOf: text)
    }

    mutating func append(_ text: String) {
        append(UInt32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }
}

/// Something in a cache that cannot be: it is thrown away.
struct CacheDamage: Error {}
