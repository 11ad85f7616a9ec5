/// What one suppression of the project's file comes to at the moment of a snapshot.
///
/// What is accepted is not counted and not forgotten: with its reason, its owner and its end it stays in every snapshot.
package struct AcceptedFindings: Equatable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        /// It holds findings back, which are in no number.
        case active
        /// Its day has come: its findings count again.
        case expired
        /// No finding is what it is about.
        case stale
    }

    package var rule: String
    /// What the findings are about, as the suppression names it.
    package var subject: String
    package var reason: String
    package var owner: String
    package var expires: Day?
    package var state: State
    /// Findings that it holds back, or held back while it lasted.
    package var count: Int

    package init(
        rule: String, subject: String, reason: String = "", owner: String = "", expires: Day? = nil,
        state: State = .active, count: Int = 0
    ) {
        self.rule = rule
        self.subject = subject
        self.reason = reason
        self.owner = owner
        self.expires = expires
        self.state = state
        self.count = count
    }
}
