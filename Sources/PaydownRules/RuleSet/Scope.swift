import PaydownCore

/// A named set of files that rules look at.
package struct Scope: Hashable, Sendable {
    package var name: String
    /// Folders, files or globs; a folder holds all that is under it. None means the whole project.
    package var paths: [String]
    /// Every word occurs somewhere in the file, whatever its case.
    package var mentions: [String]
    /// At least one of the words does.
    package var mentionsAny: [String]
    /// As in a `.gitignore`.
    package var exclude: [String]

    package init(
        name: String, paths: [String] = [], mentions: [String] = [], mentionsAny: [String] = [],
        exclude: [String] = []
    ) {
        self.name = name
        self.paths = paths
        self.mentions = mentions
        self.mentionsAny = mentionsAny
        self.exclude = exclude
    }

    /// The scope of a rule that names none.
    package static let everything = Scope(name: "")

    /// Decodes `[scope.NAME]`.
    package init(name: String, from settings: inout SettingReader) {
        self.init(
            name: name, paths: settings.strings("paths") ?? [], mentions: settings.strings("mentions") ?? [],
            mentionsAny: settings.strings("mentions-any") ?? [], exclude: settings.strings("exclude") ?? [])
    }
}

/// A scope made ready to be asked about paths. Words are looked for in the text, by `MentionSearch`.
struct ScopeMatcher: Sendable {
    private let folders: [String]
    private let globs: [Glob]
    private let exclude: PathPatterns
    private let isEverywhere: Bool

    init(_ scope: Scope) {
        let paths = scope.paths.map(Self.plain)
        isEverywhere = paths.isEmpty || paths.contains("")
        folders = paths.filter { !Glob.isPattern($0) }
        globs = paths.filter(Glob.isPattern).map { Glob($0) }
        exclude = PathPatterns(scope.exclude)
    }

    func holds(_ path: String) -> Bool {
        guard
            isEverywhere || folders.contains(where: { Self.isIn(path, $0) })
                || globs.contains(where: { $0.matches(path) })
        else { return false }
        return !exclude.match(path)
    }

    /// Whether a path is a file, or in a folder of this name.
    static func isIn(_ path: String, _ folder: String) -> Bool {
        guard path.utf8.starts(with: folder.utf8) else { return false }
        let rest = path.utf8.dropFirst(folder.utf8.count)
        return rest.isEmpty || rest.first == UInt8(ascii: "/") || folder.isEmpty
    }

    /// Without `./` before and `/` behind.
    private static func plain(_ path: String) -> String {
        var path = path[...]
        while path.hasPrefix("./") { path.removeFirst(2) }
        while path.hasSuffix("/") { path.removeLast() }
        return path == "." ? "" : String(path)
    }
}
