/// Spans of a text, such as its statements, in the memory into which the scanner has written them.
///
/// A performance type: there are three lists of them for each file, an eighth as long as the text, of which most rules look
/// at nothing. They are not copied from the scanner's memory, but the memory goes with the facts. Who keeps the facts of
/// a file keeps it; the scanner then takes other memory for the next file.
package struct FactSpans: Sendable {
    private var store: SpanStore?
    package private(set) var count = 0

    package init() {}

    /// The span with this number, from 0.
    package subscript(index: Int) -> ByteSpan {
        guard index >= 0, index < count, let store else { preconditionFailure("a span that the text does not have") }
        return store[index]
    }

    /// All of them, copied.
    package var all: [ByteSpan] { (0..<count).map { self[$0] } }

    // MARK: Writing

    /// Forgets all, and lends memory for the spans of a text of so many bytes, which has no more than half as many lines or
    /// statements, and one without an end.
    mutating func begin(forBytes bytes: Int) -> SpanList {
        count = 0
        let own = isKnownUniquelyReferenced(&store) ? store : nil
        let lent = own ?? SpanStore()
        store = lent
        return lent.lend(forBytes: bytes)
    }

    /// Makes room for more spans than these, which are all that were written; the list that was lent may no longer be used.
    mutating func extend(_ written: Int) -> SpanList {
        guard let store else { preconditionFailure("spans were written before memory was lent") }
        return store.extend(written)
    }

    /// The first spans of those written are what there is.
    mutating func end(_ count: Int) {
        precondition(count == 0 || store.map { count <= $0.capacity } ?? false, "more spans than were written")
        self.count = count
    }
}
