import PaydownCore
import PaydownPython

/// Many paths to one thing: each import by another one than the canonical path.
struct ImportPathsKind: RuleKind {
    enum Report: String, CaseIterable {
        case sites
        case components
    }

    let module: NameTest
    let name: NameTest
    let canonical: Set<String>
    let components: [String]
    let report: Report
    let pathsTitle: String?

    init(from settings: inout SettingReader) {
        module = settings.nameTest("module") ?? NameTest()
        name = settings.nameTest("name") ?? NameTest()
        canonical = Set(settings.strings("canonical") ?? [])
        components = settings.strings("components") ?? []
        report = settings.choice("report", Report.self) ?? .sites
        pathsTitle = settings.string("paths-title")
        if module.isTrivial, name.isTrivial { settings.require("module") }
        if report == .components, components.isEmpty { settings.require("components") }
    }

    var nameTests: [NameTest] { [module, name] }

    func collect(_ file: inout FileReading) {
        guard file.isParsed else { return }
        for fact in file.facts.imports where !fact.module.isEmpty {
            guard file.passes(0, fact.module), ImportedNames.pass(1, name, of: fact, in: &file) else { continue }
            var draft = file.draft(of: fact)
            if !components.isEmpty {
                guard let component = component(of: draft.symbol) else { continue }
                draft.detail = component
                draft.words["component"] = component
            }
            if report == .components || canonical.contains(draft.symbol) {
                file.observe(draft)
            } else {
                file.report(draft)
            }
        }
    }

    /// The first of the components that a module contains.
    private func component(of module: String) -> String? {
        components.first { module.holds($0) }
    }

    func conclude(_ conclusion: inout RuleConclusion) {
        switch report {
        case .sites: concludeSites(&conclusion)
        case .components: concludeComponents(&conclusion)
        }
    }

    private func concludeSites(_ conclusion: inout RuleConclusion) {
        conclusion.keepAll()
        let modules = Set(conclusion.rows.map { conclusion.symbol($0) })
        conclusion.measure(
            "paths", title: pathsTitle ?? conclusion.definition.title + ": paths", Double(modules.count), unit: "paths")
        conclusion.measureSites()
        for component in components {
            let own = Set(
                conclusion.rows.filter { conclusion.detail($0) == component }.map { conclusion.symbol($0) })
            conclusion.measure(
                "paths." + component, title: component + ": paths", Double(own.count), unit: "paths")
        }
    }

    private func concludeComponents(_ conclusion: inout RuleConclusion) {
        var first: [String: [(module: String, row: RuleConclusion.Row)]] = [:]
        for row in conclusion.rows {
            let module = conclusion.symbol(row)
            let component = conclusion.detail(row)
            if !first[component, default: []].contains(where: { $0.module == module }) {
                first[component, default: []].append((module, row))
            }
        }
        for component in components {
            guard let paths = first[component], paths.count > 1 else { continue }
            conclusion.add(
                Finding(
                    rule: conclusion.definition.id, path: "", symbol: component,
                    message: conclusion.text([
                        "symbol": component, "component": component, "paths": String(paths.count),
                    ]),
                    related: paths.sorted { $0.module < $1.module }.map {
                        conclusion.related($0.row, message: $0.module)
                    }))
        }
        conclusion.measureSites(unit: "components", population: first.count)
        for component in components {
            conclusion.measure(
                "paths." + component, title: component + ": paths", Double(first[component]?.count ?? 0),
                unit: "paths")
        }
    }
}
