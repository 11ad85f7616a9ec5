/// A pattern of a CODEOWNERS file: which paths it is about.
///
/// As in a `.gitignore`, with what GitHub says is different: nothing is negated, there are no character ranges, and
/// `docs/*` is about the files in `docs` and not about those in its folders. A pattern with a slash that is not its last
/// character begins at the root; any other one may stand anywhere. What is about a folder is about all that is in it.
struct OwnersPattern: Equatable, Sendable {
    private enum Part: Equatable, Sendable {
        /// Any number of folders, none included.
        case folders
        /// One name, with `*` and `?` in it.
        case name([UInt8])
    }

    private let parts: [Part]
    /// Whether it is also about what is below a path that it names.
    private let reachesBelow: Bool
    /// Whether what it names has to be a folder.
    private let needsBelow: Bool

    /// Nil when it says nothing.
    init?(_ text: String) {
        var names = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
        let isRooted = names.count > 1 && names[0].isEmpty
        if isRooted { names.removeFirst() }
        let endsWithSlash = names.count > 1 && names.last?.isEmpty == true
        if endsWithSlash { names.removeLast() }
        names.removeAll(where: \.isEmpty)
        guard let last = names.last else { return nil }
        let star = [UInt8(ascii: "*")]
        let stars = [UInt8(ascii: "*"), UInt8(ascii: "*")]
        var parts = names.map { $0 == stars ? Part.folders : .name($0) }
        if !isRooted, names.count == 1, last != stars { parts.insert(.folders, at: 0) }
        if last == stars {
            // `app/**` is about all that is in `app`: as `app/` is.
            parts.removeLast()
            needsBelow = !parts.isEmpty
            reachesBelow = true
        } else {
            needsBelow = endsWithSlash
            reachesBelow = endsWithSlash || last != star || names.count == 1 && !isRooted
        }
        self.parts = parts
    }

    /// - Parameter path: from the root, with `/`.
    func matches(_ path: [ArraySlice<UInt8>]) -> Bool {
        matches(path[...], parts[...])
    }

    private func matches(_ path: ArraySlice<ArraySlice<UInt8>>, _ parts: ArraySlice<Part>) -> Bool {
        guard let part = parts.first else {
            if path.isEmpty { return !needsBelow }
            return reachesBelow
        }
        switch part {
        case .folders:
            // Path and pattern are a handful of names long.
            var rest = path
            while true {
                if matches(rest, parts.dropFirst()) { return true }
                if rest.popFirst() == nil { return false }
            }
        case .name(let pattern):
            guard let name = path.first, Self.matches(name, pattern) else { return false }
            return matches(path.dropFirst(), parts.dropFirst())
        }
    }

    /// Linear: the last `*` takes one character more whenever what follows it does not fit.
    private static func matches(_ name: ArraySlice<UInt8>, _ pattern: [UInt8]) -> Bool {
        var (place, index) = (name.startIndex, 0)
        var star: (place: Int, index: Int)?
        while place < name.endIndex {
            if index < pattern.count, pattern[index] == UInt8(ascii: "*") {
                star = (place, index)
                index += 1
            } else if index < pattern.count, pattern[index] == UInt8(ascii: "?") {
                index += 1
                place += 1
                // A character of several bytes is one.
                while place < name.endIndex, name[place] & 0xC0 == 0x80 { place += 1 }
            } else if index < pattern.count, pattern[index] == name[place] {
                index += 1
                place += 1
            } else if let last = star {
                star = (last.place + 1, last.index)
                place = last.place + 1
                index = last.index + 1
            } else {
                return false
            }
        }
        return pattern[index...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
