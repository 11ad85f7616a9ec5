import PaydownCore

/// An import into a package that must not be needed.
struct ForbiddenKind: RuleKind {
    let from: [String]
    let into: [String]
    let isIndirect: Bool
    let imports: ImportFilter

    init(from settings: inout SettingReader) {
        from = settings.setting("from") == nil ? [] : settings.words("from")
        into = settings.setting("into") == nil ? [] : settings.words("into")
        isIndirect = settings.boolean("indirect") ?? true
        imports = ImportFilter(from: &settings)
        if from.isEmpty { settings.require("from") }
        if into.isEmpty { settings.require("into") }
    }

    func collect(_ file: inout FileReading) {
        imports.observe(&file, sources: from)
    }

    func conclude(_ conclusion: inout RuleConclusion) {
        let pairs = from.flatMap { from in into.map { PackageBoundary.Pair(from: from, into: $0) } }
        let boundary = PackageBoundary(
            ImportGraph(conclusion, exceptions: imports.exceptions), pairs: pairs, guarded: [])
        conclusion.keep(boundary.crossings(indirect: isIndirect), pairs: pairs.count)
    }
}
