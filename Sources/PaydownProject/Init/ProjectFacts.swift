import Glibc

/// What a project's folder says about itself without its sources: its name, its Python, where packages begin.
package struct ProjectFacts: Equatable, Sendable {
    package var name: String
    /// `3.11`, when a file names one version that the project runs on.
    package var python: String?
    /// What `requires-python` says, when it says anything.
    package var requiresPython = ""
    /// Folders that modules are named from, beside the root.
    package var roots: [String] = []
    /// Folders with the code of others.
    package var foreign: [String] = []

    package init(name: String) {
        self.name = name
    }

    /// - Parameters:
    ///   - root: the project's folder.
    ///   - folderName: its name, for a project that has none.
    package init(root: String, folderName: String) {
        name = folderName
        if let project = Self.table(root + "/pyproject.toml", ["project"]) {
            name = project["name"]?.string ?? folderName
            requiresPython = project["requires-python"]?.string ?? ""
        }
        if let poetry = Self.table(root + "/pyproject.toml", ["tool", "poetry"]), name == folderName {
            name = poetry["name"]?.string ?? folderName
        }
        python = Self.pinnedPython(root)
        roots = ["src", "lib", "python"].filter { Self.isFolder(root + "/" + $0) && !Self.isPackage(root + "/" + $0) }
        foreign = ["vendor", "third_party", "third-party", "vendored", "_vendor", "node_modules", "site-packages"]
            .filter {
                Self.isFolder(root + "/" + $0)
            }
    }

    /// The version in `.python-version`, without its last number.
    private static func pinnedPython(_ root: String) -> String? {
        // A file that cannot be read names no version; the newest is taken, and init says so.
        guard let text = try? TextFile.read(root + "/.python-version") else { return nil }
        let line = text.split(separator: "\n").first.map(String.init) ?? ""
        let parts = line.split(separator: ".").prefix(2)
        guard parts.count == 2, parts.allSatisfy({ part in part.allSatisfy(\.isNumber) }) else { return nil }
        return parts.joined(separator: ".")
    }

    private static func table(_ file: String, _ path: [String]) -> [String: TOMLNode]? {
        // Somebody else's file: what is wrong with it is not for us to say.
        guard TextFile.exists(file), let text = try? TextFile.read(file),
            var table = try? TOMLDocument.read(text, file: file)
        else { return nil }
        for key in path {
            guard let inner = table[key]?.table else { return nil }
            table = inner
        }
        return table
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func isPackage(_ path: String) -> Bool {
        TextFile.exists(path + "/__init__.py")
    }
}
