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
    let exceptions: [ImportException]

    init(from settings: inout SettingReader) {
        ignored = Set(settings.choices("ignore", Ignored.self) ?? [.typeChecking])
        let written = settings.setting("except") == nil ? [] : settings.words("except")
        exceptions = written.compactMap(ImportException.init)
        if exceptions.count < written.count {
            let wrong = written.first { ImportException($0) == nil } ?? ""
            settings.failAboutKey("except", value: wrong, expected: "two modules with '->' between them")
        }
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

/// An import that a contract leaves out of account, `app.a -> app.b.*`.
package struct ImportException: Hashable, Sendable {
    private let from: Glob
    private let to: Glob

    /// Nil when it is not two modules with an arrow between them.
    package init?(_ text: String) {
        let parts = text.components(separatedByArrow: "->")
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }) else { return nil }
        from = Glob(parts[0], separator: UInt8(ascii: "."))
        to = Glob(parts[1], separator: UInt8(ascii: "."))
    }

    func holds(from module: String, to other: String) -> Bool {
        from.matches(module) && to.matches(other)
    }
}

extension String {
    fileprivate func components(separatedByArrow arrow: String) -> [String] {
        split(separator: arrow, omittingEmptySubsequences: false).map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }
}
