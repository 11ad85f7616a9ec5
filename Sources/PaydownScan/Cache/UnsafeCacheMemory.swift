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
        start = .allocate(byteCount: count, alignment: Self.alignment)
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

    /// The contributions that lie there; nil when they cannot be any.
    func contributions(
        files: Int, _ counts: ContributionCounts, at range: Range<Int>, ruleCount: Int
    ) -> ContributionBlock? {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "beyond the end of a cache")
        return ContributionBlock(
            files: files, counts, at: start + range.lowerBound, count: range.count, of: self, ruleCount: ruleCount)
    }
}
