import CVterm
import PaydownScreen

/// What a terminal would show after some bytes: libvterm, an implementation that is not ours.
///
/// Its table of widths is of Unicode 12: newer emoji come out one cell wide, so tests leave them out.
package final class TerminalEmulator {
    /// One cell as the terminal shows it.
    package struct Cell: Equatable {
        /// The glyph; a space where nothing was written, empty behind a wide glyph.
        package var text: String
        package var width: Int
        package var foreground: Color
        package var background: Color
        /// Without `dim`, which libvterm does not know.
        package var attributes: Attributes
    }

    private let terminal: UnsafeMutablePointer<paydown_vterm>
    package private(set) var size: Size

    package init(size: Size) {
        self.size = size
        terminal = paydown_vterm_new(Int32(size.height), Int32(size.width))
    }

    deinit {
        paydown_vterm_free(terminal)
    }

    package func feed(_ bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        bytes.withUnsafeBytes { paydown_vterm_feed(terminal, $0.bindMemory(to: CChar.self).baseAddress, $0.count) }
    }

    package func resize(to size: Size) {
        self.size = size
        paydown_vterm_resize(terminal, Int32(size.height), Int32(size.width))
    }

    package var isAlternateScreen: Bool { terminal.pointee.is_alternate != 0 }
    package var isCursorVisible: Bool { terminal.pointee.is_cursor_visible != 0 }
    package var hasMouse: Bool { terminal.pointee.mouse != 0 }
    package var bells: Int { Int(terminal.pointee.bells) }

    package var cursor: Point {
        var (row, column) = (Int32(0), Int32(0))
        paydown_vterm_cursor(terminal, &row, &column)
        return Point(x: Int(column), y: Int(row))
    }

    package subscript(x: Int, y: Int) -> Cell {
        let flat = paydown_vterm_cell_at(terminal, Int32(y), Int32(x))
        var attributes: Attributes = []
        if flat.is_bold != 0 { attributes.insert(.bold) }
        if flat.is_italic != 0 { attributes.insert(.italic) }
        if flat.is_underlined != 0 { attributes.insert(.underline) }
        if flat.is_reversed != 0 { attributes.insert(.reverse) }
        return Cell(
            text: Self.text(flat), width: Int(flat.width), foreground: Self.color(flat.foreground),
            background: Self.color(flat.background), attributes: attributes)
    }

    /// The rows as plain text, without trailing spaces.
    package var lines: [String] {
        (0..<size.height).map { y in
            var line = (0..<size.width).map { self[$0, y].text }.joined()
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    package func contains(_ text: String) -> Bool {
        lines.contains { $0.contains(text) }
    }

    private static func text(_ cell: paydown_vterm_cell) -> String {
        var scalars = String.UnicodeScalarView()
        withUnsafeBytes(of: cell.scalars) { bytes in
            for value in bytes.bindMemory(to: UInt32.self).prefix(while: { $0 != 0 }) {
                // libvterm marks the cell behind a wide glyph so.
                if value == UInt32.max { continue }
                if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
            }
            if bytes.bindMemory(to: UInt32.self)[0] == 0 { scalars.append(" ") }
        }
        return String(scalars)
    }

    private static func color(_ value: Int32) -> Color {
        switch value {
        case ..<0: .terminalDefault
        case ..<256: .indexed(UInt8(value))
        default:
            .rgb(
                red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
        }
    }
}
