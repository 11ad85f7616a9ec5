/// How many cells a scalar takes, as the C library's `wcwidth` says, which is what ncurses goes by.
package enum DisplayWidth {
    /// 0, 1 or 2; -1 for what has no width: controls, surrogates, unassigned scalars.
    package static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x7F { return value >= 0x20 ? 1 : -1 }
        if value < 0xA0 { return -1 }
        return DisplayWidthTable.lookUp(value)
    }

    /// The cells that a text takes when it is written to a buffer, after neutralising.
    package static func of(_ text: String) -> Int {
        of(text[...])
    }

    package static func of(_ text: Substring) -> Int {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
        var reader = GlyphReader(text.unicodeScalars)
        var width = 0
        while let glyph = reader.next() { width += glyph.width }
        return width
    }
}
