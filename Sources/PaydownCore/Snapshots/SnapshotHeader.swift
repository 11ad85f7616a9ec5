/// A snapshot without its findings: all that an overview, a trend or a plan needs.
package struct SnapshotHeader: Equatable, Sendable {
    package struct Project: Equatable, Sendable {
        package var name: String
        /// For links to lines; may be empty.
        package var url: String

        package init(name: String, url: String = "") {
            self.name = name
            self.url = url
        }
    }

    package struct Tool: Equatable, Sendable {
        package var name: String
        package var version: String
        /// A digest of the rule set; where it changes between two snapshots, a trend breaks.
        package var rules: String

        package init(name: String = "paydown", version: String = "", rules: String = "") {
            self.name = name
            self.version = version
            self.rules = rules
        }
    }

    package var project: Project
    package var takenAt: Timestamp
    package var revision: Revision?
    package var tool: Tool
    package var provenance: Provenance
    package var coverage: Coverage
    package var plan: Plan
    package var checks: [Check]
    package var rules: [Rule]
    package var tests: [TestOutcome]
    package var metrics: [Metric]
    /// What the project has accepted, in the order of its file.
    package var accepted: [AcceptedFindings]

    package init(
        project: Project, takenAt: Timestamp, revision: Revision? = nil, tool: Tool = Tool(),
        provenance: Provenance = .measured, coverage: Coverage = Coverage(), plan: Plan = Plan(),
        checks: [Check] = [], rules: [Rule] = [], tests: [TestOutcome] = [], metrics: [Metric] = [],
        accepted: [AcceptedFindings] = []
    ) {
        self.project = project
        self.takenAt = takenAt
        self.revision = revision
        self.tool = tool
        self.provenance = provenance
        self.coverage = coverage
        self.plan = plan
        self.checks = checks
        self.rules = rules
        self.tests = tests
        self.metrics = metrics
        self.accepted = accepted
    }

    /// The measure with this id, in whichever check it stands.
    package func measure(_ id: String) -> Measure? {
        for check in checks {
            if let measure = check.measures.first(where: { $0.id == id }) { return measure }
        }
        return nil
    }

    package func rule(_ id: String) -> Rule? {
        rules.first { $0.id == id }
    }

    package func check(_ id: String) -> Check? {
        checks.first { $0.id == id }
    }
}
