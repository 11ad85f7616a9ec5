import PaydownCore

/// Patterns for paths as a `.gitignore` has them; the last one that matches decides.
///
/// A pattern with a `/` before its end is about the path from the root, any other about the name of a file or folder
/// at any depth; one that ends in `/` is about folders; `!` takes back what an earlier one said. What is in a folder
/// that matches is out, and nothing takes it back, as in Git.
package struct PathPatterns: Hashable, Sendable {
    private struct Pattern: Hashable {
        var glob: Glob
        var isAnchored: Bool
        var isFolder: Bool
        var isNegated: Bool
    }

    private let patterns: [Pattern]

    package init(_ lines: [String]) {
        patterns = lines.compactMap { line in
            var text = line[...]
            while text.last == " ", !text.dropLast().hasSuffix("\\") { text.removeLast() }
            let isNegated = text.hasPrefix("!")
            if isNegated { text.removeFirst() }
            let isFolder = text.hasSuffix("/")
            if isFolder { text.removeLast() }
            let isAnchored = text.contains("/")
            if text.hasPrefix("/") { text.removeFirst() }
            if text.isEmpty { return nil }
            return Pattern(glob: Glob(String(text)), isAnchored: isAnchored, isFolder: isFolder, isNegated: isNegated)
        }
    }

    package var isEmpty: Bool { patterns.isEmpty }

    /// Whether a file is out.
    ///
    /// - Parameter path: relative to the root, with `/`.
    package func match(_ path: String) -> Bool {
        if patterns.isEmpty { return false }
        var path = path
        return path.withUTF8 { bytes in
            var start = 0
            for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "/") {
                if decides(bytes[..<end], nameStart: start, isFolder: end < bytes.count) { return true }
                start = end + 1
            }
            return false
        }
    }

    private func decides(_ path: Slice<UnsafeBufferPointer<UInt8>>, nameStart: Int, isFolder: Bool) -> Bool {
        var isOut = false
        for pattern in patterns where !pattern.isFolder || isFolder {
            let subject = pattern.isAnchored ? path : path[nameStart...]
            if pattern.glob.matches(UnsafeBufferPointer(rebasing: subject)) { isOut = !pattern.isNegated }
        }
        return isOut
    }
}
