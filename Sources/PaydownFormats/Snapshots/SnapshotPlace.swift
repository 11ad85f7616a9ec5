/// A place in a snapshot file, for messages.
package struct SnapshotPlace: Equatable, Sendable, CustomStringConvertible {
    /// The path as it was given, or a name for bytes that come from elsewhere.
    package var file: String
    /// 1-based.
    package var line: Int
    /// 1-based, in bytes of UTF-8, as compilers count; in a `.gz` it counts what was compressed.
    package var column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `snapshot.json:12:34`
    package var description: String { "\(file):\(line):\(column)" }
}
