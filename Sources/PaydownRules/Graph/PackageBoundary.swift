import PaydownCore

/// Imports that cross a boundary between packages, directly or by way of others.
struct PackageBoundary {
    /// What must not be: somebody in `from` needing somebody in `into`.
    struct Pair: Hashable {
        var from: String
        var into: String
    }

    /// A crossing, at the import by which it leaves its module.
    struct Crossing {
        var pair: Pair
        /// From the module that must not to the one that it must not need.
        var way: [String]
        var row: RuleConclusion.Row
    }

    private let graph: ImportGraph
    private let pairs: [Pair]
    /// Packages that a way may not pass: what happens there is their own affair.
    private let guarded: [String]

    init(_ graph: ImportGraph, pairs: [Pair], guarded: [String]) {
        self.graph = graph
        self.pairs = pairs
        self.guarded = guarded
    }

    /// In the order of the pairs, then of modules; with `indirect`, one for each first step of a way.
    func crossings(indirect: Bool) -> [Crossing] {
        pairs.flatMap { pair in
            let members = graph.modules.filter { ModuleName.isIn($0, pair.from) }.sorted()
            return members.flatMap { crossings(of: $0, pair, indirect: indirect) }
        }
    }

    private func crossings(of module: String, _ pair: Pair, indirect: Bool) -> [Crossing] {
        var found: [Crossing] = []
        for target in graph.targets[module, default: []] {
            let edge = ImportGraph.Edge(from: module, to: target)
            guard let row = graph.places[edge] else { continue }
            if isInto(target, pair) {
                found.append(Crossing(pair: pair, way: [module, target], row: row))
            } else if indirect, mayPass(target, pair), let way = way(from: target, pair) {
                found.append(Crossing(pair: pair, way: [module] + way, row: row))
            }
        }
        // Packages that are not in the tree are known by their names only.
        for (target, row) in graph.outside[module, default: [:]] where ModuleName.isIn(target, pair.into) {
            found.append(Crossing(pair: pair, way: [module, target], row: row))
        }
        return found.sorted { ($0.way.last ?? "", $0.way.count) < ($1.way.last ?? "", $1.way.count) }
    }

    /// The shortest way to a module of the package, or to one of the tree that imports the package from outside.
    private func way(from start: String, _ pair: Pair) -> [String]? {
        if let last = outside(start, pair) { return [start, last] }
        let way = graph.way(
            from: start, to: { isInto($0, pair) || mayPass($0, pair) && outside($0, pair) != nil },
            by: { mayPass($0, pair) })
        guard let way, let last = way.last, !isInto(last, pair) else { return way }
        return way + [outside(last, pair) ?? pair.into]
    }

    /// What a module imports of a package that is not in the tree; of several the first by name.
    private func outside(_ module: String, _ pair: Pair) -> String? {
        graph.outside[module, default: [:]].keys.filter { ModuleName.isIn($0, pair.into) }.min()
    }

    /// A package within the one that it must not need is no crossing of itself.
    private func isInto(_ module: String, _ pair: Pair) -> Bool {
        ModuleName.isIn(module, pair.into)
            && !(ModuleName.isIn(pair.from, pair.into) && ModuleName.isIn(module, pair.from))
    }

    private func mayPass(_ module: String, _ pair: Pair) -> Bool {
        !ModuleName.isIn(module, pair.from) && !guarded.contains { ModuleName.isIn(module, $0) }
    }
}

extension RuleConclusion {
    /// Keeps crossings as findings at their imports, and measures broken pairs and imports.
    mutating func keep(_ crossings: [PackageBoundary.Crossing], pairs: Int) {
        var broken: Set<PackageBoundary.Pair> = []
        for crossing in crossings {
            broken.insert(crossing.pair)
            guard let from = crossing.way.first, let to = crossing.way.last else { continue }
            let symbol = from + " -> " + to
            let chain = crossing.way.joined(separator: " -> ")
            keep(
                crossing.row, symbol: symbol,
                message: text([
                    "symbol": symbol, "from": crossing.pair.from, "into": crossing.pair.into, "chain": chain,
                ]))
        }
        measureSites(unit: "imports")
        measure(
            "broken", title: definition.title + ": broken pairs", Double(broken.count), unit: "pairs",
            population: pairs)
    }
}
