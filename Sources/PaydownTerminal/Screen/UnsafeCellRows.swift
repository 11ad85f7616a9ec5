import Glibc
import PaydownScreen

/// The cells that the terminal shows, in rows that are compared as memory.
///
/// Measured reason: a frame of 200x60 is 96 kB; comparing it with memcmp takes 5 µs, cell by cell in Swift
/// 10 times that, and nine frames of ten change two rows. Nothing is allocated between two sizes.
///
/// Safe because the pointer is made and freed here only, its count is always `size.width * size.height`,
/// every row asked for is checked against the height, and `Cell` is eight bytes without a gap.
final class UnsafeCellRows {
    let size: Size
    private let cells: UnsafeMutableBufferPointer<Cell>
    /// Whether a row is what the terminal shows; nothing is before the first frame.
    private var isKnown: [Bool]

    init(size: Size) {
        self.size = size
        cells = .allocate(capacity: size.width * size.height)
        cells.initialize(repeating: .blank())
        isKnown = Array(repeating: false, count: size.height)
    }

    deinit {
        cells.deallocate()
    }

    func forget() {
        for row in isKnown.indices { isKnown[row] = false }
    }

    func forget(row: Int) {
        isKnown[row] = false
    }

    /// The columns in which a row differs from what is shown; the whole row when that is not known.
    func difference(row: Int, from new: UnsafeBufferPointer<Cell>) -> Range<Int>? {
        precondition(row >= 0 && row < size.height && new.count == size.width, "a row of another frame")
        guard isKnown[row] else { return 0..<size.width }
        let old = UnsafeBufferPointer(rebasing: cells[(row * size.width)..<((row + 1) * size.width)])
        guard let oldStart = old.baseAddress, let newStart = new.baseAddress else { return nil }
        guard memcmp(oldStart, newStart, size.width * MemoryLayout<Cell>.stride) != 0 else { return nil }
        var first = 0
        while old[first] == new[first] { first += 1 }
        var last = size.width - 1
        while old[last] == new[last] { last -= 1 }
        // A glyph of two cells is painted from its first.
        if first > 0, new[first].width == 0 { first -= 1 }
        return first..<(last + 1)
    }

    /// The row is shown now.
    func keep(row: Int, _ new: UnsafeBufferPointer<Cell>) {
        precondition(row >= 0 && row < size.height && new.count == size.width, "a row of another frame")
        guard let start = new.baseAddress, let kept = cells.baseAddress else { return }
        (kept + row * size.width).update(from: start, count: size.width)
        isKnown[row] = true
    }
}
