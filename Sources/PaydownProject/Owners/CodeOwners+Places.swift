/// Where CODEOWNERS files are looked for.
extension CodeOwners {
    /// In the repository's root, as GitHub and GitLab look; the first one counts.
    private static let places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"]

    /// The file of a project; nil without one.
    ///
    /// It is looked for in the project's folder, then in those above it as far as the repository's root: a project that is a
    /// folder of a repository is owned by the repository's file.
    /// - Throws: `ConfigurationError` when there is one that cannot be read.
    package static func read(project root: String) throws(ConfigurationError) -> CodeOwners? {
        var folder = root
        while folder.count > 1, folder.last == "/" { folder.removeLast() }
        var prefix = ""
        while true {
            for place in places where TextFile.exists(folder + "/" + place) {
                return CodeOwners(try TextFile.read(folder + "/" + place), file: place, prefix: prefix)
            }
            if TextFile.exists(folder + "/.git") { return nil }
            guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { return nil }
            prefix = folder[folder.index(after: slash)...] + "/" + prefix
            folder = String(folder[..<slash])
        }
    }
}
