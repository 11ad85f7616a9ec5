import PaydownCore

/// A finding that a team has accepted: with a reason, an owner and an end.
package struct Suppression: Equatable, Sendable {
    package var rule: String
    /// What the finding is about: its symbol, its path, or `module:scope` and `module:scope.symbol`.
    package var subject: String
    package var reason: String
    package var owner: String
    /// The day from which on it holds no more; nil for no end.
    package var expires: Day?
    package var place: SettingPlace

    package init(
        rule: String, subject: String, reason: String, owner: String = "", expires: Day? = nil,
        place: SettingPlace = .start
    ) {
        self.rule = rule
        self.subject = subject
        self.reason = reason
        self.owner = owner
        self.expires = expires
        self.place = place
    }

    /// Decodes one `[[suppression]]`.
    package init(from settings: inout SettingReader, place: SettingPlace) {
        self.init(
            rule: settings.requiredString("rule"), subject: settings.requiredString("subject"),
            reason: settings.requiredString("reason"), owner: settings.string("owner") ?? "",
            expires: settings.day("expires"), place: place)
    }

    package func isExpired(on day: Day) -> Bool {
        expires.map { $0 <= day } ?? false
    }
}
