import PaydownPython

/// The shapes of a singleton: one object for all who ask.
struct SingletonKind: RuleKind {
    enum Form: String, CaseIterable {
        case instanceAttribute = "instance-attribute"
        case new
        case getter
        case moduleInstance = "module-instance"
        case metaclass
        case cachedFactory = "cached-factory"
    }

    let forms: Set<Form>
    let attribute: NameTest
    let getter: NameTest
    let managed: NameTest

    init(from settings: inout SettingReader) {
        forms = Set(settings.choices("forms", Form.self) ?? Form.allCases)
        attribute = settings.nameTest("attribute") ?? Self.usualAttributes
        getter = settings.nameTest("getter") ?? Self.usualGetters
        managed = settings.nameTest("class") ?? NameTest()
    }

    /// Names under which an object is usually kept.
    private static let usualAttributes: NameTest = {
        var test = NameTest()
        test.startsWith = ["_"]
        test.endsWith = ["instance", "singleton"]
        return test
    }()

    private static let usualGetters: NameTest = {
        var test = NameTest()
        test.isOneOf = ["get_instance", "getInstance", "instance", "shared_instance", "get_shared_instance"]
        return test
    }()

    var nameTests: [NameTest] { [attribute, getter, managed] }
    var asksManyNames: Bool { true }

    var looksAtOneFile: Bool { true }

    func collect(_ file: inout FileReading) {
        guard file.isParsed else { return }
        if forms.contains(.instanceAttribute) { collectAttributes(&file) }
        if forms.contains(.moduleInstance), !managed.isTrivial { collectModuleInstances(&file) }
        if forms.contains(.metaclass) { collectMetaclasses(&file) }
        collectFunctions(&file)
    }

    // MARK: Shapes

    /// A name that holds nothing at first and that something in the file fills later.
    private func collectAttributes(_ file: inout FileReading) {
        var known: Set<String>?
        let globals = Set(file.facts.globals.filter { !$0.isNonlocal }.map { file.names[$0.name] })
        for fact in file.facts.assignments {
            let isEmpty = fact.value == .none || fact.kind == .declared
            guard isEmpty, fact.kind == .plain || fact.kind == .annotated || fact.kind == .declared,
                file.passes(0, fact.target)
            else { continue }
            let name = file.names[fact.target]
            if file.facts.isClass(fact.site.scope) {
                let owner = file.names[file.facts.scopes[fact.site.scope.index].name]
                let filled = known ?? filledNames(in: file)
                known = filled
                guard filled.contains("cls." + name) || filled.contains(owner + "." + name) else { continue }
                report(owner + "." + name, "a class attribute that holds one object", fact.site, &file)
            } else if fact.site.scope.isModule, globals.contains(name) {
                report(name, "a module's name that holds one object", fact.site, &file)
            }
        }
    }

    /// Dotted names that a function of the file assigns to.
    private func filledNames(in file: FileReading) -> Set<String> {
        var filled: Set<String> = []
        for fact in file.facts.assignments where fact.site.context.contains(.inFunction) && fact.value != .none {
            let isDotted = file.names.withUTF8(fact.target) { $0.contains(UInt8(ascii: ".")) }
            if isDotted { filled.insert(file.names[fact.target]) }
        }
        return filled
    }

    /// A module-level object of a class that is managed.
    private func collectModuleInstances(_ file: inout FileReading) {
        for fact in file.facts.assignments
        where fact.site.scope.isModule && fact.value == .call && !fact.callee.isEmpty && file.passes(2, fact.callee) {
            report(file.names[fact.target], "a module's object of " + file.names[fact.callee], fact.site, &file)
        }
    }

    private func collectMetaclasses(_ file: inout FileReading) {
        for fact in file.facts.classes {
            for base in file.facts.bases[fact.bases] where base.kind == .keyword {
                guard file.names[base.keyword] == "metaclass",
                    CaseFold.text(file.names[base.name]).holds("singleton")
                else { continue }
                var draft = file.draft(of: fact)
                draft.words["reason"] = "a class whose metaclass makes one object"
                file.report(draft)
            }
        }
    }

    private func collectFunctions(_ file: inout FileReading) {
        let assigning = scopesThatFillClass(in: file)
        for fact in file.facts.functions {
            let isMethod = file.facts.isClass(fact.site.scope)
            if forms.contains(.new), assigning.contains(fact.body), isMethod, file.names[fact.name] == "__new__" {
                report(fact, "a __new__ that hands out one object", &file)
            } else if forms.contains(.getter), file.passes(1, fact.name), isMethod ? isOfClass(fact, file) : true {
                report(fact, "a function that hands out one object", &file)
            } else if forms.contains(.cachedFactory), fact.parameterCount == 0, fact.decoratorCount > 0,
                isCached(fact, file)
            {
                report(fact, "a factory that makes one object and remembers it", &file)
            }
        }
    }

    /// Functions with an assignment to `cls.something` in them.
    private func scopesThatFillClass(in file: FileReading) -> Set<ScopeID> {
        var scopes: Set<ScopeID> = []
        for fact in file.facts.assignments {
            let isOfClass = file.names.withUTF8(fact.target) { $0.starts(with: "cls.".utf8) }
            if isOfClass { scopes.insert(fact.site.scope) }
        }
        return scopes
    }

    private func isOfClass(_ fact: FunctionFact, _ file: FileReading) -> Bool {
        file.facts.decorators[fact.decorators].contains {
            ["classmethod", "staticmethod"].contains(file.names[$0.name])
        }
    }

    private func isCached(_ fact: FunctionFact, _ file: FileReading) -> Bool {
        file.facts.decorators[fact.decorators].contains {
            ["lru_cache", "cache", "functools.lru_cache", "functools.cache"].contains(file.names[$0.name])
        }
    }

    // MARK: Findings

    private func report(_ symbol: String, _ reason: String, _ site: FactSite, _ file: inout FileReading) {
        var draft = file.draft(symbol, statementOf: site)
        draft.words["reason"] = reason
        file.report(draft)
    }

    private func report(_ fact: FunctionFact, _ reason: String, _ file: inout FileReading) {
        let owner =
            file.facts.isClass(fact.site.scope) ? file.names[file.facts.scopes[fact.site.scope.index].name] + "." : ""
        var draft = file.draft(of: fact, symbol: owner + file.names[fact.name])
        draft.words["reason"] = reason
        file.report(draft)
    }
}
