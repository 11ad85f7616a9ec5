import PaydownCore
import PaydownPython

/// A cycle between components that files and modules belong to by their names.
struct ComponentCycleKind: RuleKind {
    let module: NameTest
    let components: [String]
    let countsPlainImports: Bool

    init(from settings: inout SettingReader) {
        module = settings.nameTest("module") ?? NameTest()
        components = settings.words("components")
        countsPlainImports = settings.boolean("plain-imports") ?? true
        if components.isEmpty { settings.require("components") }
    }

    var nameTests: [NameTest] { [module] }

    func collect(_ file: inout FileReading) {
        guard file.isParsed else { return }
        // Most files import nothing that the rule is about.
        var own: String?
        var seen: Set<String> = []
        for fact in file.facts.imports where !fact.module.isEmpty && (fact.isFrom || countsPlainImports) {
            guard file.passes(0, fact.module), let there = component(of: file.names[fact.module])
            else { continue }
            let here = own ?? component(ofFile: file.path)
            own = here
            guard there != here, seen.insert(there).inserted else { continue }
            var draft = FindingDraft(there, at: file.position(of: fact.site))
            draft.scope = ""
            draft.detail = here
            file.observe(draft)
        }
    }

    /// The first of the components that the file's name contains in lower case, else the name without its ending.
    private func component(ofFile path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let stem = name.hasSuffix(".py") ? String(name.dropLast(3)) : name
        return component(of: CaseFold.text(name)) ?? stem
    }

    private func component(of module: String) -> String? {
        components.first { module.holds($0) }
    }

    func conclude(_ conclusion: inout RuleConclusion) {
        var graph = DirectedGraph()
        var places: [String: [RuleConclusion.Row]] = [:]
        for row in conclusion.rows {
            let from = conclusion.detail(row)
            let to = conclusion.symbol(row)
            graph.connect(from, to)
            places[from + " -> " + to, default: []].append(row)
        }
        for cycle in graph.cyclesOfOneWalk() {
            var related: [RelatedPlace] = []
            for (from, to) in zip(cycle, cycle.dropFirst() + cycle.prefix(1)) {
                guard let rows = places[from + " -> " + to], let first = rows.first else { continue }
                let more = rows.count > 1 ? ", one of \(rows.count) imports" : ""
                related.append(conclusion.related(first, message: from + " needs " + to + more))
            }
            let symbol = (cycle + cycle.prefix(1)).joined(separator: " -> ")
            conclusion.add(
                Finding(
                    rule: conclusion.definition.id, path: "", symbol: symbol,
                    message: conclusion.text(["symbol": symbol]), related: related))
        }
        conclusion.measureSites(unit: "cycles")
        conclusion.measure(
            "edges", title: conclusion.definition.title + ": edges to remove", Double(graph.feedbackEdges().count),
            unit: "edges")
    }
}
