/// What a store remembers from one transaction to the next.
struct StoreMemory {
    /// The revision that this is about.
    private var revision = 0
    /// The state of the content that was read or written last.
    var content: (id: Int, state: ContentState)?
    /// How far the lives are worked out.
    var fold: LifeFold?

    /// All is forgotten when another process wrote in between.
    mutating func follow(_ next: Int) {
        if next != revision + 1 {
            fold = nil
            content = nil
        }
        revision = next
    }
}

/// The memory of one store.
///
/// Named unsafe because the compiler cannot see who touches it; safe because only closures that run in the store's
/// `DatabaseQueue` do, one after the other.
final class UnsafeStoreMemory: @unchecked Sendable {
    var value = StoreMemory()
}
