import PaydownScreen

/// What came of reading the configuration: a whole one, or what is wrong with it.
///
/// Nothing between the two, so that whoever has a good one keeps it while a file is half saved.
package enum ConfigurationReading: Equatable, Sendable {
    case loaded(Configuration)
    /// At least one error, the user's file first, each file's in the order of its text.
    case failed([ConfigurationError])

    /// Reads the user's file and the project's; files that are not there count as empty.
    package init(_ places: ConfigurationPlaces) {
        var errors: [ConfigurationError] = []
        var user = ConfigurationFile.Settings()
        if let file = places.userFile, TextFile.exists(file) {
            user = Self.settings(file, .user, places, &errors)
        }
        var project = ConfigurationFile.Settings()
        var projectFile: String?
        for file in places.projectFiles {
            // A file that was asked for by name must be there.
            guard file == places.explicitFile || TextFile.exists(file) else { continue }
            let kind: ConfigurationFile.Kind = file.hasSuffix("pyproject.toml") ? .pyproject : .project
            project = Self.settings(file, kind, places, &errors)
            projectFile = file
            break
        }
        guard errors.isEmpty else {
            self = .failed(errors)
            return
        }
        var configuration = Configuration(user: user, project: project)
        configuration.projectFile = projectFile
        self = .loaded(configuration)
    }

    private static func settings(
        _ file: String, _ kind: ConfigurationFile.Kind, _ places: ConfigurationPlaces,
        _ errors: inout [ConfigurationError]
    ) -> ConfigurationFile.Settings {
        do throws(ConfigurationError) {
            let read = ConfigurationFile(
                try TextFile.read(file), file: file, kind: kind, userFile: places.userFile ?? "config.toml")
            errors += read.errors
            return read.settings
        } catch {
            errors.append(error)
            return ConfigurationFile.Settings()
        }
    }
}
