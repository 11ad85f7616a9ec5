import ArgumentParser
import Glibc
import PaydownProject

/// Where the project is and how it is configured.
struct ProjectOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The project's folder, for sources and configuration.", valueName: "dir"))
    var root: String?

    @Option(help: ArgumentHelp("Read this instead of the project's paydown.toml.", valueName: "file"))
    var config: String?

    func rootFolder() -> String { ProjectFolder.chosen(root) }

    func places() -> ConfigurationPlaces {
        ConfigurationPlaces(environment: Environment.value, root: rootFolder(), explicitFile: config)
    }
}

/// Folders on disk that mean something to a project.
enum ProjectFolder {
    /// The folder given, else the repository around the current folder, else that folder.
    static func chosen(_ given: String?) -> String {
        if let given { return given }
        guard let current else { return "." }
        return repository(around: current) ?? current
    }

    static var current: String? {
        guard let text = getcwd(nil, 0) else { return nil }
        defer { free(text) }
        return String(cString: text)
    }

    /// Whether a folder has a file that may say what to scan: a `paydown.toml`, or a `pyproject.toml` that names paydown.
    static func hasConfiguration(_ folder: String) -> Bool {
        if access(folder + "/paydown.toml", F_OK) == 0 { return true }
        // One that cannot be read may do so; then the reading says what is wrong with it.
        guard access(folder + "/pyproject.toml", F_OK) == 0 else { return false }
        return (try? TextFile.read(folder + "/pyproject.toml"))?.contains("tool.paydown") ?? true
    }

    /// The nearest folder at or above with a `.git` or a `paydown.toml`; nil when there is none.
    static func repository(around folder: String) -> String? {
        var candidate = folder
        while true {
            for name in [".git", "paydown.toml"] where access(candidate + "/" + name, F_OK) == 0 { return candidate }
            guard let slash = candidate.lastIndex(of: "/"), candidate.count > 1 else { return nil }
            candidate = slash == candidate.startIndex ? "/" : String(candidate[..<slash])
        }
    }
}
