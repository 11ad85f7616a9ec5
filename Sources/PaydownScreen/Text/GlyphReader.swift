/// Splits text into what is put into cells, and takes away what could harm or shift a screen.
///
/// Text from files is data: control and bidirectional characters come out as `?`, variation selectors are
/// dropped, a sequence joined by ZWJ is shown as its first scalar, regional indicators as letters, a skin
/// tone after an emoji is dropped, and a combining mark stays with the scalar before it. So every glyph
/// has the width that ncurses and the terminal agree on.
package struct GlyphReader {
    /// One glyph: its base scalar, the marks on it, and the cells it takes (1 or 2).
    package struct Glyph: Equatable {
        package var base: Unicode.Scalar
        package var marks: [Unicode.Scalar]
        package var width: Int
    }

    private var rest: String.UnicodeScalarView.Iterator
    /// Read already, and the first of the next glyph.
    private var ahead: Unicode.Scalar?

    package init(_ scalars: String.UnicodeScalarView) {
        rest = scalars.makeIterator()
        ahead = rest.next()
    }

    package mutating func next() -> Glyph? {
        guard let first = ahead else { return nil }
        ahead = rest.next()
        var glyph = Self.neutral(first)
        var isEmoji = glyph.width == 2 && first.value >= 0x1F000
        while let follower = ahead {
            let value = follower.value
            if value == 0x200D {
                ahead = rest.next()
                // What is joined on is left out, marks and further joiners with it.
                if let joined = ahead, DisplayWidth.of(joined) > 0 { ahead = rest.next() }
                continue
            }
            if (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value) {
                ahead = rest.next()
                continue
            }
            if isEmoji, (0x1F3FB...0x1F3FF).contains(value) {
                ahead = rest.next()
                isEmoji = false
                continue
            }
            guard DisplayWidth.of(follower) == 0, !Self.isHarmful(follower) else { break }
            ahead = rest.next()
            // ncurses keeps at most five characters in a cell.
            if glyph.marks.count < 4 { glyph.marks.append(follower) }
        }
        return glyph
    }

    private static func neutral(_ scalar: Unicode.Scalar) -> Glyph {
        let value = scalar.value
        if (0x1F1E6...0x1F1FF).contains(value), let letter = Unicode.Scalar(value - 0x1F1E6 + 0x41) {
            return Glyph(base: letter, marks: [], width: 1)
        }
        let width = DisplayWidth.of(scalar)
        if width > 0, !isHarmful(scalar) { return Glyph(base: scalar, marks: [], width: width) }
        // A mark with nothing before it would stick to a foreign cell.
        return Glyph(base: "?", marks: [], width: 1)
    }

    /// Invisible characters that reorder or hide text: bidirectional controls, separators, tags, fillers.
    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00AD, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E,
            0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default:
            false
        }
    }
}
