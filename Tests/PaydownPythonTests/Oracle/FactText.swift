import PaydownPython

/// Facts as the lines that `facts.py` prints, sorted, for comparison.
struct FactText {
    private let read: ReadFacts
    private var facts: FileFacts { read.facts }
    private let hasAliasPlaces: Bool
    private(set) var lines: [String] = []

    init(_ read: ReadFacts, version: PythonVersion) {
        self.read = read
        hasAliasPlaces = version >= .v3_10
        addImports()
        addDefinitions()
        addUses()
        lines.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private mutating func add(_ word: String, _ site: FactSite, _ rest: [String]) {
        let scope = read.scope(site)
        var line = "\(word) \(place(read.position(site))) \(scope.isEmpty ? "-" : scope) \(site.context.rawValue)"
        for part in rest where !part.isEmpty { line += " " + part }
        lines.append(line)
    }

    private func place(_ position: Position) -> String {
        "\(position.line):\(position.column)"
    }

    private func text(_ name: FactName) -> String {
        name.isEmpty ? "-" : read.text(name)
    }

    private mutating func addImports() {
        for fact in facts.imports {
            if fact.isFrom {
                let imported = facts.importedNames[fact.names].map { name in
                    "\(text(name.name))>\(text(name.alias))@\(hasAliasPlaces ? place(read.position(name.offset)) : "?")"
                }
                add("from", fact.site, ["\(fact.level)", text(fact.module)] + imported)
            } else {
                let position = hasAliasPlaces ? place(read.position(fact.moduleOffset)) : "?"
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
                    case .keyword: read.text(base.keyword) + "="
                    case .unpackedKeywords: "**"
                    }
                text += base.name.isEmpty ? "~" + read.text(base.subscripted) : read.text(base.name)
                return text
            }
            add("class", fact.site, ["\(read.line(fact.last))", text(fact.name)] + bases + decorators(fact.decorators))
        }
        for fact in facts.functions {
            let parameters = facts.parameters[fact.parameters].map { parameter in
                "\(parameter.kind):\(text(parameter.name))\(parameter.annotation.isEmpty ? "" : ":")"
                    + (parameter.hasDefault ? "=" : "")
            }
            let rest = ["\(read.line(fact.last))", text(fact.name)] + parameters + decorators(fact.decorators)
            add(fact.isAsync ? "async" : "def", fact.site, rest + (fact.returns.isEmpty ? [] : ["->"]))
        }
    }

    private func decorators(_ range: Range<Int>) -> [String] {
        facts.decorators[range].map { "@" + ($0.name.isEmpty ? "~" : read.text($0.name)) }
    }

    private mutating func addUses() {
        for fact in facts.calls { add("call", fact.site, [text(fact.name), read.text(fact.key)]) }
        for fact in facts.subscripts { add("sub", fact.site, [text(fact.name), read.text(fact.key)]) }
        for fact in facts.dottedStrings { add("str", fact.site, [text(fact.text)]) }
        for fact in facts.globals {
            add("global", fact.site, [text(fact.name), fact.isNonlocal ? "nonlocal" : "global"])
        }
        for fact in facts.assignments {
            add("assign", fact.site, ["\(fact.kind)", text(fact.target), "\(fact.value)", text(fact.callee)])
        }
    }
}
