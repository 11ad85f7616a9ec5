/// Everything that is wrong with a file, so that a person can correct it in one go.
package struct ConfigurationErrors: Error, Equatable, Sendable, CustomStringConvertible {
    /// At least one, in the order of the text.
    package let errors: [ConfigurationError]

    package init(_ errors: [ConfigurationError]) {
        self.errors = errors
    }

    package var description: String {
        errors.map(\.description).joined(separator: "\n")
    }
}
