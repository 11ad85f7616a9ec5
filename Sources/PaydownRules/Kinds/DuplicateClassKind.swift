import PaydownCore
import PaydownPython

/// A class name that is defined in several places.
struct DuplicateClassKind: RuleKind {
    enum Ignored: String, CaseIterable {
        case `protocol`
        case typeChecking = "type-checking"
        case tryFallback = "try-fallback"
        /// In a class or a function.
        case nested
    }

    let name: NameTest
    let ignored: Set<Ignored>
    /// The module where a class belongs.
    let canonical: [String: String]
    let namesTitle: String?

    init(from settings: inout SettingReader) {
        name = settings.nameTest("class") ?? NameTest()
        ignored = Set(settings.choices("ignore", Ignored.self) ?? [])
        canonical = settings.stringTable("canonical") ?? [:]
        namesTitle = settings.string("names-title")
    }

    var nameTests: [NameTest] { [name] }

    func collect(_ file: inout FileReading) {
        guard file.isParsed, !file.facts.classes.isEmpty else { return }
        var members: ClassMembers?
        for fact in file.facts.classes where file.passes(0, fact.name) {
            if isIgnored(fact, in: file) { continue }
            var draft = file.draft(of: fact)
            members = members ?? ClassMembers(file)
            draft.members = members?.names(in: fact.body) ?? []
            draft.detail = ClassLikeness.detail(of: fact, members: draft.members, in: &file)
            file.report(draft)
        }
    }

    private func isIgnored(_ fact: ClassFact, in file: FileReading) -> Bool {
        let context = fact.site.context
        if ignored.contains(.typeChecking), context.contains(.typeChecking) { return true }
        if ignored.contains(.tryFallback), context.contains(.inTry) || context.contains(.inHandler) { return true }
        if ignored.contains(.nested), !fact.site.scope.isModule { return true }
        guard ignored.contains(.protocol) else { return false }
        return file.facts.bases[fact.bases].contains { base in
            [base.name, base.subscripted].contains { id in
                let name = file.names[id]
                return name == "Protocol" || name.hasSuffix(".Protocol")
            }
        }
    }

    func conclude(_ conclusion: inout RuleConclusion) {
        var groups: [String: [RuleConclusion.Row]] = [:]
        for row in conclusion.rows { groups[conclusion.symbol(row), default: []].append(row) }
        for row in conclusion.rows {
            let symbol = conclusion.symbol(row)
            guard let group = groups[symbol], group.count > 1 else { continue }
            keep(row, symbol, among: group, &conclusion)
        }
        conclusion.measure(
            "names", title: namesTitle ?? conclusion.definition.title,
            Double(groups.values.count { $0.count > 1 }), unit: "classes", population: groups.count)
        conclusion.measureSites(unit: "definitions")
    }

    private func keep(
        _ row: RuleConclusion.Row, _ symbol: String, among group: [RuleConclusion.Row],
        _ conclusion: inout RuleConclusion
    ) {
        let likeness = ClassLikeness(row, conclusion)
        let related = group.filter { $0 != row }.map { other in
            conclusion.related(other, message: "also defined here, " + likeness.words(for: other, conclusion))
        }
        let home = canonical[symbol]
        let isHome = home.map { $0 == conclusion.layout.module(of: conclusion.path(row)) } ?? false
        var message = conclusion.text([
            "symbol": symbol, "places": String(group.count), "home": home ?? "",
        ])
        if let home { message += isHome ? "; this is its home" : "; its home is " + home }
        conclusion.keep(row, message: message, related: related)
    }
}
