import PaydownScreen

/// Long names made to fit by what tells them apart: of a dotted name or a path that is its end.
package enum ShortName {
    /// The name, or as many of its last parts as fit, as in `…websocket_core.manager`; a name without parts loses
    /// its end.
    ///
    /// - Parameter width: cells.
    package static func fitting(_ name: String, width: Int, _ glyphs: GlyphSet) -> String {
        guard DisplayWidth.of(name) > width, width > 1 else { return name }
        let ellipsis = String(Character(glyphs.ellipsis))
        var cut: Substring?
        var rest = name[...]
        while let separator = rest.firstIndex(where: { $0 == "." || $0 == "/" }) {
            rest = rest[rest.index(after: separator)...]
            if !rest.isEmpty, DisplayWidth.of(String(rest)) < width {
                cut = rest
                break
            }
        }
        if let cut { return ellipsis + cut }
        // Not even the last part fits, or there is none: its beginning says more than its end.
        return rest.count == name.count || rest.isEmpty ? name : ellipsis + rest
    }

    /// The file's name behind the last slash.
    package static func file(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// What lies before the last slash; empty at the top.
    package static func folder(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }
}
