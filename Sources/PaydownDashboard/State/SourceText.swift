import PaydownCore

/// A file's text as lines, of which only those are made into strings that somebody looks at.
///
/// A performance file: 190,000 lines as strings took 60 ms and 15 MB beside the file; where they begin takes a tenth of
/// both. On the same way through the bytes is noted every so often whether a line begins in a string with three
/// quotes, so that any part of the file is coloured as it would be were all before it read.
///
/// Lines are those of Python: ended by LF, CR or CRLF, which are no part of them. What is not UTF-8 becomes U+FFFD.
package struct SourceText: Equatable, Sendable {
    private let bytes: [UInt8]
    /// Where each line begins.
    private let starts: [UInt32]
    /// How every `stride`th line begins.
    private let states: [PythonHighlighter.State]

    private static let stride = 64

    /// - Parameter bytes: less than 4 GiB.
    package init(_ bytes: [UInt8]) {
        precondition(bytes.count <= Int(UInt32.max), "a source of more than 4 GiB")
        self.bytes = bytes
        var starts: [UInt32] = []
        var states: [PythonHighlighter.State] = []
        // Most lines are longer.
        starts.reserveCapacity(bytes.count / 32 + 1)
        states.reserveCapacity(bytes.count / 32 / Self.stride + 1)
        bytes.withUnsafeBufferPointer { bytes in
            var passage = SourcePassage(bytes)
            while passage.index < bytes.count {
                if starts.count % Self.stride == 0 { states.append(passage.state) }
                starts.append(UInt32(passage.index))
                passage.passLine()
            }
        }
        self.starts = starts
        self.states = states
    }

    /// A text of these lines, none of which holds a line end.
    package init(lines: [String]) {
        var bytes: [UInt8] = []
        for line in lines {
            bytes.append(contentsOf: line.utf8)
            bytes.append(0x0A)
        }
        self.init(bytes)
    }

    /// How a line begins, as the highlighter sees it.
    package func state(before line: Int) -> PythonHighlighter.State {
        guard indices.contains(line) else { return .code }
        let known = line - line % Self.stride
        return bytes.withUnsafeBufferPointer { bytes in
            var passage = SourcePassage(bytes, at: Int(starts[known]), states[line / Self.stride])
            for _ in known..<line { passage.passLine() }
            return passage.state
        }
    }

    /// The line's bytes without its end.
    private func range(of line: Int) -> Range<Int> {
        let begin = Int(starts[line])
        var end = line + 1 < starts.count ? Int(starts[line + 1]) : bytes.count
        if end > begin, bytes[end - 1] == 0x0A { end -= 1 }
        if end > begin, bytes[end - 1] == 0x0D { end -= 1 }
        return begin..<end
    }

    /// Asked for each frame. Arrays are compared byte by byte, which took 3 ms for two files of nine megabytes.
    package static func == (left: SourceText, right: SourceText) -> Bool {
        left.bytes.withUnsafeBytes { left in
            right.bytes.withUnsafeBytes {
                left.baseAddress == $0.baseAddress && left.count == $0.count || left.isSame(as: $0)
            }
        }
    }
}

extension SourceText: RandomAccessCollection {
    package var startIndex: Int { 0 }

    package var endIndex: Int { starts.count }

    package subscript(line: Int) -> String {
        String(decoding: bytes[range(of: line)], as: UTF8.self)
    }
}
