import PaydownCore

/// What checking a tree came to.
package struct RuleOutcome: Equatable, Sendable {
    /// By rule in the order of the rule set, then by path, line, column and symbol.
    package var findings: FindingTable
    /// Panes in the order in which rules name them first.
    package var checks: [Check]
    package var rules: [Rule]
    /// By rule, in the same order: tests and what they test differ by an order of magnitude.
    package var parts: [RuleParts]
    /// What is odd about the rules, not about the code.
    package var warnings: [RuleWarning]
    /// What the suppressions held back, in their order.
    package var suppressed: [SuppressedFindings]
}

/// Where a rule's findings are.
package struct RuleParts: Equatable, Sendable {
    package var rule: String
    /// In files of tests.
    package var tests: Int
    /// In all others, and about the project as a whole.
    package var product: Int

    package init(rule: String, tests: Int, product: Int) {
        self.rule = rule
        self.tests = tests
        self.product = product
    }
}

/// The findings that one suppression is about.
package struct SuppressedFindings: Equatable, Sendable {
    package var suppression: Suppression
    package var findings: [Finding]
    /// Whether its day has come, so that the findings count all the same.
    package var isExpired = false

    /// As a snapshot keeps it.
    package var accepted: AcceptedFindings {
        AcceptedFindings(
            rule: suppression.rule, subject: suppression.subject, reason: suppression.reason,
            owner: suppression.owner, expires: suppression.expires,
            state: findings.isEmpty ? .stale : isExpired ? .expired : .active, count: findings.count)
    }
}

/// Something that is most likely not meant.
package enum RuleWarning: Equatable, Sendable {
    /// Nothing in the tree has to do with the rule: a typo in it, most likely.
    case matchesNothing(rule: String)
    /// No file is in the scope.
    case emptyScope(String)
    /// A suppression whose day has come; its findings count again.
    case expiredSuppression(Suppression, findings: Int)
    /// A suppression that holds nothing back.
    case staleSuppression(Suppression)
    /// A suppression for a rule that there is not.
    case unknownRule(Suppression)

    package var text: String {
        switch self {
        case .matchesNothing(let rule):
            "rule '\(rule)' matches nothing in the tree; check its names, or take it out if it is paid off"
        case .emptyScope(let scope):
            "scope '\(scope)' has no files; check its paths and words"
        case .expiredSuppression(let suppression, let findings):
            "the suppression of '\(suppression.rule)' for '\(suppression.subject)' ended on "
                + (suppression.expires?.iso ?? "its day") + (suppression.owner.isEmpty ? "" : " (\(suppression.owner))")
                + "; \(findings) finding\(findings == 1 ? " counts" : "s count") again: fix, or agree on another day"
        case .staleSuppression(let suppression):
            "the suppression of '\(suppression.rule)' for '\(suppression.subject)' holds nothing back; take it out"
        case .unknownRule(let suppression):
            "a suppression names the rule '\(suppression.rule)', which is not there; correct it or take it out"
        }
    }
}
