/// An extent in cells; never negative.
package struct Size: Hashable, Sendable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// Reads `120x36`; nil for anything else and for less than 1x1.
    package init?(_ text: String) {
        let parts = text.split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
            width > 0, height > 0, width <= 10_000, height <= 10_000
        else { return nil }
        self.init(width: width, height: height)
    }
}
