import PaydownCore
import PaydownScreen

/// What the user's own file and the project's say, in one.
///
/// Looks and keys are a person's matter: there the user's file counts before the project's, which is the
/// team's default. Plan, rules and gate are the project's alone.
package struct Configuration: Equatable, Sendable {
    package var theme = ThemeChoice.auto
    /// Nil when no file names a theme.
    package var themeOrigin: SettingOrigin?
    package var keys: [KeyBinding] = []
    package var isMouseOn = true
    package var glyphs = GlyphChoice.auto
    /// Whether anything may move by itself, such as the sign of a running job.
    package var hasMotion = true
    package var isAccessible = false
    /// Whether frames are marked as one each (mode 2026); nil asks the terminal, except inside tmux and GNU screen.
    package var synchronizedOutput: Bool?
    /// The editor's command; nil means by VISUAL and EDITOR. Only from the user's own file.
    package var editor: [String]?
    /// The command that takes what is copied on its standard input. Only from the user's own file.
    package var clipboard: [String]?
    package var projectName: String?
    package var plan = Plan()
    /// The project's other tables as written: `rule`, `scope`, `gate`, `suppression`, `golden-path` and the rest
    /// of `project`.
    package var tables: [String: TOMLNode] = [:]
    /// The project's file, for messages; nil when there is none.
    package var projectFile: String?

    package init() {}

    /// Lays the user's file over the project's.
    package init(user: ConfigurationFile.Settings, project: ConfigurationFile.Settings) {
        if let choice = user.theme ?? project.theme {
            theme = choice.value
            themeOrigin = choice.origin
        }
        let own = Set(user.keys.map(\.action))
        keys = project.keys.filter { !own.contains($0.action) } + user.keys
        isMouseOn = user.mouse ?? project.mouse ?? isMouseOn
        glyphs = user.glyphs ?? project.glyphs ?? glyphs
        hasMotion = user.motion ?? project.motion ?? hasMotion
        isAccessible = user.accessible ?? project.accessible ?? isAccessible
        synchronizedOutput = user.synchronized ?? project.synchronized
        editor = user.editor
        clipboard = user.clipboard
        projectName = project.projectName
        plan = project.plan
        tables = project.tables
    }
}
