import PaydownCore
import PaydownPython

/// Classes of one family, most of which have a method that some lack.
struct SiblingSurvey: RuleKind {
    static let documentation = SurveyKinds.documentation(SurveyKinds.siblings)

    /// Fewer are no family: what two of three have may be chance.
    private static let leastClasses = 4
    /// A method is the family's when so many of them have it; in per cent.
    private static let leastShare = 60
    private static let mostMethods = 5
    private static let mostFamilies = 3
    /// Words that many unrelated names end in, and families whose members are meant to differ.
    private static let idleWords: Set<String> = [
        "Error", "Exception", "Warning", "Mixin", "Base", "Meta", "Test", "Tests", "Case", "Type", "Enum", "Data",
        "Dict",
        "List", "Info", "Config", "Settings", "Result", "Options", "Impl",
    ]

    init() {}
    init(from settings: inout SettingReader) {}

    func collect(_ file: inout FileReading) {
        guard file.isParsed, !file.facts.classes.isEmpty, !TestNames.hold(file.path) else { return }
        let methods = file.methods()
        for fact in file.facts.classes where fact.site.scope.isModule {
            var draft = FindingDraft(file.names[fact.name], at: file.position(of: fact.site))
            draft.scope = ""
            draft.detail = file.facts.bases[fact.bases].filter { $0.kind == .base }
                .map { file.names[$0.name.isEmpty ? $0.subscripted : $0.name] }.filter { !$0.isEmpty }
                .joined(separator: " ")
            draft.members = methods[fact.body, default: []].map { file.names[file.facts.functions[$0].name] }
                .filter { !$0.hasPrefix("_") }
            file.observe(draft)
        }
    }

    private struct Member {
        let name: String
        let methods: Set<String>
    }

    func conclude(_ conclusion: inout RuleConclusion) {
        var bySuffix: [String: [Member]] = [:]
        var byBase: [String: [Member]] = [:]
        for row in conclusion.rows {
            let member = Member(name: conclusion.symbol(row), methods: Set(conclusion.members(row)))
            let words = CamelCase.words(member.name)
            let suffix = words.count >= 2 ? words[words.count - 1] : ""
            if suffix.count >= 4, !Self.idleWords.contains(suffix) { bySuffix[suffix, default: []].append(member) }
            for base in conclusion.detail(row).split(separator: " ") where !BaseNames.plain.contains(String(base)) {
                byBase[String(base.split(separator: ".").last ?? base), default: []].append(member)
            }
        }
        var families = bySuffix.compactMap { family($1, .suffix($0)) }
        // A base whose classes have its word in their names is the same family.
        families += byBase.filter { bySuffix[CamelCase.words($0.key).last ?? ""] == nil }.compactMap {
            family($1, .base($0))
        }
        families.sort { ($1.gap, $0.order) < ($0.gap, $1.order) }
        for family in families.prefix(Self.mostFamilies) { conclusion.add(family.finding) }
    }

    private struct Family {
        let bond: Survey.Siblings.Bond
        let classes: [String]
        let methods: [(name: String, count: Int)]
        /// How many methods are missing in all.
        let gap: Int

        var order: String {
            switch bond {
            case .suffix(let word): "0" + word
            case .base(let name): "1" + name
            }
        }

        var finding: Finding {
            Finding(
                rule: "", path: "", symbol: order, message: order,
                members: ["\(methods.count)"] + methods.map { SurveyLine.text($0.count, name: $0.name) } + classes)
        }
    }

    private func family(_ members: [Member], _ bond: Survey.Siblings.Bond) -> Family? {
        guard members.count >= Self.leastClasses else { return nil }
        var counts: [String: Int] = [:]
        for member in members { for method in member.methods { counts[method, default: 0] += 1 } }
        let shared = counts.filter { $0.value * 100 >= members.count * Self.leastShare }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostMethods)
        let gap = shared.reduce(0) { $0 + members.count - $1.value }
        guard gap > 0 else { return nil }
        return Family(
            bond: bond, classes: Set(members.map(\.name)).sorted(), methods: shared.map { ($0.key, $0.value) }, gap: gap
        )
    }
}

extension Survey.Siblings {
    init(_ finding: Finding) {
        let name = String(finding.symbol.dropFirst())
        let count = Int(finding.members.first ?? "") ?? 0
        self.init(
            bond: finding.symbol.hasPrefix("0") ? .suffix(name) : .base(name),
            classes: Array(finding.members.dropFirst(1 + count)),
            methods: finding.members.dropFirst().prefix(count).map { line in
                let (numbers, name) = SurveyLine.read(line, numbers: 1)
                return (name, numbers[0])
            })
    }
}
