import PaydownCore
import PaydownPython

/// Facts as the lines that `facts.py` prints, sorted, for comparison.
struct FactText {
    private let facts: FileFacts
    private let names: StringTable
    private let hasAliasPlaces: Bool
    private(set) var lines: [String] = []

    init(_ facts: FileFacts, _ names: StringTable, version: PythonVersion) {
        self.facts = facts
        self.names = names
        hasAliasPlaces = version >= .v3_10
        addImports()
        addDefinitions()
        addUses()
        lines.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private mutating func add(_ word: String, _ site: FactSite, _ rest: [String]) {
        let scope = facts.qualifiedName(site.scope, in: names)
        var line = "\(word) \(place(site.position)) \(scope.isEmpty ? "-" : scope) \(site.context.rawValue)"
        for part in rest where !part.isEmpty { line += " " + part }
        lines.append(line)
    }

    private func place(_ position: Position) -> String {
        "\(position.line):\(position.column)"
    }

    private func text(_ id: StringID) -> String {
        id.isEmpty ? "-" : names[id]
    }

    private mutating func addImports() {
        for fact in facts.imports {
            if fact.isFrom {
                let imported = facts.importedNames[fact.names].map { name in
                    "\(text(name.name))>\(text(name.alias))@\(hasAliasPlaces ? place(name.position) : "?")"
                }
                add("from", fact.site, ["\(fact.level)", text(fact.module)] + imported)
            } else {
                let position = hasAliasPlaces ? place(fact.modulePosition) : "?"
                add("import", fact.site, ["0", text(fact.module), text(fact.alias), position])
            }
        }
    }

    private mutating func addDefinitions() {
        for fact in facts.classes {
            let bases = facts.bases[fact.bases].map { base in
                var text =
                    switch base.kind {
                    case .base: ""
                    case .unpacked: "*"
                    case .keyword: names[base.keyword] + "="
                    case .unpackedKeywords: "**"
                    }
                text += base.name.isEmpty ? "~" + names[base.subscripted] : names[base.name]
                return text
            }
            add("class", fact.site, ["\(fact.endLine)", text(fact.name)] + bases + decorators(fact.decorators))
        }
        for fact in facts.functions {
            let parameters = facts.parameters[fact.parameters].map { parameter in
                "\(parameter.kind):\(text(parameter.name))\(parameter.annotation.isEmpty ? "" : ":")"
                    + (parameter.hasDefault ? "=" : "")
            }
            let rest = ["\(fact.endLine)", text(fact.name)] + parameters + decorators(fact.decorators)
            add(fact.isAsync ? "async" : "def", fact.site, rest + (fact.returns.isEmpty ? [] : ["->"]))
        }
    }

    private func decorators(_ range: Range<Int>) -> [String] {
        facts.decorators[range].map { "@" + ($0.name.isEmpty ? "~" : names[$0.name]) }
    }

    private mutating func addUses() {
        for fact in facts.calls { add("call", fact.site, [text(fact.name), names[fact.key]]) }
        for fact in facts.subscripts { add("sub", fact.site, [text(fact.name), names[fact.key]]) }
        for fact in facts.dottedStrings { add("str", fact.site, [text(fact.text)]) }
        for fact in facts.globals {
            add("global", fact.site, [text(fact.name), fact.isNonlocal ? "nonlocal" : "global"])
        }
        for fact in facts.assignments {
            add("assign", fact.site, ["\(fact.kind)", text(fact.target), "\(fact.value)", text(fact.callee)])
        }
    }
}
