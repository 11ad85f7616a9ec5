/// Tells lines and columns of places in a text.
///
/// The pointers stay within one text and its line starts (see `LineStarts`), and the finder lives no longer than the scan of
/// it.
struct LineFinder {
    private let base: UnsafePointer<UInt8>
    private let starts: UnsafePointer<UInt32>
    private let count: Int

    init(base: UnsafePointer<UInt8>, starts: UnsafePointer<UInt32>, count: Int) {
        self.base = base
        self.starts = starts
        self.count = count
    }

    /// The 1-based line that the byte is in.
    func line(of place: UnsafePointer<UInt8>) -> Int {
        let offset = UInt32(truncatingIfNeeded: place - base)
        var low = 0
        var high = count
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
        var before = base + Int(starts[line - 1])
        while before < place {
            column += before.pointee & 0xC0 == 0x80 ? 0 : 1
            before += 1
        }
        return Position(line: UInt32(truncatingIfNeeded: line), column: column)
    }
}
