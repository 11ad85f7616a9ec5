import PaydownCore

/// An import against the direction of named layers.
struct LayersKind: RuleKind {
    /// From the highest to the lowest; packages of one layer are written with `|` between them.
    let layers: [[String]]
    /// Packages that have the layers in them, each for itself; none when the layers are whole names.
    let containers: [String]
    let isIndirect: Bool
    let imports: ImportFilter

    init(from settings: inout SettingReader) {
        let names = settings.setting("layers") == nil ? [] : settings.words("layers")
        layers = names.map { layer in
            layer.split(separator: "|").map { String($0.filter { $0 != " " }) }.filter { !$0.isEmpty }
        }
        containers = settings.strings("containers") ?? []
        isIndirect = settings.boolean("indirect") ?? true
        imports = ImportFilter(from: &settings)
        if layers.count < 2 {
            if settings.keys.contains("layers") {
                settings.failAboutKey(
                    "layers", value: names.joined(), expected: "two layers or more, the highest first")
            } else {
                settings.require("layers")
            }
        }
    }

    /// The layers with their whole names, once for each container.
    private var packages: [[[String]]] {
        (containers.isEmpty ? [""] : containers).map { container in
            layers.map { $0.map { container.isEmpty ? $0 : container + "." + $0 } }
        }
    }

    func collect(_ file: inout FileReading) {
        imports.observe(&file, sources: packages.flatMap { $0.flatMap(\.self) })
    }

    func conclude(_ conclusion: inout RuleConclusion) {
        let graph = ImportGraph(conclusion, exceptions: imports.exceptions)
        var pairs: [PackageBoundary.Pair] = []
        var guarded: [String] = []
        for whole in packages {
            guarded += whole.flatMap(\.self)
            for (high, upper) in whole.enumerated() {
                for lower in whole.dropFirst(high + 1).flatMap(\.self) {
                    pairs += upper.map { PackageBoundary.Pair(from: lower, into: $0) }
                }
            }
        }
        let boundary = PackageBoundary(graph, pairs: pairs, guarded: guarded)
        conclusion.keep(boundary.crossings(indirect: isIndirect), pairs: pairs.count)
    }
}
