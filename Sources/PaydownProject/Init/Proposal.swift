import PaydownCore
import PaydownRules

/// A first `paydown.toml` for a project: rules made of what a survey saw, and of what other tools' files say already.
///
/// It is made in two steps. `init` chooses rules; `text(standing: nil)` is a file to scan with. What that scan finds then
/// goes into `text(standing:)`: the same rules with their numbers, those that nothing breaks left out. So every number in
/// the file is one that `paydown scan` has counted with that very file.
package struct Proposal: Sendable {
    package var project: ProjectFacts
    package var rules: [ProposedRule]
    /// Globs of tests that look as if they must pass.
    package var goldenPath: [String]
    /// Files that rules were read from, and what of them could not be carried over.
    package var imported: [ForeignRules]

    package init(_ survey: Survey, project: ProjectFacts, imported: [ForeignRules] = []) {
        self.project = project
        self.imported = imported
        // Modules of rules that were read are named from where their own tool names them.
        for root in imported.flatMap(\.roots) where !self.project.roots.contains(root) {
            self.project.roots.append(root)
        }
        goldenPath = survey.goldenPath
        rules = imported.flatMap(\.rules)
        rules += survey.names.map(Self.paths)
        if let addresses = Self.addresses(survey.addresses) { rules.append(addresses) }
        rules += [Self.singletons, Self.duplicates]
        rules += survey.siblings.map(Self.contract)
        makeIDsDistinct()
    }

    /// The proposal without the rules that nothing breaks; with all of them when that would leave none.
    package func kept(_ findings: (String) -> Int) -> Proposal {
        var copy = self
        let broken = rules.filter { $0.isGuard || findings($0.id) > 0 }
        if !broken.isEmpty { copy.rules = broken }
        return copy
    }

    private mutating func makeIDsDistinct() {
        var seen: Set<String> = []
        for index in rules.indices {
            var id = rules[index].id
            var number = 2
            while !seen.insert(id).inserted {
                id = rules[index].id + "-\(number)"
                number += 1
            }
            rules[index].id = id
        }
    }

    // MARK: Rules

    private static func none(_: Double) -> Target? { Target(.equal, 0) }

    /// A step on the way; a few are no way that needs one.
    private static func half(_ value: Double) -> Target? {
        value < 4 ? nil : Target(.atMost, (value / 2).rounded(.down))
    }

    private static func paths(_ name: Survey.FragmentedName) -> ProposedRule {
        let canonical = canonical(name)
        var settings = TOMLText()
        settings.set("kind", "import-paths")
        settings.set("check", "imports")
        settings.set("title", "Imports of " + name.name)
        settings.set("paths-title", "Paths to " + name.name)
        settings.set("name", [name.name])
        let tops = Set(name.paths.map { String($0.module.prefix { $0 != "." }) }).sorted()
        settings.set(path: "module.glob", tops.flatMap { [$0, $0 + ".**"] })
        settings.set("canonical", canonical.module)
        settings.set(
            "help", "Import \(name.name) from \(canonical.module); when a path's last import is gone, delete it.")
        let why =
            "\(name.name) is imported by several paths. "
            + (canonical.defines
                ? "\(canonical.module) defines it and is proposed as the one."
                : "\(canonical.module) is the one that most imports use; none of them defines it.")
        return ProposedRule(
            id: CamelCase.kebab(name.name) + "-import", why: why, settings: settings,
            goals: [.init(.paths, ".paths") { _ in Target(.atMost, 1) }], detail: .symbols)
    }

    /// Of the paths that define the thing the one that most use, else of all. Tests are not where things live, and what
    /// begins with a line is not for others.
    private static func canonical(_ name: Survey.FragmentedName) -> Survey.FragmentedName.Path {
        func isTest(_ module: String) -> Bool {
            module.split(separator: ".").contains { $0 == "tests" || $0 == "test" || $0.hasPrefix("test_") }
        }
        let product = name.paths.filter { !isTest($0.module) }
        let open = product.filter { !$0.module.split(separator: ".").contains { $0.hasPrefix("_") } }
        let candidates = open.isEmpty ? (product.isEmpty ? name.paths : product) : open
        return candidates.first(where: \.defines) ?? candidates[0]
    }

    private static func addresses(_ addresses: [Survey.Address]) -> ProposedRule? {
        if addresses.isEmpty { return nil }
        var settings = TOMLText()
        settings.set("kind", "text")
        settings.set("check", "factory")
        settings.set("title", "Hard-coded addresses")
        settings.set("scope", "product")
        settings.set(path: "text.contains-any", addresses.map(\.text))
        settings.set("in", "strings")
        settings.set("redact", .boolean(true))
        settings.set("help", "Read the address from the configuration, so that it can differ from place to place.")
        return ProposedRule(
            id: "hard-coded-address",
            why: "Hosts, ports and services that stand in the source. Words that are no address of yours may go.",
            settings: settings, goals: [.init(.paths, "", none)], detail: .symbols, needsProduct: true)
    }

    private static var singletons: ProposedRule {
        var settings = TOMLText()
        settings.set("kind", "singleton")
        settings.set("check", "factory")
        settings.set("title", "Singletons")
        settings.set("scope", "product")
        settings.set("help", "Make the object where its lifetime begins, and hand it on; who needs it asks for it.")
        return ProposedRule(
            id: "singleton",
            why:
                "One object for all who ask: users share its state, and tests do, too. 'forms' says which shapes count.",
            settings: settings, goals: [.init(.objects, "", half), .init(.copies, "", none)], detail: .places,
            needsProduct: true)
    }

    private static var duplicates: ProposedRule {
        var settings = TOMLText()
        settings.set("kind", "duplicate-class")
        settings.set("check", "duplicates")
        settings.set("title", "Duplicate classes")
        settings.set("scope", "product")
        settings.set("ignore", ["protocol", "type-checking", "try-fallback", "nested"])
        settings.set("help", "Keep one definition and import it; give the others names of their own if they differ.")
        return ProposedRule(
            id: "duplicate-class",
            why:
                "Classes of one name in several places. Names that rightly differ from place to place can be left out with "
                + "class.contains-none.",
            settings: settings, goals: [.init(.objects, ".names", half), .init(.copies, ".names", none)],
            detail: .symbols, needsProduct: true)
    }

    private static func contract(_ siblings: Survey.Siblings) -> ProposedRule {
        var settings = TOMLText()
        settings.set("kind", "required-methods")
        settings.set("check", "duplicates")
        let id: String
        let family: String
        switch siblings.bond {
        case .suffix(let word):
            id = word.lowercased() + "-contract"
            family = "classes named …" + word
            settings.set("title", "Contract of *" + word)
            settings.set("scope", "product")
            settings.set(path: "class.ends-with", [word])
        case .base(let name):
            id = CamelCase.kebab(name) + "-contract"
            family = "classes with the base " + name
            settings.set("title", "Contract of " + name)
            settings.set("scope", "product")
            settings.set("class", siblings.classes)
        }
        settings.set("methods", siblings.methods.map(\.name))
        let methods = siblings.methods.map(\.name).joined(separator: ", ")
        return ProposedRule(
            id: id,
            why: "Most \(family) have \(methods). Strike what is no part of what they promise.",
            settings: settings, goals: [.init(.copies, "", none)], detail: .symbols, needsProduct: true)
    }
}
