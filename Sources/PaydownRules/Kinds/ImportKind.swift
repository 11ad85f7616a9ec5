import PaydownCore
import PaydownPython

/// An import of a module that should not be imported.
struct ImportKind: RuleKind {
    enum Reference: String, CaseIterable {
        case `import`
        case string
    }

    let module: NameTest
    let name: NameTest
    let findsImports: Bool
    let findsStrings: Bool
    let ignored: Set<Ignored>

    enum Ignored: String, CaseIterable {
        case typeChecking = "type-checking"
        case inFunction = "in-function"
        case tests
    }

    init(from settings: inout SettingReader) {
        module = settings.nameTest("module") ?? NameTest()
        name = settings.nameTest("name") ?? NameTest()
        let references = settings.choices("references", Reference.self) ?? [.import]
        findsImports = references.contains(.import)
        findsStrings = references.contains(.string)
        ignored = Set(settings.choices("ignore", Ignored.self) ?? [])
        if module.isTrivial, name.isTrivial { settings.require("module") }
    }

    var nameTests: [NameTest] { [module, name] }

    var looksAtOneFile: Bool { true }

    func collect(_ file: inout FileReading) {
        guard file.isParsed, !(ignored.contains(.tests) && file.isTest) else { return }
        if findsImports { collectImports(&file) }
        if findsStrings { collectStrings(&file) }
    }

    /// Strings that are such a module, or something in it: they break when the module goes, and nothing says so before.
    private func collectStrings(_ file: inout FileReading) {
        var known: [StringID: String?] = [:]
        for fact in file.facts.dottedStrings {
            let id = file.id(of: fact.text)
            let named = known[id] ?? module(in: file.names[fact.text], file)
            known[id] = named
            guard let named else { continue }
            var scanner = TokenScanner(file.source, at: Int(fact.site.offset))
            guard case .token(let token) = scanner.next() else { continue }
            var draft = FindingDraft(
                named, from: file.position(of: fact.site), to: file.position(of: token.upperBound))
            // By the line: a string in a decorator is about the function that is decorated.
            draft.scope = nil
            draft.tags = .string
            file.report(draft)
        }
    }

    /// The shortest beginning of a dotted name that passes as a module.
    private func module(in text: String, _ file: FileReading) -> String? {
        var end = text.startIndex
        while end < text.endIndex {
            end = text[end...].dropFirst().firstIndex(of: ".") ?? text.endIndex
            let beginning = String(text[..<end])
            if file.passes(0, beginning) { return beginning }
        }
        return nil
    }

    private func collectImports(_ file: inout FileReading) {
        var population = 0
        for fact in file.facts.imports where !fact.module.isEmpty {
            if isIgnored(fact.site.context) { continue }
            population += 1
            guard file.passes(0, fact.module), ImportedNames.pass(1, name, of: fact, in: &file) else { continue }
            file.report(file.draft(of: fact))
        }
        file.tally(population)
    }

    private func isIgnored(_ context: FactContext) -> Bool {
        ignored.contains(.typeChecking) && context.contains(.typeChecking)
            || ignored.contains(.inFunction) && context.contains(.inFunction)
    }

    func conclude(_ conclusion: inout RuleConclusion) {
        conclusion.keepAll()
        let title = conclusion.definition.title
        conclusion.measureSites(population: findsImports ? conclusion.tally() : nil)
        let files = Set(conclusion.rows.map(\.file))
        conclusion.measure("files", title: title + ": files", Double(files.count), unit: "files")
        let modules = module.isOneOf + module.startsWith + module.containsAny
        guard !modules.isEmpty else { return }
        let named = Set(conclusion.rows.map { conclusion.symbol($0) })
        let free = modules.count { module in !named.contains { $0.holds(module) } }
        conclusion.measure(
            "ready", title: title + ": " + (findsStrings ? "ready to delete" : "imported no more"),
            Double(free), unit: "modules", population: modules.count, better: .higher)
    }
}

/// Whether an import binds a name that passes a test.
enum ImportedNames {
    static func pass(_ test: Int, _ condition: NameTest, of fact: ImportFact, in file: inout FileReading) -> Bool {
        if condition.isTrivial { return true }
        for index in fact.names where file.passes(test, file.facts.importedNames[index].name) { return true }
        return false
    }
}

extension FileReading {
    /// A finding about an import, with what is known about how it is imported.
    mutating func draft(of fact: ImportFact) -> FindingDraft {
        let end = position(of: Int(facts.statements[Int(fact.site.statement)].end))
        var draft = FindingDraft(names[fact.module], from: position(of: fact.site), to: end)
        draft.scope = scopeName(fact.site.scope)
        draft.tags = tags(of: fact)
        return draft
    }

    private mutating func tags(of fact: ImportFact) -> TagSet {
        var tags: TagSet = []
        let imported = facts.importedNames[fact.names]
        let isStar = imported.contains { names[$0.name] == "*" }
        if isStar {
            tags.insert(.star)
        } else if !fact.alias.isEmpty || imported.contains(where: { !$0.alias.isEmpty }) {
            tags.insert(.alias)
        }
        let context = fact.site.context
        if isTryFallback(fact) { tags.insert(.tryFallback) }
        if context.contains(.inFunction) { tags.insert(.inFunction) }
        if context.contains(.typeChecking) { tags.insert(.typeChecking) }
        if isPackage || isStar { tags.insert(.reExport) }
        return tags
    }
}
