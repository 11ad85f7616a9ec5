/// Which modules of a tree import which, and where.
struct ImportGraph {
    /// One import of one module.
    struct Edge: Hashable {
        var from: String
        var to: String
    }

    /// The first import, in the order of paths and lines, for each edge.
    private(set) var places: [Edge: RuleConclusion.Row] = [:]
    private(set) var targets: [String: [String]] = [:]
    private(set) var modules: Set<String> = []
    /// Imports of what is not in the tree: by the importing module, the module as written.
    private(set) var outside: [String: [String: RuleConclusion.Row]] = [:]

    /// - Parameters:
    ///   - conclusion: of a rule that observes imports (see `ImportFilter`).
    ///   - exceptions: imports that do not count, neither by themselves nor as part of a chain.
    init(_ conclusion: RuleConclusion, exceptions: [ImportException] = []) {
        modules = Set(conclusion.paths().map { conclusion.layout.module(of: $0) })
        var found: [String: Set<String>] = [:]
        for row in conclusion.rows {
            let from = conclusion.layout.module(of: conclusion.path(row))
            let module = conclusion.symbol(row)
            let names = conclusion.detail(row).split(separator: " ")
            let inside = modules(in: module, names.map(String.init))
            if inside.isEmpty {
                if exceptions.contains(where: { $0.holds(from: from, to: module) }) { continue }
                if outside[from]?[module] == nil { outside[from, default: [:]][module] = row }
            }
            for to in inside where to != from {
                if !exceptions.isEmpty, exceptions.contains(where: { $0.holds(from: from, to: to) }) { continue }
                let edge = Edge(from: from, to: to)
                if places[edge] == nil { places[edge] = row }
                found[from, default: []].insert(to)
            }
        }
        targets = found.mapValues { $0.sorted() }
    }

    /// The modules of the tree that an import needs: the names that are modules, else the module itself, else the
    /// nearest package around it.
    private func modules(in module: String, _ names: [String]) -> [String] {
        let own = names.map { module.isEmpty ? $0 : module + "." + $0 }.filter(modules.contains)
        if !own.isEmpty, own.count == names.count { return own }
        if modules.contains(module), !module.isEmpty { return own + [module] }
        return own
    }

    /// The shortest way from a module to one that is wanted, by modules that may be passed; nil when there is none.
    /// Ways of one edge count as well.
    func way(from start: String, to isWanted: (String) -> Bool, by mayPass: (String) -> Bool) -> [String]? {
        var previous: [String: String] = [start: ""]
        var queue = [start]
        var next = 0
        while next < queue.count {
            let module = queue[next]
            next += 1
            for target in targets[module, default: []] where previous[target] == nil {
                previous[target] = module
                if isWanted(target) {
                    var way = [target]
                    while let last = way.last, last != start, let before = previous[last] { way.append(before) }
                    return way.reversed()
                }
                if mayPass(target) { queue.append(target) }
            }
        }
        return nil
    }
}
