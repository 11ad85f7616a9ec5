/// A place among what a cache has in order, for whoever looks up things in the same order.
struct CacheCursor {
    /// The number at which to look next.
    private var next = 0

    /// Looks something up from the place on, and goes there.
    ///
    /// - Parameters:
    ///   - count: how many there are.
    ///   - compare: below zero when what is looked for comes before the one with a number, 0 when it is that one.
    /// - Returns: its number; nil when it is not there.
    mutating func find(among count: Int, _ compare: (Int) -> Int) -> Int? {
        while next < count {
            let order = compare(next)
            if order < 0 { return nil }
            next += 1
            if order == 0 { return next - 1 }
        }
        return nil
    }
}
