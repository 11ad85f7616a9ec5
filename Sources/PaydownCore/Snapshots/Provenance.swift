/// Where the parts of a snapshot come from. What was not measured says so wherever it is shown.
package struct Provenance: Equatable, Sendable {
    package enum Source: String, CaseIterable, Sendable {
        case measured
        case illustrative
        case simulated
    }

    package var findings: Source
    package var tests: Source
    package var metrics: Source
    package var plan: Source
    /// A sentence for people; may be empty.
    package var note: String

    package init(
        findings: Source = .measured, tests: Source = .measured, metrics: Source = .measured,
        plan: Source = .measured, note: String = ""
    ) {
        self.findings = findings
        self.tests = tests
        self.metrics = metrics
        self.plan = plan
        self.note = note
    }

    package static let measured = Provenance()
}
