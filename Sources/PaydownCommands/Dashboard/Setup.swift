import PaydownDashboard
import PaydownProject
import PaydownScreen

/// Configuration and themes as they are now; reading again keeps what was good.
struct Setup {
    let places: ConfigurationPlaces
    let look: LookOptions
    private(set) var configuration = Configuration()
    private(set) var library: ThemeLibrary
    /// What is wrong with files, newest reading.
    private(set) var problems: [String] = []
    /// Dark or light as the terminal has said it itself.
    private var learnt: Theme.Mode?

    init(_ project: ProjectOptions, _ look: LookOptions) {
        self.look = look
        places = project.places()
        library = ThemeLibrary.builtIn
        read()
    }

    /// Reads configuration and themes again.
    mutating func read() {
        problems = []
        switch ConfigurationReading(places) {
        case .loaded(let configuration): self.configuration = configuration
        case .failed(let errors): problems += errors.map(\.description)
        }
        library = ThemeLibrary(
            userFolder: places.userThemes, projectFolder: places.projectThemes, previous: library)
        problems += library.errors.map(\.description)
    }

    /// The name of the theme to begin with, and the theme; `base` and a problem when it cannot be used.
    mutating func theme(depth: ColorDepth) -> (name: String, theme: Theme) {
        let mode = learnt ?? LookOptions.mode(look.environment)
        let choice = look.choice(configuration)
        let name = choice.name(for: mode)
        do {
            let origin = look.theme == nil ? configuration.themeOrigin : nil
            return (name, try library.theme(choice, mode: mode, depth: depth, origin: origin))
        } catch {
            problems.append(error.description)
            return (ThemeResolver.base, Self.base(depth))
        }
    }

    /// Whether the theme is another in a dark terminal than in a light one.
    var followsMode: Bool {
        if case .byMode = look.choice(configuration) { true } else { false }
    }

    /// Takes what the terminal says of itself; whether that means anything here.
    mutating func learn(_ mode: Theme.Mode) -> Bool {
        learnt = mode
        return followsMode
    }

    static func base(_ depth: ColorDepth) -> Theme {
        do {
            return try ThemeLibrary.builtIn.theme(named: ThemeResolver.base, depth: depth)
        } catch {
            // Compiled in and tested; without it there is still text.
            return Theme(name: ThemeResolver.base, mode: .any) { _ in Style() }
        }
    }

    /// The key bindings and what could not be bound.
    func bindings() -> (bindings: KeyBindings, problems: [String]) {
        var problems: [String] = []
        let overrides = configuration.keys.map { binding in
            KeyBindings.Override(
                action: binding.action, keys: binding.keys,
                place: "\(binding.origin.file):\(binding.origin.position.line)")
        }
        return (KeyBindings(overrides: overrides, problems: &problems), problems)
    }
}
