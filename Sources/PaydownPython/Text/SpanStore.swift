/// The memory for the logical lines of a text, for its statements or its names, used for file after file.
///
/// It is safe to send: it is written by the scanner only, through facts that nobody else has (`FactSpans`).
final class SpanStore: @unchecked Sendable {
    private var spans: UnsafeMutablePointer<ByteSpan>
    private(set) var capacity = 1 << 12

    init() {
        spans = .allocate(capacity: capacity)
    }

    deinit {
        spans.deallocate()
    }

    /// The span with this number, which was written.
    subscript(index: Int) -> ByteSpan {
        precondition(index < capacity, "more spans than a text can have")
        return spans[index]
    }

    /// Makes room for half as many spans as there are bytes, and two.
    ///
    /// What is not written costs no memory. What was lent before may no longer be used.
    func lend(forBytes count: Int) -> SpanList {
        let needed = count / 2 + 2
        if needed > capacity {
            spans.deallocate()
            capacity = max(needed, capacity * 2)
            spans = .allocate(capacity: capacity)
        }
        return SpanList(spans: spans, capacity: capacity)
    }

    /// Makes room for more spans than these, which are all that were written; the list that was lent may no longer be used.
    func extend(_ count: Int) -> SpanList {
        let larger = UnsafeMutablePointer<ByteSpan>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: spans, count: count)
        spans.deallocate()
        spans = larger
        capacity *= 2
        return SpanList(spans: spans, capacity: capacity)
    }
}

/// Spans that are written one behind the other; who writes them counts them.
///
/// A performance type: every tenth token ends a line, and most lines have facts. A bare pointer spares the array's checks, and
/// counting who holds the store. Safe: every access is below the capacity, and the store outlives the scan of a text.
struct SpanList {
    fileprivate let spans: UnsafeMutablePointer<ByteSpan>
    let capacity: Int

    /// Puts the span with this number in place; those before it are there.
    @inline(__always)
    func set(_ index: Int, _ span: ByteSpan) {
        precondition(index < capacity, "more spans than a text can have")
        (spans + index).initialize(to: span)
    }

    /// Sets the end of a span that is there.
    @inline(__always)
    func setEnd(_ index: Int, _ end: UInt32) {
        precondition(index < capacity, "more spans than a text can have")
        spans[index].end = end
    }

    /// The span with this number.
    subscript(index: Int) -> ByteSpan {
        precondition(index < capacity, "more spans than a text can have")
        return spans[index]
    }
}
