/// Tells lines and columns of places in a text.
///
/// The pointer stays within one text, and the finder lives no longer than the scan of it.
struct LineFinder {
    private let base: UnsafePointer<UInt8>
    private let lines: LineStarts

    init(base: UnsafePointer<UInt8>, lines: LineStarts) {
        self.base = base
        self.lines = lines
    }

    /// The 1-based line that the byte is in.
    func line(of place: UnsafePointer<UInt8>) -> Int {
        let offset = UInt32(truncatingIfNeeded: place - base)
        let starts = lines.offsets
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The line and column of the byte.
    func position(of place: UnsafePointer<UInt8>) -> Position {
        let line = line(of: place)
        var column: UInt32 = 1
        var before = base + Int(lines.offsets[line - 1])
        while before < place {
            column += before.pointee & 0xC0 == 0x80 ? 0 : 1
            before += 1
        }
        return Position(line: UInt32(truncatingIfNeeded: line), column: column)
    }
}
