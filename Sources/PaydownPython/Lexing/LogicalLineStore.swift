/// The memory for the logical lines of a text, used for file after file.
///
/// A performance file: every fourth token ends a line. A bare pointer spares the array's checks; every write is
/// preceded by a comparison with the capacity, and `copy` reads no more than its caller has written.
final class LogicalLineStore {
    private var spans: UnsafeMutablePointer<ByteSpan>
    private var capacity = 1 << 12

    init() {
        spans = .allocate(capacity: capacity)
    }

    deinit {
        spans.deallocate()
    }

    /// Puts the line with this number in place; the lines before it are there.
    @inline(__always)
    func set(_ index: Int, _ span: ByteSpan) {
        if index >= capacity { grow() }
        (spans + index).initialize(to: span)
    }

    /// Puts the first lines in the place of what the array holds.
    func copy(_ count: Int, into array: inout [ByteSpan]) {
        array.removeAll(keepingCapacity: true)
        array.append(contentsOf: UnsafeBufferPointer(start: spans, count: count))
    }

    @inline(never)
    private func grow() {
        let larger = UnsafeMutablePointer<ByteSpan>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: spans, count: capacity)
        spans.deallocate()
        spans = larger
        capacity *= 2
    }
}
