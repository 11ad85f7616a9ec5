/// URIs of a report as paths of the project.
///
/// Relative ones are from their base, which may have a base itself; without one they are from the root, where the tool was
/// run. Nothing leaves the root: not by `..`, not by an absolute path, not in disguise (`%2e%2e`).
struct SARIFPaths {
    private let roots: [String]
    private var bases: JSONNode?

    /// - Parameter roots: absolute, without a slash at the end.
    init(roots: [String]) {
        self.roots = roots.map { $0.hasSuffix("/") && $0.count > 1 ? String($0.dropLast()) : $0 }
    }

    func with(bases: JSONNode?) -> SARIFPaths {
        var copy = self
        copy.bases = bases
        return copy
    }

    /// Nil for an empty URI.
    func file(_ uri: String, base: String?) -> SARIFLocation.File? {
        if uri.isEmpty { return nil }
        let whole = resolved(uri, base: base, depth: 0)
        guard let path = Self.path(whole) else { return .outside(uri) }
        guard path.hasPrefix("/") else { return Self.normal(path).map { .inside($0) } ?? .outside(uri) }
        for root in roots where path.hasPrefix(root + "/") {
            if let inside = Self.normal(String(path.dropFirst(root.count + 1))) { return .inside(inside) }
        }
        return .outside(uri)
    }

    /// Bases in bases; the standard forbids a loop, and four levels are more than any tool has.
    private func resolved(_ uri: String, base: String?, depth: Int) -> String {
        guard let base, depth < 4, !Self.isAbsolute(uri), let known = bases?[base] else { return uri }
        let prefix = known["uri"]?.text ?? ""
        return resolved(prefix + uri, base: known["uriBaseId"]?.text, depth: depth + 1)
    }

    private static func isAbsolute(_ uri: String) -> Bool {
        uri.hasPrefix("/")
            || uri.firstIndex(of: ":").map { colon in
                uri[..<colon].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
            } ?? false
    }

    /// The path of a `file:` URI or of a relative one, decoded; nil for any other scheme and for a file of Windows.
    private static func path(_ uri: String) -> String? {
        var rest = uri[...]
        if rest.lowercased().hasPrefix("file:") {
            rest = rest.dropFirst(5)
            if rest.hasPrefix("//") {
                rest = rest.dropFirst(2)
                // `file://localhost/a` is `file:///a`.
                guard let slash = rest.firstIndex(of: "/") else { return nil }
                guard rest[..<slash].isEmpty || rest[..<slash] == "localhost" else { return nil }
                rest = rest[slash...]
            }
        } else if isAbsolute(uri), !uri.hasPrefix("/") {
            return nil
        }
        if let end = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) { rest = rest[..<end] }
        return decoded(String(rest)).map { path in
            // Programs on Windows write their separators here, too.
            path.contains("/") ? path : String(path.map { $0 == "\\" ? "/" : $0 })
        }
    }

    /// `%20` as the byte that it means; nil when the bytes are no UTF-8 or have a NUL.
    private static func decoded(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
    }

    /// Without `.`, `..` and double slashes; nil when it leaves the root, or is the root.
    private static func normal(_ path: String) -> String? {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." {
                if parts.popLast() == nil { return nil }
            } else {
                parts.append(part)
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }
}
