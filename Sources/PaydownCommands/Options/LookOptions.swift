import ArgumentParser
import PaydownProject
import PaydownScreen

/// How things look.
struct LookOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A theme's name, or auto for the terminal's own colours.", valueName: "name"))
    var theme: String?

    @Flag(help: "No colour; bold, underline and reverse stay.")
    var noColor = false

    @Flag(help: "Draw with ASCII only.")
    var ascii = false

    /// The terminal's environment with the options laid over it.
    var environment: [String: String] {
        var environment = Environment.variables
        if noColor { environment["NO_COLOR"] = "1" }
        return environment
    }

    func choice(_ configuration: Configuration) -> ThemeChoice {
        theme.map { ThemeChoice($0) } ?? configuration.theme
    }

    /// Light or dark as the terminal says in COLORFGBG, when it does.
    static func mode(_ environment: [String: String]) -> Theme.Mode? {
        Theme.Mode(colorFGBG: environment["COLORFGBG"])
    }
}
