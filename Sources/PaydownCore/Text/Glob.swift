/// A shell pattern over a name whose parts are divided by a separator.
///
/// `?` is one byte of a part, `*` any number of them, `**` any number across separators, `[a-z]` and `[!a-z]` one byte
/// of a set, `\` takes the next one as it is. The whole name must match.
package struct Glob: Hashable, Sendable {
    private enum Piece: Hashable {
        case byte(UInt8)
        case one
        case many
        case deep
        /// `**/`: any number of whole parts.
        case parts
        case oneOf([ClosedRange<UInt8>], isNegated: Bool)
    }

    private let pieces: [Piece]
    private let separator: UInt8

    package init(_ pattern: String, separator: UInt8 = UInt8(ascii: "/")) {
        self.separator = separator
        var pieces: [Piece] = []
        var rest = Array(pattern.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "?"): pieces.append(.one)
            case UInt8(ascii: "*"):
                if rest.first == UInt8(ascii: "*") {
                    while rest.first == UInt8(ascii: "*") { rest.removeFirst() }
                    let isParts = rest.first == separator
                    if isParts { rest.removeFirst() }
                    pieces.append(isParts ? .parts : .deep)
                } else {
                    pieces.append(.many)
                }
            case UInt8(ascii: "["): pieces.append(Self.set(&rest) ?? .byte(byte))
            case UInt8(ascii: "\\"): pieces.append(.byte(rest.popFirst() ?? byte))
            default: pieces.append(.byte(byte))
            }
        }
        self.pieces = pieces
    }

    /// Whether a text is a pattern at all, and not just a name.
    package static func isPattern(_ text: String) -> Bool {
        text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[") }
    }

    package func matches(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { matches($0) }
    }

    package func matches(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        matches(name, 0, 0)
    }

    private func matches(_ name: UnsafeBufferPointer<UInt8>, _ piece: Int, _ index: Int) -> Bool {
        var piece = piece
        var index = index
        while piece < pieces.count {
            switch pieces[piece] {
            case .many:
                var end = index
                while true {
                    if matches(name, piece + 1, end) { return true }
                    guard end < name.count, name[end] != separator else { return false }
                    end += 1
                }
            case .deep, .parts:
                let isWhole = pieces[piece] == .parts
                var end = index
                while end <= name.count {
                    if !isWhole || end == index || name[end - 1] == separator,
                        matches(name, piece + 1, end)
                    {
                        return true
                    }
                    end += 1
                }
                return false
            case .byte(let byte):
                guard index < name.count, name[index] == byte else { return false }
            case .one:
                guard index < name.count, name[index] != separator else { return false }
            case .oneOf(let ranges, let isNegated):
                guard index < name.count, name[index] != separator,
                    ranges.contains(where: { $0.contains(name[index]) }) != isNegated
                else { return false }
            }
            piece += 1
            index += 1
        }
        return index == name.count
    }

    /// What follows a bracket; nil, and nothing taken, when it is never closed.
    private static func set(_ rest: inout ArraySlice<UInt8>) -> Piece? {
        var set = rest
        let isNegated = set.first == UInt8(ascii: "!") || set.first == UInt8(ascii: "^")
        if isNegated { set.removeFirst() }
        var ranges: [ClosedRange<UInt8>] = []
        while let low = set.popFirst() {
            if low == UInt8(ascii: "]"), !ranges.isEmpty {
                rest = set
                return .oneOf(ranges, isNegated: isNegated)
            }
            if set.first == UInt8(ascii: "-"), let high = set.dropFirst().first, high != UInt8(ascii: "]") {
                set.removeFirst(2)
                if low <= high { ranges.append(low...high) }
            } else {
                ranges.append(low...low)
            }
        }
        return nil
    }
}
