/// Where a person was: what `-` goes back to.
package struct Place: Equatable, Sendable {
    package var screen: Screen
    /// The check, when the screen is one that the number keys do not reach.
    package var check: String?
    package var zoomed: Part?

    package init(screen: Screen, check: String? = nil, zoomed: Part? = nil) {
        self.screen = screen
        self.check = check
        self.zoomed = zoomed
    }
}
