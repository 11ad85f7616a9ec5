import PaydownScreen

/// A frame as text with the escape sequences that colour it (ECMA-48, SGR), for pagers, logs and bug reports.
package enum FrameANSI {
    package static func text(_ buffer: Buffer, _ theme: Theme) -> String {
        var text = ""
        for y in 0..<buffer.size.height {
            var last: Style?
            for x in 0..<buffer.size.width {
                let cell = buffer[x, y]
                if cell.width == 0 { continue }
                let style = theme.style(cell.ink)
                if style != last {
                    text += style.escapeSequence
                    last = style
                }
                text += buffer.text(of: cell)
            }
            text += Style.endSequence + "\n"
        }
        return text
    }
}
