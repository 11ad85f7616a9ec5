import PaydownCore

/// Which rows of a table are findings that a person has hidden.
///
/// A performance file: to make an identity of each of a million rows took seconds; a row is only made one when its
/// fingerprint is as long as a hidden one and of a rule that has hidden findings.
struct HiddenRows {
    private let findings: FindingTable
    private let hidden: Set<FindingIdentity>
    private let lengths: Set<Int>
    private let rules: Set<String>
    /// By string id: 0 not asked yet, 1 no, 2 yes.
    private var answers: [UInt8]

    /// Nil when nothing is hidden.
    init?(_ hidden: Set<FindingIdentity>, in findings: FindingTable) {
        if hidden.isEmpty { return nil }
        self.findings = findings
        self.hidden = hidden
        lengths = Set(hidden.map { $0.key.utf8.count })
        rules = Set(hidden.map(\.rule))
        answers = [UInt8](repeating: 0, count: findings.strings.count)
    }

    mutating func contain(_ row: Int) -> Bool {
        let rule = findings.rule[row]
        if answers[Int(rule.rawValue)] == 0 {
            answers[Int(rule.rawValue)] = rules.contains(findings.strings[rule]) ? 2 : 1
        }
        if answers[Int(rule.rawValue)] == 1 { return false }
        let fingerprint = findings.fingerprint[row]
        // Without one it is known by its place.
        if !fingerprint.isEmpty, !lengths.contains(findings.strings.range(fingerprint).count) { return false }
        return hidden.contains(FindingIdentity(findings[row]))
    }
}
