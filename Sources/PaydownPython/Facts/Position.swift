/// A place in a source file as CPython counts it, but with both numbers from 1.
package struct Position: Hashable, Comparable, Sendable {
    /// 1-based; `\n`, `\r\n` and a lone `\r` each end a line.
    package var line: UInt32
    /// 1-based, in Unicode scalars of the decoded text, a byte order mark not counted.
    package var column: UInt32

    package init(line: UInt32, column: UInt32) {
        self.line = line
        self.column = column
    }

    package static func < (left: Position, right: Position) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A range of bytes of the decoded text.
package struct ByteSpan: Hashable, Sendable {
    package var start: UInt32
    package var end: UInt32

    package init(start: UInt32, end: UInt32) {
        self.start = start
        self.end = end
    }

    package static let none = ByteSpan(start: 0, end: 0)

    package var isEmpty: Bool { start == end }
}
