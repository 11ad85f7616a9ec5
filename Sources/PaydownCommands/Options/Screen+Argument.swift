import ArgumentParser
import PaydownDashboard

/// A screen on the command line: its number, or its title in small letters with `-` for a space.
extension Screen: ExpressibleByArgument {
    package init?(argument: String) {
        let word = argument.lowercased()
        guard let screen = Screen.allCases.first(where: { "\($0.rawValue)" == word || $0.word == word }) else {
            return nil
        }
        self = screen
    }

    package static var allValueStrings: [String] { allCases.map(\.word) }

    /// The words say it all.
    package static var allValueDescriptions: [String: String] { [:] }

    package var defaultValueDescription: String { word }

    private var word: String { title.lowercased().split(separator: " ").joined(separator: "-") }
}
