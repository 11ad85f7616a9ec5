import PaydownPython

/// The names that stand directly in class bodies, in the order of the text; methods with `()`.
struct ClassMembers {
    private struct Member {
        var offset: UInt32
        var text: String
    }

    private var members: [ScopeID: [Member]] = [:]

    init(_ file: FileReading) {
        let facts = file.facts
        for fact in facts.functions where facts.isClass(fact.site.scope) && !fact.site.context.contains(.nested) {
            add(file.names[fact.name] + "()", fact.site)
        }
        for fact in facts.assignments
        where facts.isClass(fact.site.scope) && !fact.site.context.contains(.nested) && Self.binds(fact.kind) {
            let name = file.names[fact.target]
            if !name.contains(".") { add(name, fact.site) }
        }
    }

    /// Each once.
    func names(in body: ScopeID) -> [String] {
        var seen: Set<String> = []
        return members[body, default: []].sorted { $0.offset < $1.offset }.map(\.text).filter {
            seen.insert($0).inserted
        }
    }

    private mutating func add(_ text: String, _ site: FactSite) {
        members[site.scope, default: []].append(
            Member(offset: site.offset, text: text))
    }

    private static func binds(_ kind: AssignmentFact.Kind) -> Bool {
        switch kind {
        case .plain, .annotated, .declared: true
        case .augmented, .unpacked: false
        }
    }
}
