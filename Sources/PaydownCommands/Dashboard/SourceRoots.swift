import Glibc

/// Where the sources that snapshots name may be.
enum SourceRoots {
    /// The folder given with `--root`; else the project here, and the snapshots' own folder and two above it,
    /// so that a folder with sources and snapshots opens from anywhere.
    static func reader(_ project: ProjectOptions, _ paths: [String]) -> SourceReader {
        if let root = project.root { return SourceReader(roots: [root]) }
        let root = project.rootFolder()
        return SourceReader(roots: [root] + around(paths).filter { $0 != root })
    }

    /// Where the project that the snapshots are of may be: the one named or here, or one that they lie in.
    ///
    /// Snapshots from elsewhere are not of the project here, whatever the current folder is.
    static func projects(_ project: ProjectOptions, _ paths: [String]) -> [String] {
        if project.root != nil || paths.isEmpty { return [project.rootFolder()] }
        return around(paths)
    }

    /// The paths' own folders and two above each.
    private static func around(_ paths: [String]) -> [String] {
        var folders: [String] = []
        for path in paths {
            var folder = isFolder(path) ? path : parent(of: path)
            for _ in 0..<3 {
                if !folders.contains(folder) { folders.append(folder) }
                folder = parent(of: folder)
            }
        }
        return folders
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
