import PaydownCore
import PaydownPython

/// Functions of one kind whose signatures differ.
struct SignatureConsistencyKind: RuleKind {
    enum Part: String, CaseIterable {
        case parameters
        case async
        case returns
    }

    enum Group: String, CaseIterable {
        case name
        case all
    }

    let function: NameTest
    let compared: Set<Part>
    let group: Group

    init(from settings: inout SettingReader) {
        function = settings.nameTest("function") ?? NameTest()
        compared = Set(settings.choices("compare", Part.self) ?? Part.allCases)
        group = settings.choice("group-by", Group.self) ?? .name
        if function.isTrivial { settings.require("function") }
    }

    var nameTests: [NameTest] { [function] }

    func collect(_ file: inout FileReading) {
        guard file.isParsed else { return }
        for fact in file.facts.functions where file.passes(0, fact.name) {
            var draft = file.draft(of: fact)
            draft.detail = signature(of: fact, in: file)
            file.report(draft)
        }
    }

    /// The parts that are compared, as Python writes them; `self` and `cls` of methods are left out.
    private func signature(of fact: FunctionFact, in file: FileReading) -> String {
        var text = compared.contains(.async) && fact.isAsync ? "async " : ""
        if compared.contains(.parameters) {
            var parameters = file.facts.parameters[fact.parameters].map { parameter in
                let stars = parameter.kind == .variadic ? "*" : parameter.kind == .keywords ? "**" : ""
                return stars + file.names[parameter.name] + (parameter.hasDefault ? "=…" : "")
            }
            if file.facts.isClass(fact.site.scope), let first = parameters.first, first == "self" || first == "cls" {
                parameters.removeFirst()
            }
            text += "(" + parameters.joined(separator: ", ") + ")"
        }
        if compared.contains(.returns), !fact.returns.isEmpty {
            text += " -> " + file.source.text(Int(fact.returns.start)..<Int(fact.returns.end))
        }
        return text
    }

    func conclude(_ conclusion: inout RuleConclusion) {
        var groups: [String: [RuleConclusion.Row]] = [:]
        for row in conclusion.rows {
            groups[group == .name ? conclusion.symbol(row) : "", default: []].append(row)
        }
        for row in conclusion.rows {
            let symbol = conclusion.symbol(row)
            guard let members = groups[group == .name ? symbol : ""], members.count > 1 else { continue }
            let usual = Self.usual(members.map { conclusion.detail($0) })
            let own = conclusion.detail(row)
            guard own != usual else { continue }
            let example = members.first { conclusion.detail($0) == usual }
            conclusion.keep(
                row, message: conclusion.text(["symbol": symbol, "signature": own, "usual": usual]),
                related: example.map { [conclusion.related($0, message: "as most: " + usual)] } ?? [])
        }
        conclusion.measureSites(unit: "functions", population: conclusion.rows.count)
    }

    /// The signature that most have; of equals the one that comes first in the alphabet.
    private static func usual(_ signatures: [String]) -> String {
        var counts: [String: Int] = [:]
        for signature in signatures { counts[signature, default: 0] += 1 }
        return counts.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key ?? ""
    }
}
