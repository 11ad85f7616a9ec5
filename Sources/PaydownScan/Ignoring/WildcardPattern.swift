/// A shell pattern over bytes: `*`, `?`, `[a-z]`, `\`, and in paths `**`.
///
/// A performance file: every name of a tree is held against every pattern, and a pattern such as `*a*a*a*b` must not take
/// forever. Matching goes back to the last `*`, and from there to the last `**`, never further: what is between two
/// stars is best found as early as it can be, since the star behind it takes up the rest. So it costs the
/// pattern's length times the name's.
struct WildcardPattern: Equatable, Sendable {
    private enum Piece: Equatable {
        case byte(UInt8)
        /// `?`
        case one
        case oneOf(ByteSet)
        /// `*`: any bytes of a part.
        case many
        /// `**` at the end: any bytes across parts.
        case deep
        /// `**/`: any number of whole parts.
        case parts
    }

    private let pieces: [Piece]
    /// Whether `/` divides parts; otherwise it is a byte like others.
    private let isPath: Bool

    /// Nil for a pattern that is malformed and never matches: an open bracket, a backslash at the end.
    init?(_ pattern: ArraySlice<UInt8>, isPath: Bool) {
        self.isPath = isPath
        var pieces: [Piece] = []
        var rest = pattern
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "*"):
                let isFirst = rest.startIndex - 1 == pattern.startIndex
                let isBehindSlash = !isFirst && pattern[rest.startIndex - 2] == UInt8(ascii: "/")
                pieces.append(Self.star(&rest, isBounded: isPath && (isFirst || isBehindSlash)))
            case UInt8(ascii: "?"):
                pieces.append(.one)
            case UInt8(ascii: "["):
                guard let set = ByteSet(bracket: &rest) else { return nil }
                pieces.append(.oneOf(set))
            case UInt8(ascii: "\\"):
                guard let escaped = rest.popFirst() else { return nil }
                pieces.append(.byte(escaped))
            default:
                pieces.append(.byte(byte))
            }
        }
        self.pieces = pieces
    }

    static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[")
            || byte == UInt8(ascii: "\\")
    }

    /// `**` means more than `*` only as a whole part.
    private static func star(_ rest: inout ArraySlice<UInt8>, isBounded: Bool) -> Piece {
        let isDouble = rest.first == UInt8(ascii: "*")
        while rest.first == UInt8(ascii: "*") { rest.removeFirst() }
        guard isDouble, isBounded else { return .many }
        if rest.isEmpty { return .deep }
        if rest.first == UInt8(ascii: "/") {
            rest.removeFirst()
            return .parts
        }
        return rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "/")]) ? .deep : .many
    }

    /// Whether all of the text from `start` on matches.
    func matches(_ text: [UInt8], from start: Int) -> Bool {
        var piece = 0
        var index = start
        // Where to go on when what comes after a star does not fit: the piece, and the text given to the star so far.
        var many: (piece: Int, index: Int)?
        var deep: (piece: Int, index: Int, isParts: Bool)?
        while true {
            if piece < pieces.count {
                switch pieces[piece] {
                case .many:
                    piece += 1
                    many = (piece, index)
                    continue
                case .deep, .parts:
                    let isParts = pieces[piece] == .parts
                    piece += 1
                    deep = (piece, index, isParts)
                    many = nil
                    continue
                default:
                    if index < text.count, fits(pieces[piece], text[index]) {
                        piece += 1
                        index += 1
                        continue
                    }
                }
            } else if index == text.count {
                return true
            }
            if let last = many, last.index < text.count, !(isPath && text[last.index] == UInt8(ascii: "/")) {
                many = (last.piece, last.index + 1)
                (piece, index) = (last.piece, last.index + 1)
            } else if let last = deep, let next = Self.next(text, last.index, isParts: last.isParts) {
                deep = (last.piece, next, last.isParts)
                many = nil
                (piece, index) = (last.piece, next)
            } else {
                return false
            }
        }
    }

    private func fits(_ piece: Piece, _ byte: UInt8) -> Bool {
        switch piece {
        case .byte(let wanted): byte == wanted
        case .one: !(isPath && byte == UInt8(ascii: "/"))
        case .oneOf(let set): set.contains(byte) && !(isPath && byte == UInt8(ascii: "/"))
        case .many, .deep, .parts: false
        }
    }

    /// How far a `**` reaches when it takes one more byte, or one more part.
    private static func next(_ text: [UInt8], _ index: Int, isParts: Bool) -> Int? {
        guard isParts else { return index < text.count ? index + 1 : nil }
        return text[index...].firstIndex(of: UInt8(ascii: "/")).map { $0 + 1 }
    }
}
