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
        if isPlain(text.utf8) { return text.utf8.count }
        var reader = GlyphReader(text.unicodeScalars)
        var width = 0
        while let glyph = reader.next() { width += glyph.width }
        return width
    }

    package static func of(_ text: Substring) -> Int {
        isPlain(text.utf8) ? text.utf8.count : of(String(text))
    }

    /// Printable ASCII only: then a byte is a cell.
    private static func isPlain(_ text: some Sequence<UInt8>) -> Bool {
        text.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }
}
