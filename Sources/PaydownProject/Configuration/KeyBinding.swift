import PaydownScreen

/// Keys that somebody gave an action in `[keys]`, instead of the ones it has.
///
/// Whether there is such an action, and whether two want the same key, knows the dashboard's table of actions.
package struct KeyBinding: Equatable, Sendable {
    /// The action's id, dotted when it was written as a dotted key.
    package let action: String
    /// None takes the action's keys away.
    package let keys: [Key]
    package let origin: SettingOrigin

    package init(action: String, keys: [Key], origin: SettingOrigin) {
        self.action = action
        self.keys = keys
        self.origin = origin
    }
}
