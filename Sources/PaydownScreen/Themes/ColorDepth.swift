/// How many colours a terminal shows.
package enum ColorDepth: String, CaseIterable, Comparable, Sendable {
    /// No colour at all, or NO_COLOR: attributes only.
    case mono
    case sixteen = "16"
    case indexed = "256"
    case trueColor = "truecolor"

    package static func < (left: ColorDepth, right: ColorDepth) -> Bool {
        let order: [ColorDepth] = [.mono, .sixteen, .indexed, .trueColor]
        return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
}
