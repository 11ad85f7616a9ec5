import PaydownScreen

/// Names of symbols, tests and rules where there may be too little room for them.
enum NameText {
    /// Writes as much of a name as tells it from others.
    ///
    /// Of a dotted name that is its last parts, of any other single word its two ends, of prose its beginning.
    static func write(_ name: String, x: Int, y: Int, ink: Ink = .text, limit: Int, on buffer: inout Buffer) {
        guard limit > 0 else { return }
        let text = fitting(name, width: limit)
        buffer.write(text, x: x, y: y, ink: ink, limit: limit, truncation: text.contains(" ") ? .end : .middle)
    }

    /// The name, or the most of its last dotted parts that fit; the last one alone may still be too long.
    static func fitting(_ name: String, width: Int) -> String {
        if DisplayWidth.of(name) <= width || name.contains(" ") { return name }
        var rest = name[...]
        while DisplayWidth.of(String(rest)) > width, let dot = rest.firstIndex(of: ".") {
            let tail = rest[rest.index(after: dot)...]
            if tail.isEmpty { break }
            rest = tail
        }
        return String(rest)
    }
}
