import PaydownCore
import PaydownPython

/// Names that are imported from many modules of the tree.
struct NameSurvey: RuleKind {
    static let documentation = SurveyKinds.documentation(SurveyKinds.names)

    /// With fewer paths, choosing one is a matter of taste.
    private static let leastPaths = 3
    private static let mostNames = 6

    init() {}
    init(from settings: inout SettingReader) {}

    func collect(_ file: inout FileReading) {
        guard file.isParsed else { return }
        for fact in file.facts.imports where fact.isFrom && fact.level == 0 {
            for name in file.facts.importedNames[fact.names] where isDistinct(file.names[name.name]) {
                var draft = FindingDraft(file.names[fact.module], at: file.position(of: fact.site))
                draft.scope = ""
                draft.detail = file.names[name.name]
                file.observe(draft)
            }
        }
        // What is defined has no module in its symbol: it is the file's own.
        for fact in file.facts.classes where fact.site.scope.isModule && isDistinct(file.names[fact.name]) {
            var draft = FindingDraft("", at: file.position(of: fact.site))
            draft.scope = ""
            draft.detail = file.names[fact.name]
            file.observe(draft)
        }
    }

    /// A name that is not likely to mean something else elsewhere: two words in camel case.
    private func isDistinct(_ name: String) -> Bool {
        CamelCase.words(name).count >= 2
    }

    func conclude(_ conclusion: inout RuleConclusion) {
        let modules = Set(conclusion.paths().map { conclusion.layout.module(of: $0) })
        var sites: [String: [String: Int]] = [:]
        var homes: [String: Set<String>] = [:]
        for row in conclusion.rows {
            let name = conclusion.detail(row)
            let module = conclusion.symbol(row)
            if module.isEmpty {
                homes[name, default: []].insert(conclusion.layout.module(of: conclusion.path(row)))
            } else if modules.contains(module) {
                sites[name, default: [:]][module, default: 0] += 1
            }
        }
        let found = sites.filter { $0.value.count >= Self.leastPaths }.sorted { left, right in
            let (a, b) = (left.value.values.reduce(0, +), right.value.values.reduce(0, +))
            return (right.value.count, b, left.key) < (left.value.count, a, right.key)
        }
        for (name, paths) in found.prefix(Self.mostNames) {
            let lines = paths.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { module, count in
                SurveyLine.text(count, homes[name]?.contains(module) == true ? 1 : 0, name: module)
            }
            conclusion.add(Finding(rule: "", path: "", symbol: name, message: name, members: lines))
        }
    }
}

extension Survey.FragmentedName {
    init(_ finding: Finding) {
        self.init(
            name: finding.symbol,
            paths: finding.members.map { line in
                let (numbers, module) = SurveyLine.read(line, numbers: 2)
                return Path(module: module, sites: numbers[0], defines: numbers[1] == 1)
            })
    }
}

/// Names in camel case.
package enum CamelCase {
    /// `HTTPServerError` is `HTTP`, `Server`, `Error`; none for names that begin otherwise.
    package static func words(_ name: String) -> [String] {
        let letters = Array(name.drop { $0 == "_" })
        guard let first = letters.first, first.isUppercase, !letters.contains("_") else { return [] }
        var words: [String] = []
        var word = ""
        for (index, letter) in letters.enumerated() {
            let isNext = index + 1 < letters.count && letters[index + 1].isLowercase
            if letter.isUppercase, let last = word.last, last.isLowercase || last.isNumber || isNext {
                words.append(word)
                word = ""
            }
            word.append(letter)
        }
        words.append(word)
        return words
    }

    /// `web-socket-manager`
    package static func kebab(_ name: String) -> String {
        let words = words(name)
        return (words.isEmpty ? [name] : words).map { $0.lowercased() }.joined(separator: "-")
            .filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
}
