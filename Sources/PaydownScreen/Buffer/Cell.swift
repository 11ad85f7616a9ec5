/// One cell of a frame: 8 bytes, comparable as memory.
package struct Cell: Hashable, Sendable {
    /// A Unicode scalar, or `clusterBit` and the index of a cluster in the buffer.
    package var glyph: UInt32
    package var ink: Ink
    /// Cells taken: 1 or 2; 0 for the cell behind a wide glyph.
    package var width: UInt8
    /// Always 0; it fills the cell to 8 bytes.
    private let reserved: UInt8 = 0

    package init(glyph: UInt32, ink: Ink, width: UInt8) {
        self.glyph = glyph
        self.ink = ink
        self.width = width
    }

    package static let clusterBit: UInt32 = 0x8000_0000

    package static func blank(_ ink: Ink = .text) -> Cell {
        Cell(glyph: 0x20, ink: ink, width: 1)
    }

    package var isCluster: Bool { glyph & Cell.clusterBit != 0 }
}
