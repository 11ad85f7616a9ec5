import PaydownRules

/// ruff's `banned-api` and `banned-module-level-imports` (flake8-tidy-imports) as rules.
enum BannedModules {
    /// - Parameter table: of `ruff.toml`, or `[tool.ruff]`.
    static func rules(_ table: [String: TOMLNode], file: String) -> ForeignRules {
        var foreign = ForeignRules(tool: "ruff", file: file)
        let lint = table["lint"]?.table ?? [:]
        // Before version 0.2 of ruff these stood at the top.
        guard let tidy = lint["flake8-tidy-imports"]?.table ?? table["flake8-tidy-imports"]?.table else {
            return foreign
        }
        if let banned = tidy["banned-api"]?.table { add(banned, to: &foreign) }
        let heavy = (tidy["banned-module-level-imports"]?.array ?? []).compactMap(\.string)
        if !heavy.isEmpty { foreign.rules.append(moduleLevel(heavy)) }
        if let ban = tidy["ban-relative-imports"]?.string {
            foreign.lost.append(
                "'ban-relative-imports = \"\(ban)\"': rules about imports compare modules without their dots")
        }
        guard !foreign.rules.isEmpty else { return foreign }
        foreign.lost += exceptions(lint, table)
        return foreign
    }

    private static func add(_ banned: [String: TOMLNode], to foreign: inout ForeignRules) {
        var members: [String: [String]] = [:]
        var reasons: [String] = []
        // A ban on `a.b` may be about a module, or about a name of the module `a`; the text does not say which.
        for (name, node) in banned.inTextOrder {
            if let message = node.table?["msg"]?.string { reasons.append("\(name): \(message)") }
            let parts = name.split(separator: ".")
            if parts.count > 1 {
                members[parts.dropLast().joined(separator: "."), default: []].append(String(parts[parts.count - 1]))
            }
        }
        let names = banned.inTextOrder.map(\.key)
        foreign.rules.append(
            rule("banned-import", "Banned modules", why: "Modules that ruff's banned-api names.", reasons) { settings in
                settings.set(path: "module.glob", names.flatMap { [$0, $0 + ".**"] })
            })
        for (module, names) in members.sorted(by: { $0.key < $1.key }) {
            foreign.rules.append(
                rule(
                    "banned-name-" + module.split(separator: ".").joined(separator: "-"), "Banned names of " + module,
                    why: "Names of \(module) that ruff's banned-api names.",
                    reasons.filter { reason in names.contains { reason.hasPrefix(module + "." + $0 + ":") } }
                ) { settings in
                    settings.set("module", [module])
                    settings.set("name", names)
                })
        }
        if !members.isEmpty {
            foreign.lost.append(
                "uses of a banned name as an attribute (`import a` and then `a.b`): only imports are looked at")
        }
    }

    private static func moduleLevel(_ modules: [String]) -> ProposedRule {
        rule(
            "module-level-import", "Imports that belong into functions",
            why: "Modules that ruff's banned-module-level-imports names; here those in an if or a try count as well.",
            []
        ) { settings in
            settings.set(path: "module.glob", modules.flatMap { [$0, $0 + ".**"] })
            settings.set("ignore", ["in-function", "type-checking"])
        }
    }

    private static func rule(
        _ id: String, _ title: String, why: String, _ reasons: [String], _ body: (inout TOMLText) -> Void
    ) -> ProposedRule {
        var settings = TOMLText()
        settings.set("kind", "import")
        settings.set("check", "imports")
        settings.set("title", title)
        settings.set("severity", "error")
        body(&settings)
        if !reasons.isEmpty { settings.set("help", reasons.joined(separator: " ")) }
        settings.set("target", .integer(0))
        return ProposedRule(id: id, why: why, settings: settings, detail: .symbols, isGuard: true)
    }

    /// Where ruff itself does not look.
    private static func exceptions(_ lint: [String: TOMLNode], _ table: [String: TOMLNode]) -> [String] {
        var lost: [String] = []
        func codes(_ key: String) -> [String] { ((lint[key] ?? table[key])?.array ?? []).compactMap(\.string) }
        let chosen = codes("select") + codes("extend-select")
        if !chosen.contains(where: { $0 == "ALL" || "TID251".hasPrefix($0) || "TID253".hasPrefix($0) }) {
            lost.append("that ruff itself does not check it: neither TID251 nor TID253 is in its 'select'")
        }
        for key in ["per-file-ignores", "extend-per-file-ignores"] {
            for (pattern, node) in ((lint[key] ?? table[key])?.table ?? [:]).inTextOrder {
                let ignored = (node.array ?? []).compactMap(\.string)
                if ignored.contains(where: { $0 == "ALL" || "TID251".hasPrefix($0) || "TID253".hasPrefix($0) }) {
                    lost.append("'\(key)' for \(pattern): give the rule a scope that leaves these files out")
                }
            }
        }
        for key in ["exclude", "extend-exclude"] where !((table[key]?.array ?? []).isEmpty) {
            lost.append("'\(key)' of ruff: files that it leaves out count here")
        }
        return lost
    }
}
