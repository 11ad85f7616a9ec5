/// Bytes that are only ever written at their end, in memory of their own.
///
/// A performance type: of ten thousand findings half a million pieces are written, and an array asks before each whether it
/// has one owner. Safe: memory is freed with its one owner, every write is preceded by `room`, and no pointer leaves the
/// closures that lend it.
struct UnsafeTextBuffer: ~Copyable {
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity = 256
    private(set) var count = 0

    init() {
        memory = .allocate(capacity: capacity)
    }

    deinit {
        memory.deallocate()
    }

    /// Forgets the bytes and keeps the memory.
    mutating func removeAll() {
        count = 0
    }

    var last: UInt8? { count == 0 ? nil : memory[count - 1] }

    /// - Parameter write: puts up to `most` bytes at the place it gets, and returns how many.
    @inline(__always)
    mutating func append(atMost most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
        if capacity - count < most { grow(most) }
        let written = write(memory + count)
        precondition(written <= most, "more bytes written than there was room for")
        count += written
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        append(atMost: 1) { place in
            place.pointee = byte
            return 1
        }
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        append(atMost: bytes.count) { place in
            place.initialize(from: start, count: bytes.count)
            return bytes.count
        }
    }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: memory, count: count))
    }

    @inline(never)
    private mutating func grow(_ most: Int) {
        capacity = max(capacity * 2, count + most)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.initialize(from: memory, count: count)
        memory.deallocate()
        memory = larger
    }
}
