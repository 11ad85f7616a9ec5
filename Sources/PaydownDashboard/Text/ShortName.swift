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
        shortened(name, at: nameSeparators, width: width, glyphs)
    }

    /// The same for a path, with or without a line: its folders are the parts, and the file's name is whole if it fits.
    package static func path(_ path: String, width: Int, _ glyphs: GlyphSet) -> String {
        shortened(path, at: pathSeparators, width: width, glyphs)
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

    private static func shortened(
        _ name: String, at separators: Set<Character>, width: Int, _ glyphs: GlyphSet
    ) -> String {
        guard DisplayWidth.of(name) > width, width > 1, !name.contains(" ") else { return name }
        let ellipsis = String(Character(glyphs.ellipsis))
        var rest = name[...]
        while let separator = rest.firstIndex(where: { separators.contains($0) }) {
            rest = rest[rest.index(after: separator)...]
            let cells = DisplayWidth.of(rest)
            if !rest.isEmpty, cells < width {
                if cells * 2 >= width { return ellipsis + rest }
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
}
