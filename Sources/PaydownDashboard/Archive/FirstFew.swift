/// The first so many of many elements by an order, without sorting the rest.
///
/// A performance file: of half a million symbols a screen shows a thousand at most. Elements behind the last of those
/// that are kept are passed over with one comparison; the others gather until there are twice as many as wanted.
struct FirstFew<Element> {
    private let limit: Int
    private let isBefore: (Element, Element) -> Bool
    private var kept: [Element] = []
    /// The last of the first `limit` so far; nil while there are fewer.
    private var bound: Element?

    init(_ limit: Int, by isBefore: @escaping (Element, Element) -> Bool) {
        self.limit = limit
        self.isBefore = isBefore
    }

    mutating func add(_ element: Element) {
        if let bound, !isBefore(element, bound) { return }
        kept.append(element)
        if kept.count >= limit * 2 { trim() }
    }

    /// In order.
    mutating func finish() -> [Element] {
        trim()
        return kept
    }

    private mutating func trim() {
        kept.sort(by: isBefore)
        guard kept.count >= limit else { return }
        kept.removeSubrange(limit...)
        bound = kept.last
    }
}
