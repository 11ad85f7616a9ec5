extension Buffer {
    /// The rows as plain text, without trailing spaces.
    package var lines: [String] {
        (0..<size.height).map { y in
            var line = ""
            for x in 0..<size.width { line += text(of: self[x, y]) }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
