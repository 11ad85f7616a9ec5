/// Dotted names cut to what tells them apart: `websocket_core.manager` of `netra.app.websocket_core.manager`.
package enum NameShortening {
    /// Each name with as few of its last parts as keep all of them different, but at least two.
    ///
    /// Names that are no dotted paths (with spaces, brackets, slashes) stay as they are.
    package static func distinct(_ names: [String]) -> [String] {
        let parts = names.map { isDotted($0) ? $0.split(separator: ".") : [] }
        let longest = parts.map(\.count).max() ?? 0
        guard longest > 2 else { return names }
        for kept in 2..<longest {
            let short = zip(names, parts).map { name, parts in
                parts.count > kept ? parts.suffix(kept).joined(separator: ".") : name
            }
            if Set(short).count == Set(names).count { return short }
        }
        return names
    }

    /// A test's name without the `test_` that all of them begin with.
    package static func test(_ name: String) -> String {
        name.hasPrefix("test_") && name.count > 5 ? String(name.dropFirst(5)) : name
    }

    private static func isDotted(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                byte == 0x2E || byte == 0x5F || byte >= 0x80 || (0x30...0x39).contains(byte)
                    || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            }
    }
}
