/// Whether an import stands in a `try` that is there for imports that fail: one of its handlers names an `Import…` error.
///
/// Read from the text by its indentation: the facts say that there is a `try`, not what it catches.
struct TryFallback {
    let lines: LogicalLines
    let source: SourceBytes

    /// - Parameters:
    ///   - index: the number of the logical line of the import.
    ///   - isInHandler: whether it stands in a handler, and not in the body.
    func holds(_ index: Int, isInHandler: Bool) -> Bool {
        isCaughtBelow(index) || isInHandler && isCaughtAbove(index)
    }

    /// A handler that follows, further out.
    private func isCaughtBelow(_ index: Int) -> Bool {
        var level = indentation(index)
        for line in lines.indices[(index + 1)...] {
            let own = indentation(line)
            let isHandler = begins(line, "except")
            if own < level || own == level && isHandler && level < indentation(index) {
                level = own
                if isHandler, namesImport(line) { return true }
            }
            if own == 0, !isHandler, !begins(line, "else"), !begins(line, "finally"), !begins(line, "elif") {
                return false
            }
        }
        return false
    }

    /// The header of the handler that it stands in.
    private func isCaughtAbove(_ index: Int) -> Bool {
        var level = indentation(index)
        for line in lines.indices[..<index].reversed() where indentation(line) < level {
            if begins(line, "except") { return namesImport(line) }
            level = indentation(line)
            if level == 0 { return false }
        }
        return false
    }

    private func indentation(_ line: Int) -> Int {
        let start = lines[line].lowerBound
        var index = start
        while index > 0, source[index - 1] == 0x20 || source[index - 1] == 0x09 { index -= 1 }
        return start - index
    }

    private func begins(_ line: Int, _ word: String) -> Bool {
        source.hold(Array(word.utf8), at: lines[line].lowerBound)
    }

    /// `ImportError`, `ModuleNotFoundError`: what people write to catch a failed import.
    private func namesImport(_ line: Int) -> Bool {
        let range = lines[line]
        let header = range.lowerBound..<(source.first([UInt8(ascii: ":")], in: range) ?? range.upperBound)
        return source.first(Array("Import".utf8), in: header) != nil
            || source.first(Array("ModuleNotFound".utf8), in: header) != nil
    }
}
