/// Goes through the bytes of Python source line by line, and knows of each whether it begins in a long string.
///
/// A performance file: it sees what `PythonHighlighter` sees, without names and keywords, which decide nothing about
/// where strings end. Code without quotes, comments and line ends is passed eight bytes at a time.
struct SourcePassage {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The next byte.
    private(set) var index: Int
    /// At the beginning of a line, that line's.
    private(set) var state: PythonHighlighter.State

    init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int = 0, _ state: PythonHighlighter.State = .code) {
        self.bytes = bytes
        self.index = index
        self.state = state
    }

    /// From the beginning of a line to that of the next.
    mutating func passLine() {
        if case .longString(let quote) = state {
            if passString(quote, count: 3) { state = .code }
        }
        if state == .code { passCode() }
        passEnd()
    }

    /// To the end of the line, or to where a long string stays open.
    private mutating func passCode() {
        while index < bytes.count {
            passWords()
            guard index < bytes.count else { return }
            switch bytes[index] {
            case 0x0A, 0x0D:
                return
            case UInt8(ascii: "#"):
                while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
                return
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let quote = bytes[index]
                let isLong = index + 2 < bytes.count && bytes[index + 1] == quote && bytes[index + 2] == quote
                index += isLong ? 3 : 1
                if passString(quote, count: isLong ? 3 : 1) { continue }
                // A string with one quote ends with its line.
                if isLong { state = .longString(quote: quote) }
                return
            default:
                index += 1
            }
        }
    }

    /// To the next byte that may mean something, or to the last few bytes.
    private mutating func passWords() {
        let raw = UnsafeRawBufferPointer(bytes)
        while index + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            // A quotation mark or a sharp, an apostrophe, and 0x08...0x0F, among which are both line ends.
            let found =
                Self.zeros(word & Self.each(0xFE) ^ Self.each(0x22)) | Self.zeros(word ^ Self.each(0x27))
                | Self.zeros(word & Self.each(0xF8) ^ Self.each(0x08))
            if found != 0 {
                index += found.trailingZeroBitCount / 8
                return
            }
            index += 8
        }
    }

    /// The upper bit of bytes that are 0; the lowest one that is set is one of those.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
        (word &- each(0x01)) & ~word & each(0x80)
    }

    @inline(__always)
    private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

    /// To the end of a string, or of the line. True when the string ends here.
    private mutating func passString(_ quote: UInt8, count: Int) -> Bool {
        Self.stringMarks.withUnsafeBufferPointer { marks in
            var run = 0
            while index < bytes.count {
                let byte = bytes[index]
                guard marks[Int(byte)] else {
                    index += 1
                    run = 0
                    continue
                }
                if byte == 0x0A || byte == 0x0D { return false }
                index += 1
                if byte == quote {
                    run += 1
                    if run == count { return true }
                    continue
                }
                run = 0
                guard byte == UInt8(ascii: "\\"), index < bytes.count else { continue }
                // What is escaped ends nothing; the line ends all the same.
                if bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
            }
            return false
        }
    }

    private mutating func passEnd() {
        guard index < bytes.count else { return }
        let isReturn = bytes[index] == 0x0D
        index += 1
        if isReturn, index < bytes.count, bytes[index] == 0x0A { index += 1 }
    }

    private static let stringMarks = marks("\n\r\\\"'")

    private static func marks(_ text: String) -> [Bool] {
        var marks = [Bool](repeating: false, count: 256)
        for byte in text.utf8 { marks[Int(byte)] = true }
        return marks
    }
}
