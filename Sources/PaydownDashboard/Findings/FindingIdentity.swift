import PaydownCore

/// What makes a finding the same in another frame: its rule and fingerprint, or its place when it has none.
package struct FindingIdentity: Hashable, Sendable {
    package let rule: String
    package let key: String

    package init(_ finding: Finding) {
        rule = finding.rule
        key =
            finding.fingerprint.isEmpty
            ? finding.path + "\u{0}" + finding.symbol + "\u{0}" + finding.scope + "\u{0}" + String(finding.line)
            : finding.fingerprint
    }
}
