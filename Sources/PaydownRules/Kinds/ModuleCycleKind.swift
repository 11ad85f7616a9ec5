import PaydownCore

/// A cycle of imports between modules.
struct ModuleCycleKind: RuleKind {
    let module: NameTest
    let imports: ImportFilter

    init(from settings: inout SettingReader) {
        module = settings.nameTest("module") ?? NameTest()
        imports = ImportFilter(from: &settings)
    }

    var nameTests: [NameTest] { [module] }

    func collect(_ file: inout FileReading) {
        if module.isTrivial || file.passes(0, file.module) { imports.observe(&file) }
    }

    func conclude(_ conclusion: inout RuleConclusion) {
        let graph = ImportGraph(conclusion, exceptions: imports.exceptions)
        // Modules that observed nothing are outside of the rule, and no cycle goes through them.
        let inside = Set(conclusion.rows.map { conclusion.layout.module(of: conclusion.path($0)) })
        var arrows = DirectedGraph()
        for (from, targets) in graph.targets where inside.contains(from) {
            for to in targets where inside.contains(to) { arrows.connect(from, to) }
        }
        let cuts = Set(arrows.feedbackEdges().map { ImportGraph.Edge(from: $0.from, to: $0.to) })
        for knot in arrows.knots() { add(knot, arrows, graph, cuts, &conclusion) }
        conclusion.measureSites(unit: "cycles", population: nil)
        conclusion.measure(
            "edges", title: conclusion.definition.title + ": imports to remove", Double(cuts.count), unit: "imports")
        let caught = arrows.knots().reduce(0) { $0 + $1.count }
        conclusion.measure(
            "modules", title: conclusion.definition.title + ": modules in cycles", Double(caught), unit: "modules",
            population: inside.count)
    }

    /// One finding for all cycles that hang together, named by the shortest of them through its first module.
    private func add(
        _ knot: [Int], _ arrows: DirectedGraph, _ graph: ImportGraph, _ cuts: Set<ImportGraph.Edge>,
        _ conclusion: inout RuleConclusion
    ) {
        let members = Set(knot.map { arrows.names[$0] })
        let first = arrows.names[knot[0]]
        let steps = graph.targets[first, default: []].filter(members.contains).compactMap { step in
            graph.way(from: step, to: { $0 == first }, by: members.contains)
        }
        guard let way = steps.min(by: { ($0.count, $0.joined()) < ($1.count, $1.joined()) }) else { return }
        let cycle = DirectedGraph.turned([first] + way.dropLast())
        let symbol = (cycle + cycle.prefix(1)).joined(separator: " -> ")
        let own = cuts.filter { members.contains($0.from) && members.contains($0.to) }.sorted {
            ($0.from, $0.to) < ($1.from, $1.to)
        }
        conclusion.add(
            Finding(
                rule: conclusion.definition.id, path: "", symbol: symbol,
                message: conclusion.text([
                    "symbol": symbol, "modules": String(members.count), "edges": String(own.count),
                ]),
                members: members.sorted(),
                related: own.compactMap { edge in
                    graph.places[edge].map { conclusion.related($0, message: "without this import of \(edge.to)") }
                }))
    }
}
