import PaydownPython

/// State that all users of a class or module share.
struct SharedStateKind: RuleKind {
    enum Form: String, CaseIterable {
        case classAttribute = "class-attribute"
        case annotatedClassAttribute = "annotated-class-attribute"
        case mutableClassAttribute = "mutable-class-attribute"
        case moduleMutable = "module-mutable"
        case globalWrite = "global-write"
    }

    let name: NameTest
    let forms: Set<Form>
    let text: TextConditions

    init(from settings: inout SettingReader) {
        name = settings.nameTest("name") ?? NameTest()
        forms = Set(
            settings.choices("forms", Form.self) ?? [.mutableClassAttribute, .moduleMutable, .globalWrite])
        text = settings.textConditions("text")
    }

    var nameTests: [NameTest] { [name] }
    var asksManyNames: Bool { true }
    var words: WordList { text.list }

    var looksAtOneFile: Bool { true }

    func collect(_ file: inout FileReading) {
        for (number, word) in text.wanted.enumerated() where file.mentions(number) {
            guard !text.excuses(0..<file.source.count, in: file.source) else { continue }
            file.report(FindingDraft(word))
        }
        guard file.isParsed else { return }
        for fact in file.facts.assignments {
            guard file.passes(0, fact.target), isShared(fact, in: file) else { continue }
            let owner = fact.site.scope.isModule ? "" : file.names[file.facts.scopes[fact.site.scope.index].name] + "."
            file.report(file.draft(owner + file.names[fact.target], statementOf: fact.site))
        }
        guard forms.contains(.globalWrite) else { return }
        for fact in file.facts.globals where !fact.isNonlocal && file.passes(0, fact.name) {
            file.report(file.draft(file.names[fact.name], statementOf: fact.site))
        }
    }

    /// Whether an assignment has one of the forms; only names, and only those directly in the body.
    private func isShared(_ fact: AssignmentFact, in file: FileReading) -> Bool {
        guard !fact.site.context.contains(.nested),
            !file.names.withUTF8(fact.target, { $0.contains(UInt8(ascii: ".")) })
        else { return false }
        let isPlain = fact.kind == .plain
        let isAnnotated = fact.kind == .annotated
        if file.facts.isClass(fact.site.scope) {
            return isPlain && forms.contains(.classAttribute)
                || isAnnotated && forms.contains(.annotatedClassAttribute)
                || (isPlain || isAnnotated) && forms.contains(.mutableClassAttribute) && isMutable(fact, in: file)
        }
        return fact.site.scope.isModule && (isPlain || isAnnotated) && forms.contains(.moduleMutable)
            && isMutable(fact, in: file)
    }

    private func isMutable(_ fact: AssignmentFact, in file: FileReading) -> Bool {
        switch fact.value {
        case .list, .dictionary, .set, .comprehension: true
        case .call: Self.makers.contains(file.names[fact.callee])
        default: false
        }
    }

    /// Calls that yield something that changes in place.
    private static let makers: Set<String> = [
        "list", "dict", "set", "bytearray", "defaultdict", "collections.defaultdict", "deque", "collections.deque",
        "OrderedDict", "collections.OrderedDict", "Counter", "collections.Counter", "WeakValueDictionary",
        "weakref.WeakValueDictionary", "WeakKeyDictionary", "weakref.WeakKeyDictionary", "WeakSet", "weakref.WeakSet",
    ]
}
