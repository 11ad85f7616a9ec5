import PaydownPython

/// Reading configuration outside of its one home.
struct ConfigAccessKind: RuleKind {
    let home: [String]
    let key: NameTest
    let readers: NameTest
    let names: [String]

    init(from settings: inout SettingReader) {
        home = settings.strings("home") ?? []
        key = settings.nameTest("key") ?? NameTest()
        readers = settings.nameTest("readers") ?? Self.environment
        names = settings.setting("names") == nil ? [] : settings.words("names")
    }

    private static let environment: NameTest = {
        var test = NameTest()
        test.isOneOf = [
            "os.getenv", "getenv", "os.environ", "environ", "os.environ.get", "environ.get", "os.environ.setdefault",
            "environ.setdefault", "os.environ.pop", "environ.pop",
        ]
        return test
    }()

    var nameTests: [NameTest] { [key, readers] }
    var asksManyNames: Bool { true }
    var words: WordList { WordList(names) }

    func collect(_ file: inout FileReading) {
        let isHome = ScopeMatcher(Scope(name: "", paths: home)).holds(file.path) && !home.isEmpty
        if file.isParsed {
            for fact in file.facts.calls where file.passes(1, fact.name) && passesKey(fact.key, &file) {
                var draft = file.draft(of: fact)
                draft.words["reader"] = draft.symbol
                draft.symbol = file.names[fact.key.isEmpty ? fact.name : fact.key]
                add(draft, isHome: isHome, &file)
            }
            for fact in file.facts.subscripts where file.passes(1, fact.name) && passesKey(fact.key, &file) {
                var draft = FindingDraft(
                    file.names[fact.key.isEmpty ? fact.name : fact.key], at: file.position(of: fact.site))
                draft.words["reader"] = file.names[fact.name]
                draft.scope = file.scopeName(fact.site.scope)
                add(draft, isHome: isHome, &file)
            }
        }
        for (number, name) in names.enumerated() { collectName(name, number, isHome: isHome, &file) }
    }

    private func passesKey(_ id: FactName, _ file: inout FileReading) -> Bool {
        key.isTrivial || file.passes(0, id)
    }

    /// A setting's name in the text, where no letter or digit touches it.
    private func collectName(_ name: String, _ number: Int, isHome: Bool, _ file: inout FileReading) {
        for place in file.places(of: number) {
            let start = Int(place)
            let end = start + name.utf8.count
            guard !continues(start - 1, file.source), !continues(end, file.source) else { continue }
            var draft = FindingDraft(name, from: file.position(of: start), to: file.position(of: end))
            draft.words["reader"] = name
            add(draft, isHome: isHome, &file)
        }
    }

    private func continues(_ index: Int, _ source: SourceBytes) -> Bool {
        guard index >= 0, index < source.count else { return false }
        let byte = source[index]
        return byte >= 0x80 || byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte)
            || (0x61...0x7A).contains(byte | 0x20)
    }

    private func add(_ draft: FindingDraft, isHome: Bool, _ file: inout FileReading) {
        if isHome { file.observe(draft) } else { file.report(draft) }
    }

    func conclude(_ conclusion: inout RuleConclusion) {
        var files: [String: Set<Int32>] = [:]
        for row in conclusion.rows { files[conclusion.symbol(row), default: []].insert(row.file) }
        for row in conclusion.rows where !conclusion.row(row).isObservation {
            // Without a home, one place is a home.
            if home.isEmpty, files[conclusion.symbol(row)]?.count == 1 { continue }
            conclusion.keep(row)
        }
        conclusion.measure(
            "keys", title: conclusion.definition.title + ": keys read in several files",
            Double(files.values.count { $0.count > 1 }), unit: "keys", population: files.count)
        conclusion.measureSites()
    }
}
