/// What continuous integration enforces.
package struct Gate: Equatable, Sendable {
    package enum Answer: String, CaseIterable, Sendable {
        case fail
        case warn
        case ignore
    }

    /// What a new finding does; one that came back is new.
    package var newFinding = Answer.fail
    package var staleSuppression = Answer.fail
    /// A suppression whose day has come.
    package var expiredSuppression = Answer.fail
    /// A rule that matches nothing.
    package var emptyRule = Answer.warn
    /// Per cent of files that were parsed; below it the gate cannot say yes.
    package var leastCoverage = 99.5

    package init() {}

    /// Decodes `[gate]`.
    package init(from settings: inout SettingReader) {
        newFinding = settings.choice("new", Answer.self) ?? newFinding
        staleSuppression = settings.choice("stale-suppression", Answer.self) ?? staleSuppression
        expiredSuppression = settings.choice("expired-suppression", Answer.self) ?? expiredSuppression
        emptyRule = settings.choice("empty-rule", Answer.self) ?? emptyRule
        leastCoverage = settings.percent("coverage-at-least") ?? leastCoverage
    }
}

extension SettingReader {
    /// A number from 0 to 100.
    mutating func percent(_ key: String) -> Double? {
        guard let number = number(key) else { return nil }
        if (0...100).contains(number) { return number }
        failAboutKey(key, value: "\(number)", expected: "a number from 0 to 100")
        return nil
    }
}
