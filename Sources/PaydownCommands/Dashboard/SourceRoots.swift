import Glibc

/// Where the sources that snapshots name may be.
enum SourceRoots {
    /// The folder given with `--root`; else the project here, and the snapshots' own folder and two above it,
    /// so that a folder with sources and snapshots opens from anywhere.
    static func reader(_ project: ProjectOptions, _ paths: [String]) -> SourceReader {
        if let root = project.root { return SourceReader(roots: [root]) }
        var roots = [project.rootFolder()]
        for path in paths {
            var folder = isFolder(path) ? path : parent(of: path)
            for _ in 0..<3 {
                if !roots.contains(folder) { roots.append(folder) }
                folder = parent(of: folder)
            }
        }
        return SourceReader(roots: roots)
    }

    private static func parent(of path: String) -> String {
        var trimmed = path[...]
        while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
        if trimmed == "." || trimmed.hasSuffix("..") { return trimmed + "/.." }
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
