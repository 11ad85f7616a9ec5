import PaydownPython

/// A call of a name that should not be called there.
struct CallKind: RuleKind {
    enum Form: String, CaseIterable {
        case bare
        case dotted
        case any
    }

    let call: NameTest
    let form: Form
    let exceptIn: NameTest

    init(from settings: inout SettingReader) {
        call = settings.nameTest("call") ?? NameTest()
        form = settings.choice("form", Form.self) ?? .any
        exceptIn = settings.nameTest("except-in") ?? NameTest()
        if call.isTrivial { settings.require("call") }
    }

    var nameTests: [NameTest] { [call, exceptIn] }
    var asksManyNames: Bool { true }

    var looksAtOneFile: Bool { true }

    func collect(_ file: inout FileReading) {
        guard file.isParsed else { return }
        for fact in file.facts.calls {
            guard file.passes(0, fact.name), hasForm(fact.name, in: file), !isExcused(fact.site.scope, in: &file)
            else { continue }
            file.report(file.draft(of: fact))
        }
    }

    private func hasForm(_ name: FactName, in file: FileReading) -> Bool {
        if form == .any { return true }
        let isDotted = file.names.withUTF8(name) { $0.contains(UInt8(ascii: ".")) }
        return isDotted == (form == .dotted)
    }

    /// Whether one of the functions around it may call it.
    private func isExcused(_ scope: ScopeID, in file: inout FileReading) -> Bool {
        if exceptIn.isTrivial { return false }
        var scope = scope
        while !scope.isModule {
            let fact = file.facts.scopes[scope.index]
            if fact.kind == .function, file.passes(1, fact.name) { return true }
            scope = fact.parent
        }
        return false
    }
}
