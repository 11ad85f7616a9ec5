/// The classes of a tree by their whole names, and what they inherit.
struct InheritedMethods {
    enum Answer {
        case found
        case missing
        /// A base is not in the tree.
        case unknown
    }

    private struct Definition {
        var bases: [Substring]
        var methods: Set<String>
    }

    private var classes: [String: Definition] = [:]
    /// What a package gives on under another name.
    private var exports: [String: String] = [:]

    /// - Parameter conclusion: of a rule whose observations are classes and exports.
    init(_ conclusion: RuleConclusion) {
        for row in conclusion.rows where conclusion.row(row).isObservation {
            let parts = conclusion.detail(row).split(separator: " ")
            if parts.first == Self.export {
                exports[conclusion.symbol(row)] = parts.dropFirst().first.map(String.init)
            } else {
                classes[conclusion.symbol(row)] = Definition(
                    bases: Array(parts), methods: Set(conclusion.members(row)))
            }
        }
    }

    /// Marks an observation that is no class.
    static let export: Substring = "<-"

    /// Whether a class has a method from its bases.
    func ask(_ method: String, of name: String) -> Answer {
        var seen: Set<String> = [name]
        return askBases(method, of: name, &seen)
    }

    private func askBases(_ method: String, of name: String, _ seen: inout Set<String>) -> Answer {
        guard let definition = classes[name] else { return .unknown }
        var answer = Answer.missing
        for base in definition.bases {
            let base = resolved(String(base))
            if BaseNames.plain.contains(base) || !seen.insert(base).inserted { continue }
            if classes[base]?.methods.contains(method) == true { return .found }
            switch askBases(method, of: base, &seen) {
            case .found: return .found
            case .unknown: answer = .unknown
            case .missing: break
            }
        }
        return answer
    }

    /// Follows what packages give on; a handful of steps, since two packages may give on to each other.
    private func resolved(_ name: String) -> String {
        var name = name
        for _ in 0..<8 where classes[name] == nil {
            guard let next = exports[name] else { break }
            name = next
        }
        return name
    }
}
