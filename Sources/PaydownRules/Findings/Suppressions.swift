import PaydownCore

/// The suppressions of one rule, ready to be asked about its findings.
struct Suppressions {
    private let numbers: [Int]
    private let set: RuleSet

    init(_ set: RuleSet, rule: String) {
        self.set = set
        numbers = set.suppressions.indices.filter { set.suppressions[$0].rule == rule }
    }

    var isEmpty: Bool { numbers.isEmpty }

    /// The number of the suppression that is about a finding: of several the first that has not ended.
    ///
    /// - Parameter day: today; nil when nothing ends.
    func first(for finding: Finding, on day: Day?) -> (number: Int, isExpired: Bool)? {
        if numbers.isEmpty { return nil }
        let subjects = subjects(of: finding)
        let fitting = numbers.filter { subjects.contains(set.suppressions[$0].subject) }
        func isExpired(_ number: Int) -> Bool { day.map { set.suppressions[number].isExpired(on: $0) } ?? false }
        if let number = fitting.first(where: { !isExpired($0) }) { return (number, false) }
        return fitting.first.map { ($0, true) }
    }

    /// What a suppression may call a finding.
    private func subjects(of finding: Finding) -> Set<String> {
        var names: Set<String> = [finding.symbol]
        if finding.path.isEmpty { return names }
        names.insert(finding.path)
        let module = set.layout.module(of: finding.path)
        for place in [module, finding.path] {
            names.insert(place + ":" + finding.symbol)
            guard !finding.scope.isEmpty else { continue }
            names.insert(place + ":" + finding.scope)
            names.insert(place + ":" + finding.scope + "." + finding.symbol)
        }
        return names
    }
}
