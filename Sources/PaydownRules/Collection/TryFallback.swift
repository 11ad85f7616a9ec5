/// Whether an import stands in a `try` that is there for imports that fail: one of its handlers names an `Import…` error.
///
/// Read from the text by its indentation: the facts say that there is a `try`, not what it catches.
struct TryFallback {
    let lines: LogicalLines
    let source: SourceBytes

    /// What was found out about an import.
    struct Answer {
        let index: Int
        let isInHandler: Bool
        let holds: Bool
    }

    /// - Parameters:
    ///   - index: the number of the logical line of the import.
    ///   - isInHandler: whether it stands in a handler, and not in the body.
    ///   - before: the answer about another import; one further up in the same block has the same, and thousands of
    ///     imports in one block would otherwise each look through all of it.
    func answer(about index: Int, isInHandler: Bool, before: Answer?) -> Answer {
        if let before, before.isInHandler == isInHandler, sharesBlock(before.index, index) {
            return Answer(index: index, isInHandler: isInHandler, holds: before.holds)
        }
        let holds = isCaughtBelow(index) || isInHandler && isCaughtAbove(index)
        return Answer(index: index, isInHandler: isInHandler, holds: holds)
    }

    private func sharesBlock(_ first: Int, _ second: Int) -> Bool {
        guard first <= second else { return false }
        let level = indentation(first)
        guard level > 0, indentation(second) == level else { return false }
        return lines.indices[first...second].allSatisfy { indentation($0) >= level }
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
