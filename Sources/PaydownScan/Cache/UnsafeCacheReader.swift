/// Takes numbers and texts from a cache, in the order in which `CacheBytes` put them there.
///
/// A performance file: everything about ten thousand files is read within a few milliseconds of a process's start. Each
/// read asks first whether there are as many bytes; the reader does not leave the closure that lends it the bytes.
struct UnsafeCacheReader {
    private let bytes: UnsafeRawBufferPointer
    private var index = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// What has not been read.
    var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[index...]) }

    mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) throws(CacheDamage) -> Number {
        let size = MemoryLayout<Number>.size
        guard bytes.count - index >= size else { throw CacheDamage() }
        defer { index += size }
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: Number.self))
    }

    mutating func numbers<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) throws(CacheDamage) -> [Number]
    {
        let count = Int(try number(UInt32.self))
        guard (bytes.count - index) / MemoryLayout<Number>.size >= count else { throw CacheDamage() }
        var numbers: [Number] = []
        numbers.reserveCapacity(count)
        for _ in 0..<count { numbers.append(try number()) }
        return numbers
    }

    mutating func text() throws(CacheDamage) -> [UInt8] {
        let count = Int(try number(UInt32.self))
        guard bytes.count - index >= count else { throw CacheDamage() }
        defer { index += count }
        return Array(bytes[index..<index + count])
    }

    mutating func string() throws(CacheDamage) -> String {
        guard let string = String(validating: try text(), as: UTF8.self) else { throw CacheDamage() }
        return string
    }
}
