import PaydownRules

/// tach's modules, layers and interfaces as rules.
///
/// tach looks at direct imports only, and leaves out those under `TYPE_CHECKING` unless it is told otherwise.
enum TachModules {
    private struct Module {
        var path: String
        var needs: [TOMLNode]?
        var never: [String]
        var layer: String?
        var isUtility: Bool
        var isUnchecked: Bool
    }

    static func rules(_ table: [String: TOMLNode], file: String) -> ForeignRules {
        var foreign = ForeignRules(tool: "tach", file: file)
        let modules = (table["modules"]?.array ?? []).compactMap(\.table).flatMap { module($0, &foreign) }
        let ignoresTypeChecking = table["ignore_type_checking_imports"]?.boolean ?? true
        let draft = Draft(ignore: ignoresTypeChecking ? nil : [])
        for module in modules { add(module, among: modules, draft, &foreign) }
        layers(table, modules, draft, &foreign)
        let roots = (table["source_roots"]?.array ?? []).compactMap(\.string).filter { $0 != "." && !$0.isEmpty }
        foreign.roots = roots
        for interface in (table["interfaces"]?.array ?? []).compactMap(\.table) {
            add(interface, roots: roots, &foreign)
        }
        lose(table, &foreign)
        return foreign
    }

    private static func module(_ table: [String: TOMLNode], _ foreign: inout ForeignRules) -> [Module] {
        let paths =
            (table["paths"]?.array ?? []).compactMap(\.string) + [table["path"]?.string].compactMap(\.self)
        let name = paths.first ?? "?"
        if table["visibility"] != nil { foreign.lost.append("'visibility' of the module \(name)") }
        let isUnchecked = table["unchecked"]?.boolean ?? false
        return paths.compactMap { path in
            if path.contains("*") || path.hasPrefix("<") {
                foreign.lost.append("the module \(path): only modules with a plain name can be carried over")
                return nil
            }
            return Module(
                path: path, needs: table["depends_on"]?.array,
                never: (table["cannot_depend_on"]?.array ?? []).compactMap { $0.string ?? $0.table?["path"]?.string },
                layer: table["layer"]?.string, isUtility: table["utility"]?.boolean ?? false,
                isUnchecked: isUnchecked)
        }
    }

    /// What all rules of the file have in common.
    private struct Draft {
        let ignore: [String]?

        func rule(
            _ id: String, _ kind: String, title: String, why: String, severity: String = "error",
            _ body: (inout TOMLText) -> Void
        ) -> ProposedRule {
            var settings = TOMLText()
            settings.set("kind", kind)
            settings.set("check", "imports")
            settings.set("title", title)
            settings.set("severity", severity)
            body(&settings)
            settings.set("indirect", .boolean(false))
            if let ignore { settings.set("ignore", ignore) }
            settings.set("target", .integer(0))
            return ProposedRule(id: id, why: why, settings: settings, detail: .symbols, isGuard: true)
        }
    }

    // MARK: Dependencies

    private static func add(
        _ module: Module, among modules: [Module], _ draft: Draft, _ foreign: inout ForeignRules
    ) {
        if module.isUnchecked { return }
        let id = module.path.split(separator: ".").joined(separator: "-")
        let others = modules.filter { $0.path != module.path }
        if !module.never.isEmpty {
            foreign.rules.append(
                draft.rule(
                    id + "-never", "forbidden", title: "\(module.path): what it may never need",
                    why: "tach: \(module.path) cannot depend on these."
                ) { settings in
                    settings.set("from", [module.path])
                    settings.set("into", module.never)
                })
        }
        guard let needs = module.needs else { return }
        let allowed = needs.compactMap { $0.string ?? $0.table?["path"]?.string }
        deprecated(module, needs, draft, &foreign)
        let nested = others.filter { isIn($0.path, module.path) || isIn(module.path, $0.path) }.map(\.path)
        let into = others.filter { other in
            !other.isUtility && !nested.contains(other.path) && !allowed.contains(other.path)
                && !allowed.contains { $0.hasSuffix("*") && other.path.hasPrefix($0.prefix { $0 != "*" }) }
        }.map(\.path)
        let loose = nested.filter { !allowed.contains($0) }
        if !loose.isEmpty {
            foreign.lost.append(
                "that \(module.path) does not depend on \(loose.joined(separator: ", ")): one holds the other")
        }
        if into.isEmpty { return }
        foreign.rules.append(
            draft.rule(
                id + "-boundary", "forbidden", title: "\(module.path): what it does not depend on",
                why: "tach: \(module.path) depends on "
                    + (allowed.isEmpty
                        ? "no other module." : allowed.joined(separator: ", ") + ", and on no other module.")
            ) { settings in
                settings.set("from", [module.path])
                settings.set("into", into)
            })
    }

    /// An edge that is to go is allowed, and is debt.
    private static func deprecated(
        _ module: Module, _ needs: [TOMLNode], _ draft: Draft, _ foreign: inout ForeignRules
    ) {
        let old = needs.compactMap(\.table).filter { $0["deprecated"]?.boolean == true }.compactMap {
            $0["path"]?.string
        }
        if old.isEmpty { return }
        foreign.rules.append(
            draft.rule(
                module.path.split(separator: ".").joined(separator: "-") + "-deprecated", "forbidden",
                title: "\(module.path): dependencies that are to go",
                why: "tach: deprecated dependencies of \(module.path).",
                severity: "note"
            ) { settings in
                settings.set("from", [module.path])
                settings.set("into", old)
            })
    }

    private static func isIn(_ module: String, _ package: String) -> Bool {
        module == package || module.hasPrefix(package + ".")
    }

    // MARK: Layers

    private static func layers(
        _ table: [String: TOMLNode], _ modules: [Module], _ draft: Draft, _ foreign: inout ForeignRules
    ) {
        let names = (table["layers"]?.array ?? []).compactMap { $0.string ?? $0.table?["name"]?.string }
        if (table["layers"]?.array ?? []).contains(where: { $0.table?["closed"]?.boolean == true }) {
            foreign.lost.append("that a layer is closed: layers may be skipped here")
        }
        let members = names.map { name in modules.filter { $0.layer == name && !$0.isUnchecked }.map(\.path) }
        let lines = members.filter { !$0.isEmpty }.map { $0.joined(separator: " | ") }
        if lines.count < 2 { return }
        foreign.rules.append(
            draft.rule(
                "layers", "layers", title: "Layers",
                why:
                    "tach: layers, the highest first: \(names.joined(separator: ", ")). A layer may need those below it."
            ) { $0.set("layers", lines) })
    }

    // MARK: Interfaces

    private static func add(_ table: [String: TOMLNode], roots: [String], _ foreign: inout ForeignRules) {
        let exposed = (table["expose"]?.array ?? []).compactMap(\.string)
        let from = (table["from"]?.array ?? []).compactMap(\.string)
        for key in ["visibility", "data_types", "exclusive"] where table[key] != nil {
            foreign.lost.append("'\(key)' of the interface of \(from.joined(separator: ", "))")
        }
        guard !from.isEmpty else {
            foreign.lost.append(
                "an interface for all modules (expose \(exposed.joined(separator: ", "))): name them with 'from'")
            return
        }
        for module in from {
            guard isPlain(module), exposed.allSatisfy({ !$0.contains(".") || $0.contains(".*") && !$0.contains("\\.") })
            else {
                foreign.lost.append(
                    "the interface of \(module) (expose \(exposed.joined(separator: ", "))): only names without dots are"
                )
                continue
            }
            foreign.rules.append(interface(module, exposed, roots: roots))
        }
    }

    private static func isPlain(_ module: String) -> Bool {
        module.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." } && !module.contains("..")
    }

    /// Imports of a name that is not exposed, outside of the module itself.
    private static func interface(_ module: String, _ exposed: [String], roots: [String]) -> ProposedRule {
        var settings = TOMLText()
        settings.set("kind", "import")
        settings.set("check", "imports")
        settings.set("title", "Interface of " + module)
        settings.set("severity", "error")
        settings.set("module", [module])
        settings.set(path: "name.regex", pattern: "^(?!(?:" + exposed.joined(separator: "|") + ")$)")
        let folder = module.split(separator: ".").joined(separator: "/")
        let places = ([""] + roots.map { $0 + "/" }).map { $0 + folder }
        settings.set(path: "path.regex", pattern: "^(?!(?:" + places.joined(separator: "|") + ")(?:/|\\.py$))")
        settings.set("target", .integer(0))
        return ProposedRule(
            id: module.split(separator: ".").joined(separator: "-") + "-interface",
            why: "tach: others import only \(exposed.joined(separator: ", ")) from \(module).", settings: settings,
            detail: .symbols, isGuard: true)
    }

    /// Settings that check something and have no counterpart.
    private static func lose(_ table: [String: TOMLNode], _ foreign: inout ForeignRules) {
        let harmless: Set = [
            "modules", "layers", "interfaces", "source_roots", "ignore_type_checking_imports", "$schema", "cache",
            "respect_gitignore", "disable_logging", "use_regex_matching",
        ]
        for (key, node) in table.inTextOrder where !harmless.contains(key) {
            if node.array?.isEmpty == true || node.boolean == false { continue }
            switch key {
            case "exclude":
                let patterns = (node.array ?? []).compactMap(\.string).joined(separator: ", ")
                foreign.lost.append(
                    "'exclude' (\(patterns)): these files count here unless [project] exclude names them")
            case "forbid_circular_dependencies":
                foreign.lost.append("'forbid_circular_dependencies'; the kind 'module-cycle' comes near")
            default: foreign.lost.append("'\(key)'")
            }
        }
    }
}
