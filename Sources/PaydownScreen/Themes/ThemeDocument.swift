/// A theme file as parsed: nothing inherited, no palette name looked up.
package struct ThemeDocument: Equatable, Sendable {
    package var name: String
    /// The file's name for messages.
    package var file: String
    package var inherits: Positioned<String>?
    /// Nil when the file does not say: then the parent's.
    package var mode: Theme.Mode?
    /// The theme to change to when the terminal's mode changes.
    package var pair: Positioned<String>?
    package var palette: [String: Positioned<ColorWord>]
    package var roles: [Role: RoleStyle]
    /// For fewer than 256 colours.
    package var roles16: [Role: RoleStyle]
    /// Without colour: attributes only.
    package var rolesMono: [Role: RoleStyle]

    package init(
        name: String, file: String, inherits: Positioned<String>? = nil, mode: Theme.Mode? = nil,
        pair: Positioned<String>? = nil, palette: [String: Positioned<ColorWord>] = [:],
        roles: [Role: RoleStyle] = [:], roles16: [Role: RoleStyle] = [:], rolesMono: [Role: RoleStyle] = [:]
    ) {
        self.name = name
        self.file = file
        self.inherits = inherits
        self.mode = mode
        self.pair = pair
        self.palette = palette
        self.roles = roles
        self.roles16 = roles16
        self.rolesMono = rolesMono
    }
}
