import Glibc
import PaydownRules

/// The bytes of a cache in memory, aligned for the widest values in it.
///
/// A performance file: everything about ten thousand files is there when their bytes have been read, and nothing is taken
/// apart. It is safe to share: whoever makes it writes the bytes before anybody else has it, then nobody does, and they
/// are freed with the object. What is loaded are numbers, of which every bit pattern is one, at places that are held
/// against the count.
final class CacheMemory: @unchecked Sendable {
    let count: Int
    private let start: UnsafeMutableRawPointer

    private static let alignment = 64
    private static let largePage = 1 << 21

    /// - Parameter write: fills the bytes, which are zero before.
    init(count: Int, _ write: (UnsafeMutableRawBufferPointer) -> Void) {
        self.count = count
        start = .allocate(byteCount: count, alignment: Self.alignment)
        start.initializeMemory(as: UInt8.self, repeating: 0, count: count)
        write(UnsafeMutableRawBufferPointer(start: start, count: count))
    }

    /// Reads so many bytes from a file; nil when there are fewer.
    init?(_ descriptor: Int32, count: Int) {
        self.count = count
        // Where the system has large pages, it need not be asked for a thousand small ones one by one.
        let isLarge = count >= Self.largePage
        start = .allocate(byteCount: count, alignment: isLarge ? Self.largePage : Self.alignment)
        if isLarge { madvise(start, count, MADV_HUGEPAGE) }
        var done = 0
        while done < count {
            let got = Glibc.read(descriptor, start + done, count - done)
            if got > 0 { done += got } else if got == 0 || errno != EINTR { return nil }
        }
    }

    deinit {
        start.deallocate()
    }

    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withExtendedLifetime(self) { body(UnsafeRawBufferPointer(start: start, count: count)) }
    }

    /// - Parameter offset: a multiple of the value's alignment.
    func load<Value: BitwiseCopyable>(_ offset: Int, as type: Value.Type = Value.self) -> Value {
        precondition(offset >= 0 && offset + MemoryLayout<Value>.size <= count, "beyond the end of a cache")
        return withExtendedLifetime(self) { start.load(fromByteOffset: offset, as: Value.self) }
    }

    /// Whether numbers of 32 bits never get less, and the last, or 0 when there is none, is what it should be.
    func rises(_ offset: Int, _ count: Int, to end: UInt32) -> Bool {
        precondition(offset >= 0 && offset + count * 4 <= self.count, "beyond the end of a cache")
        return withExtendedLifetime(self) {
            var last: UInt32 = 0
            for place in 0..<count {
                let value = start.load(fromByteOffset: offset + place * 4, as: UInt32.self)
                if value < last { return false }
                last = value
            }
            return last == end
        }
    }

    /// The contributions that lie there; nil when they cannot be any.
    func contributions(
        files: Int, _ counts: ContributionCounts, at range: Range<Int>, ruleCount: Int
    ) -> ContributionBlock? {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "beyond the end of a cache")
        return ContributionBlock(
            files: files, counts, at: start + range.lowerBound, count: range.count, of: self, ruleCount: ruleCount)
    }
}
