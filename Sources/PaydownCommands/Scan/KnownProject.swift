import PaydownCore
import PaydownProject
import PaydownRules

/// A project as far as it can be told without scanning it; one without any rule is a project all the same.
struct KnownProject {
    let root: String
    /// The project's file; nil when there is none.
    let file: String?
    let rules: RuleSet
    let tables: [String: TOMLNode]
    let plan: Plan

    /// - Throws: `ScanFailure` with everything that is wrong with its file.
    init(_ options: ProjectOptions) throws {
        root = options.rootFolder()
        let configuration: Configuration
        switch ConfigurationReading(options.places()) {
        case .loaded(let loaded): configuration = loaded
        case .failed(let errors): throw ScanFailure(messages: errors.map(\.description))
        }
        do {
            rules = try ProjectRules(configuration.tables, file: configuration.projectFile ?? "paydown.toml").rules
        } catch {
            throw ScanFailure(messages: error.errors.map(\.description))
        }
        file = configuration.projectFile
        tables = configuration.tables
        plan = configuration.plan
    }

    /// The newest scan that was kept; nil when there is none, or none that can be read.
    func lastScan() -> SnapshotHeader? {
        ProjectStore(root: root).newestHeader()
    }
}

extension SnapshotHeader {
    /// The measures that count a rule's findings, the rule's first measure first.
    func measures(ofRule id: String) -> [Measure] {
        checks.flatMap(\.measures).filter { $0.rule == id }
    }
}
