import PaydownCore
import PaydownProject
import PaydownPython
import PaydownRules
import PaydownScan

/// What a project's own file says about scanning it.
struct ScannedProject {
    let root: String
    let name: String
    let rules: RuleSet
    let version: PythonVersion
    let excludes: IgnoreFile?
    let plan: Plan
    /// The name of the file with the rules, for messages about them.
    let rulesFile: String
    var folder: ProjectStore { ProjectStore(root: root) }

    /// - Throws: `ScanFailure` when there is no such file, no rule in it, or something wrong with it.
    init(root: String?, config: String?) throws {
        self.root = ProjectFolder.chosen(root)
        let places = ConfigurationPlaces(environment: Environment.value, root: self.root, explicitFile: config)
        let configuration: Configuration
        switch ConfigurationReading(places) {
        case .loaded(let loaded): configuration = loaded
        case .failed(let errors): throw ScanFailure(messages: errors.map(\.description))
        }
        let project: ProjectRules
        do {
            project = try ProjectRules(configuration.tables, file: configuration.projectFile ?? "paydown.toml")
        } catch {
            throw ScanFailure(messages: error.errors.map(\.description))
        }
        guard !project.rules.rules.isEmpty else {
            throw ScanFailure(messages: [Self.nothingToCheck(in: self.root, configuration.projectFile)])
        }
        name = configuration.projectName ?? Self.lastPart(of: self.root)
        rules = project.rules
        plan = Self.plan(configuration.plan, project)
        rulesFile = configuration.projectFile.map(Self.lastPart) ?? "paydown.toml"
        excludes =
            project.excludes.isEmpty
            ? nil : IgnoreFile(lines: project.excludes, name: "'exclude' in [project]")
        version = try Self.version(project.python, file: configuration.projectFile)
    }

    /// Whether there is no file at all that could say what to check.
    static func isMissing(root: String?, config: String?) -> Bool {
        let places = ConfigurationPlaces(
            environment: Environment.value, root: ProjectFolder.chosen(root), explicitFile: config)
        guard case .loaded(let configuration) = ConfigurationReading(places) else { return false }
        return configuration.projectFile == nil
    }

    /// The phases with what must hold beside their targets. Without phases there is nothing that could be met.
    private static func plan(_ phases: Plan, _ project: ProjectRules) -> Plan {
        guard !phases.phases.isEmpty else { return phases }
        var plan = phases
        plan.mustPass = project.goldenPath?.mustPass ?? []
        plan.leastCoverage = project.gate.leastCoverage
        return plan
    }

    private static func nothingToCheck(in root: String, _ file: String?) -> String {
        if let file {
            return "\(file): has no [[rule]], so there is nothing to check; add one, such as "
                + "[[rule]] id = \"old\", kind = \"import\", module.starts-with = [\"app.old\"]"
        }
        return "\(root): has no paydown.toml, which says what to check; 'paydown init' proposes one; "
            + "or name another file with --config"
    }

    private static func version(_ text: String?, file: String?) throws -> PythonVersion {
        guard let text else { return .newest }
        if let version = PythonVersion(text) { return version }
        let known = PythonVersion.allCases.map(\.description).joined(separator: ", ")
        throw ScanFailure(messages: [
            "\(file ?? "paydown.toml"): 'python' in [project] cannot be '\(text)'; known are \(known)"
        ])
    }

    private static func lastPart(of path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        if let last = parts.last, last != ".." { return String(last) }
        return ProjectFolder.current?.split(separator: "/").last.map(String.init) ?? "project"
    }
}
