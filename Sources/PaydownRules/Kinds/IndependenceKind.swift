import PaydownCore

/// An import between packages that should know nothing of each other.
struct IndependenceKind: RuleKind {
    let modules: [String]
    let isIndirect: Bool
    let imports: ImportFilter

    init(from settings: inout SettingReader) {
        modules = settings.setting("modules") == nil ? [] : settings.words("modules")
        isIndirect = settings.boolean("indirect") ?? true
        imports = ImportFilter(from: &settings)
        if modules.count < 2 {
            if settings.keys.contains("modules") {
                settings.failAboutKey("modules", value: modules.joined(), expected: "two modules or more")
            } else {
                settings.require("modules")
            }
        }
    }

    func collect(_ file: inout FileReading) {
        imports.observe(&file, sources: modules)
    }

    func conclude(_ conclusion: inout RuleConclusion) {
        let pairs = modules.flatMap { from in
            modules.filter { $0 != from }.map { PackageBoundary.Pair(from: from, into: $0) }
        }
        let boundary = PackageBoundary(
            ImportGraph(conclusion, exceptions: imports.exceptions), pairs: pairs, guarded: modules)
        conclusion.keep(boundary.crossings(indirect: isIndirect), pairs: pairs.count)
    }
}
