/// How a theme file says one role looks, its palette names not looked up yet.
///
/// What is nil comes from `text` (the foreground) or from what the text lies on (the background).
package struct RoleStyle: Equatable, Sendable {
    package var foreground: Positioned<ColorWord>?
    package var background: Positioned<ColorWord>?
    package var attributes: Attributes

    package init(
        foreground: Positioned<ColorWord>? = nil, background: Positioned<ColorWord>? = nil,
        attributes: Attributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// How one role looks at one depth, every colour known.
package struct RoleLook: Hashable, Sendable {
    package var foreground: Color?
    package var background: Color?
    package var attributes: Attributes

    package init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}
