import CVector

/// Goes through the bytes of Python source line by line, and knows of each whether it begins in a long string.
///
/// A performance file: it sees what `PythonHighlighter` sees, without names and keywords, which decide nothing about
/// where strings end. What may mean something in code is marked for 64 bytes at once, what may end a string for sixteen.
struct SourcePassage {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The next byte.
    private(set) var index: Int
    /// At the beginning of a line, that line's.
    private(set) var state: PythonHighlighter.State
    /// The bytes from here on are too few for a block.
    private let wholeBlocks: Int
    /// The block that was looked at last, and its bytes that may mean something in code.
    private var block = -1
    private var marks: UInt64 = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int = 0, _ state: PythonHighlighter.State = .code) {
        self.bytes = bytes
        self.index = index
        self.state = state
        wholeBlocks = bytes.count & ~63
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
                repeat {
                    index += 1
                    passWords()
                } while index < bytes.count && bytes[index] != 0x0A && bytes[index] != 0x0D
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

    /// To the next byte that may mean something, or among the last bytes of the text.
    private mutating func passWords() {
        guard let text = bytes.baseAddress else { return }
        while index < wholeBlocks {
            if index & ~63 != block {
                block = index & ~63
                marks = vector_code64(text + block)
            }
            let rest = marks >> UInt64(index & 63)
            if rest != 0 {
                index += rest.trailingZeroBitCount
                return
            }
            index = block + 64
        }
    }

    /// To the end of a string, or of the line. True when the string ends here.
    private mutating func passString(_ quote: UInt8, count: Int) -> Bool {
        Self.stringMarks.withUnsafeBufferPointer { marks in
            var run = 0
            while index < bytes.count {
                if let base = bytes.baseAddress, index + 16 <= bytes.count {
                    let found = vector_quoted16(base + index, quote)
                    if found & 1 == 0 {
                        index += found == 0 ? 16 : found.trailingZeroBitCount
                        run = 0
                        continue
                    }
                }
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
