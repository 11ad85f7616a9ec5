import PaydownRules

/// The contracts of import-linter as rules: layers, forbidden and independence with their options.
///
/// Both count an import that breaks a contract directly or by way of other modules. What differs, and is set here so that
/// the verdict is the same: import-linter looks at imports under `TYPE_CHECKING` unless `exclude_type_checking_imports`, and
/// the layers that it writes with `|` must also be independent of each other, which is a rule of its own here.
enum ImportLinterContracts {
    /// A contract as either language has it: every option a list of texts.
    private struct Contract {
        var id: String
        var options: [String: [String]]

        func list(_ key: String) -> [String] { options[key] ?? [] }

        func isTrue(_ key: String) -> Bool {
            ["true", "yes", "on", "1"].contains(options[key]?.first?.lowercased() ?? "")
        }
    }

    static func rules(ini text: String, file: String) -> ForeignRules {
        let ini = INIFile(text)
        let session = ini.sections.first { $0.name == "importlinter" }?.values ?? [:]
        let contracts = ini.sections.filter { $0.name.hasPrefix("importlinter:contract:") }.map {
            Contract(id: String($0.name.dropFirst("importlinter:contract:".count)), options: $0.values)
        }
        return rules(contracts, session: session, file: file)
    }

    static func rules(toml table: [String: TOMLNode], file: String) -> ForeignRules {
        let contracts = (table["contracts"]?.array ?? []).enumerated().compactMap { index, node in
            node.table.map { Contract(id: $0["id"]?.string ?? String(index + 1), options: $0.mapValues(texts)) }
        }
        return rules(contracts, session: table.filter { $0.key != "contracts" }.mapValues(texts), file: file)
    }

    private static func texts(_ node: TOMLNode) -> [String] {
        switch node.value {
        case .string(let text): [text]
        case .boolean(let boolean): [String(boolean)]
        case .integer(let number): [String(number)]
        case .array(let nodes): nodes.flatMap(texts)
        default: []
        }
    }

    private static func rules(
        _ contracts: [Contract], session: [String: [String]], file: String
    ) -> ForeignRules {
        var foreign = ForeignRules(tool: "import-linter", file: file)
        let skipsTypeChecking = Contract(id: "", options: session).isTrue("exclude_type_checking_imports")
        for contract in contracts { add(contract, skipsTypeChecking: skipsTypeChecking, to: &foreign) }
        let known: Set = [
            "root_package", "root_packages", "include_external_packages", "exclude_type_checking_imports",
            "contract_types", "user_options",
        ]
        for key in session.keys.sorted() where !known.contains(key) {
            foreign.lost.append("the option '\(key)'")
        }
        return foreign
    }

    private static let common: Set = ["id", "name", "type", "ignore_imports"]

    private static func add(_ contract: Contract, skipsTypeChecking: Bool, to foreign: inout ForeignRules) {
        let name = contract.list("name").joined(separator: " ")
        let title = name.isEmpty ? contract.id : name
        var draft = Draft(title: title, id: id(title, contract.id), skipsTypeChecking: skipsTypeChecking)
        draft.exceptions = exceptions(contract, title, &foreign)
        let known: Set<String>
        switch contract.list("type").first ?? "" {
        case "layers":
            known = ["layers", "containers"]
            layers(contract, draft, &foreign)
        case "forbidden":
            known = ["source_modules", "forbidden_modules", "allow_indirect_imports"]
            forbidden(contract, draft, &foreign)
        case "independence":
            known = ["modules"]
            independence(contract, draft, &foreign)
        case let type:
            let hint = type == "acyclic_siblings" ? "; the kind 'module-cycle' comes near" : ""
            foreign.lost.append("the contract '\(title)': there is no kind for type '\(type)'\(hint)")
            return
        }
        for key in contract.options.keys.sorted() where !known.contains(key) && !common.contains(key) {
            let value = contract.list(key).joined(separator: ", ")
            foreign.lost.append("'\(key) = \(value)' of the contract '\(title)'")
        }
    }

    // MARK: Contracts

    /// What the rules of one contract have in common.
    private struct Draft {
        let title: String
        let id: String
        let skipsTypeChecking: Bool
        var exceptions: [String] = []

        func rule(_ kind: String, suffix: String = "", _ body: (inout TOMLText) -> Void) -> ProposedRule {
            var settings = TOMLText()
            settings.set("kind", kind)
            settings.set("check", "imports")
            settings.set("title", title + (suffix.isEmpty ? "" : " (\(suffix))"))
            settings.set("severity", "error")
            body(&settings)
            if !skipsTypeChecking { settings.set("ignore", [String]()) }
            if !exceptions.isEmpty { settings.set("except", exceptions) }
            settings.set("target", .integer(0))
            return ProposedRule(
                id: suffix.isEmpty ? id : id + "-" + suffix, why: "A contract of import-linter: \(title).",
                settings: settings, detail: .symbols, isGuard: true)
        }
    }

    private static func layers(_ contract: Contract, _ draft: Draft, _ foreign: inout ForeignRules) {
        // Names in parentheses need not be there; here none needs to.
        let lines = contract.list("layers").map { $0.filter { !"() ".contains($0) } }
        let containers = contract.list("containers")
        if hasPatterns(lines + containers, draft.title, &foreign) { return }
        let names = lines.map { $0.split { $0 == "|" || $0 == ":" }.map(String.init) }
        if names.count > 1 {
            foreign.rules.append(
                draft.rule("layers") { settings in
                    settings.set("layers", names.map { $0.joined(separator: " | ") })
                    if !containers.isEmpty { settings.set("containers", containers) }
                })
        }
        for (line, siblings) in zip(lines, names) where line.contains("|") && siblings.count > 1 {
            let whole = (containers.isEmpty ? [""] : containers.map { $0 + "." })
            for prefix in whole {
                foreign.rules.append(
                    draft.rule(
                        "independence", suffix: (prefix + siblings[0]).split(separator: ".").joined(separator: "-")
                    ) {
                        $0.set("modules", siblings.map { prefix + $0 })
                    })
            }
        }
    }

    private static func forbidden(_ contract: Contract, _ draft: Draft, _ foreign: inout ForeignRules) {
        let from = contract.list("source_modules")
        let into = contract.list("forbidden_modules")
        if hasPatterns(from + into, draft.title, &foreign) || from.isEmpty || into.isEmpty { return }
        foreign.rules.append(
            draft.rule("forbidden") { settings in
                settings.set("from", from)
                settings.set("into", into)
                if contract.isTrue("allow_indirect_imports") { settings.set("indirect", .boolean(false)) }
            })
    }

    private static func independence(_ contract: Contract, _ draft: Draft, _ foreign: inout ForeignRules) {
        let modules = contract.list("modules")
        if hasPatterns(modules, draft.title, &foreign) || modules.count < 2 { return }
        foreign.rules.append(draft.rule("independence") { $0.set("modules", modules) })
    }

    // MARK: Parts

    private static func hasPatterns(_ names: [String], _ title: String, _ foreign: inout ForeignRules) -> Bool {
        guard let name = names.first(where: { $0.contains("*") }) else { return false }
        foreign.lost.append("the contract '\(title)': modules with wildcards ('\(name)'); write the names out")
        return true
    }

    /// `a.b -> c.d`, with wildcards as they are.
    private static func exceptions(
        _ contract: Contract, _ title: String, _ foreign: inout ForeignRules
    ) -> [String] {
        contract.list("ignore_imports").filter { line in
            let isGood = ImportException(line) != nil
            if !isGood { foreign.lost.append("'ignore_imports = \(line)' of the contract '\(title)'") }
            return isGood
        }
    }

    private static func id(_ title: String, _ fallback: String) -> String {
        let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.prefix(6)
        return words.isEmpty ? "contract-" + fallback : words.joined(separator: "-")
    }
}
