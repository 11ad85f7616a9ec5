import PaydownScreen

/// Breaks prose into lines at spaces; a word longer than a line is cut.
package enum Wrapping {
    /// - Parameter width: cells in a line, at least 1. Line ends in the text stay line ends.
    package static func lines(_ text: String, width: Int) -> [String] {
        let width = max(1, width)
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
            wrap(String(paragraph), width)
        }
    }

    private static func wrap(_ paragraph: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in paragraph.split(separator: " ") {
            var word = String(word)
            var cells = DisplayWidth.of(word)
            if used > 0, used + 1 + cells <= width {
                line += " " + word
                used += 1 + cells
                continue
            }
            if used > 0 { lines.append(line) }
            while cells > width {
                let head = prefix(of: word, cells: width)
                lines.append(head)
                word = String(word.dropFirst(max(1, head.count)))
                cells = DisplayWidth.of(word)
            }
            line = word
            used = cells
        }
        if used > 0 || lines.isEmpty { lines.append(line) }
        return lines
    }

    private static func prefix(of word: String, cells: Int) -> String {
        var head = ""
        var used = 0
        for character in word {
            let width = DisplayWidth.of(String(character))
            if used + width > cells { break }
            head.append(character)
            used += width
        }
        return head
    }
}
