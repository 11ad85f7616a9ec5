import PaydownScreen

/// Long names made to fit by what tells them apart: of a dotted name or a path that is its end.
package enum ShortName {
    /// The name, or as many of its last parts as fit, as in `…websocket_core.manager`.
    ///
    /// A cut in a part is taken where whole parts would leave much room empty. A text with spaces is prose and loses
    /// its end.
    ///
    /// - Parameter width: cells.
    package static func fitting(_ name: String, width: Int, _ glyphs: GlyphSet) -> String {
        shortened(name, isPath: false, width: width, glyphs)
    }

    /// The same for a path, with or without a line: its folders are the parts, and the file's name is whole if it fits.
    package static func path(_ path: String, width: Int, _ glyphs: GlyphSet) -> String {
        shortened(path, isPath: true, width: width, glyphs)
    }

    /// The file's name behind the last slash.
    package static func file(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// What lies before the last slash; empty at the top.
    package static func folder(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    private static let nameSeparators: Set<Character> = [".", "/"]
    private static let pathSeparators: Set<Character> = ["/"]

    /// Which part of a name or path of printable ASCII is shown in so many cells, and whether an ellipsis stands before
    /// it; nil when the text is another one, or prose.
    ///
    /// The twin of `fitting` and `path` for bytes, for what is drawn with every key.
    static func cut(
        _ text: UnsafeBufferPointer<UInt8>, isPath: Bool, width: Int
    ) -> (isCut: Bool, shown: Range<Int>)? {
        for byte in text where byte <= 0x20 || byte >= 0x7F { return nil }
        guard text.count > width, width > 1 else { return (false, 0..<text.count) }
        for index in 0..<text.count where text[index] == 0x2F || (!isPath && text[index] == 0x2E) {
            let cells = text.count - index - 1
            if cells > 0, cells < width {
                if cells * 2 >= width { return (true, index + 1..<text.count) }
                break
            }
        }
        return (true, text.count - width + 1..<text.count)
    }

    private static func shortened(
        _ name: String, isPath: Bool, width: Int, _ glyphs: GlyphSet
    ) -> String {
        let plain = name.utf8.withContiguousStorageIfAvailable {
            cut($0, isPath: isPath, width: width)
        }
        let ellipsis = String(Character(glyphs.ellipsis))
        if let plain, let (isCut, shown) = plain {
            if !isCut { return name }
            let rest = name.utf8.dropFirst(shown.lowerBound)
            return owner(of: Substring(rest), in: name, width: width - shown.count, ellipsis) + Substring(rest)
        }
        guard DisplayWidth.of(name) > width, width > 1, !name.contains(" ") else { return name }
        let separators = isPath ? pathSeparators : nameSeparators
        var rest = name[...]
        while let separator = rest.firstIndex(where: { separators.contains($0) }) {
            rest = rest[rest.index(after: separator)...]
            let cells = DisplayWidth.of(rest)
            if !rest.isEmpty, cells < width {
                if cells * 2 >= width { return owner(of: rest, in: name, width: width - cells, ellipsis) + rest }
                break
            }
        }
        var tail: [Character] = []
        var cells = 1
        for character in name.reversed() {
            cells += DisplayWidth.of(String(character))
            if cells > width { break }
            tail.append(character)
        }
        return ellipsis + String(tail.reversed())
    }

    /// What stands for the parts before the last ones: an ellipsis, and of a method's class as much as fits before it,
    /// since many classes have a method of that name: `MockWebS….send_event`.
    private static func owner(of rest: Substring, in name: String, width: Int, _ ellipsis: String) -> String {
        let (dot, slash) = (UInt8(ascii: "."), UInt8(ascii: "/"))
        let room = width - 2
        let whole = name[..<rest.startIndex]
        guard room >= 4, whole.utf8.last == dot, !rest.utf8.contains(dot) else { return ellipsis }
        let before = whole.dropLast()
        guard !before.utf8.contains(dot), !before.utf8.contains(slash) else { return ellipsis }
        var begin = ""
        var cells = 0
        for character in before {
            cells += DisplayWidth.of(String(character))
            if cells > room { break }
            begin.append(character)
        }
        return begin + ellipsis + "."
    }
}
