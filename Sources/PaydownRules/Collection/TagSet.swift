/// What else is known about a finding's place, in the order in which it is shown.
package struct TagSet: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    package static let alias = TagSet(rawValue: 1)
    package static let star = TagSet(rawValue: 2)
    package static let tryFallback = TagSet(rawValue: 4)
    package static let inFunction = TagSet(rawValue: 8)
    package static let typeChecking = TagSet(rawValue: 16)
    package static let reExport = TagSet(rawValue: 32)
    package static let string = TagSet(rawValue: 64)
    package static let test = TagSet(rawValue: 128)
    package static let comment = TagSet(rawValue: 256)
    package static let indirect = TagSet(rawValue: 512)

    static let names = [
        "alias", "star", "try-fallback", "in-function", "type-checking", "re-export", "string", "test", "comment",
        "indirect",
    ]

    package var words: [String] {
        Self.names.indices.filter { rawValue >> UInt16($0) & 1 != 0 }.map { Self.names[$0] }
    }
}
