import PaydownCore
import PaydownPython

/// Which imports count as needing a module.
struct ImportFilter: Sendable {
    enum Ignored: String, CaseIterable {
        case typeChecking = "type-checking"
        case inFunction = "in-function"
        case tests
    }

    let ignored: Set<Ignored>

    init(from settings: inout SettingReader) {
        ignored = Set(settings.choices("ignore", Ignored.self) ?? [.typeChecking])
    }

    /// Keeps every import of a file for the second stage: the whole module, and the names from it, which may be
    /// modules as well.
    ///
    /// - Parameter sources: packages whose imports may become findings; those of other modules only make chains.
    func observe(_ file: inout FileReading, sources: [String] = []) {
        guard file.isParsed, !(ignored.contains(.tests) && file.isTest) else { return }
        let module = file.module
        let isSource = sources.contains { ModuleName.isIn(module, $0) }
        for fact in file.facts.imports {
            let context = fact.site.context
            if ignored.contains(.typeChecking), context.contains(.typeChecking) { continue }
            if ignored.contains(.inFunction), context.contains(.inFunction) { continue }
            let module = ModuleName.absolute(file.names[fact.module], level: Int(fact.level), in: file)
            if module.isEmpty, fact.nameCount == 0 { continue }
            var draft = file.draft(of: fact)
            draft.symbol = module
            draft.detail = file.facts.importedNames[fact.names].map { file.names[$0.name] }.joined(separator: " ")
            if isSource { file.report(draft) } else { file.observe(draft) }
        }
    }
}
