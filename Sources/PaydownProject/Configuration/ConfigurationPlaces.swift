/// Where configuration and themes are looked for.
package struct ConfigurationPlaces: Equatable, Sendable {
    /// `$XDG_CONFIG_HOME/paydown`, or `~/.config/paydown`; nil without a home.
    package let userFolder: String?
    /// The project's root; nil outside of one.
    package let root: String?
    /// A file named on the command line, read instead of the project's.
    package let explicitFile: String?

    /// - Parameter environment: the value of a variable, nil when it is not set.
    package init(environment: (String) -> String?, root: String?, explicitFile: String? = nil) {
        // The XDG specification says to ignore relative paths.
        if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
            userFolder = folder + "/paydown"
        } else if let home = environment("HOME"), home.hasPrefix("/") {
            userFolder = home + "/.config/paydown"
        } else {
            userFolder = nil
        }
        self.root = root
        self.explicitFile = explicitFile
    }

    package var userFile: String? { userFolder.map { $0 + "/config.toml" } }
    package var userThemes: String? { userFolder.map { $0 + "/themes" } }
    package var projectThemes: String? { root.map { $0 + "/.paydown/themes" } }

    /// The first of these that is there is the project's file.
    package var projectFiles: [String] {
        if let explicitFile { return [explicitFile] }
        return root.map { [$0 + "/paydown.toml", $0 + "/pyproject.toml"] } ?? []
    }

    /// Files and folders whose change means reading again.
    package var watched: [String] {
        [userFile, userThemes, projectThemes].compactMap(\.self) + projectFiles
    }
}
