import PaydownCore
import PaydownScreen

extension ConfigurationFile {
    private static let phaseKeys = ["id", "name", "starts", "due", "protects", "targets"]
    private static let targetKeys = ["target", "baseline"]

    /// The `[[phase]]` tables, in the order of the text.
    mutating func plan(_ node: TOMLNode) -> Plan {
        guard let entries = node.array else {
            fail(node.position, .wrongType(key: "phase", expected: "a list of tables: [[phase]]", found: node.kind))
            return Plan()
        }
        return Plan(phases: entries.compactMap { phase($0) })
    }

    private mutating func phase(_ node: TOMLNode) -> Phase? {
        guard let table = node.table else {
            fail(node.position, .wrongType(key: "phase", expected: "a table", found: node.kind))
            return nil
        }
        for (key, value) in table.inTextOrder where !Self.phaseKeys.contains(key) {
            fail(value.keyPosition, .unknown(key, "phase", among: Self.phaseKeys))
        }
        guard let nameNode = table["name"] else {
            fail(node.keyPosition, .missingKey("name", table: "this [[phase]]"))
            return nil
        }
        guard let name = string(nameNode, "name") else { return nil }
        let starts = table["starts"].flatMap { day($0, "starts") }
        let due = table["due"].flatMap { day($0, "due") }
        if let starts, let due, due < starts, let place = table["due"] {
            fail(
                place.position,
                .badValue(key: "due", value: due.iso, expected: "a day not before \(starts.iso)", nearest: nil))
        }
        return Phase(
            id: table["id"].flatMap { string($0, "id") } ?? Self.identifier(of: name), name: name, starts: starts,
            due: due, protects: table["protects"].flatMap { string($0, "protects") } ?? "",
            targets: table["targets"].map { targets($0) } ?? [])
    }

    private mutating func targets(_ node: TOMLNode) -> [PhaseTarget] {
        guard let table = node.table else {
            fail(
                node.position,
                .wrongType(key: "targets", expected: "a table such as { \"my-measure\" = \"<= 1\" }", found: node.kind))
            return []
        }
        return targets(table, under: "")
    }

    /// Measures by quoted ids and by dotted ones, which TOML makes tables.
    private mutating func targets(_ table: [String: TOMLNode], under prefix: String) -> [PhaseTarget] {
        var targets: [PhaseTarget] = []
        for (key, value) in table.inTextOrder {
            let measure = prefix + key
            if let parts = value.table {
                guard parts.keys.contains(where: Self.targetKeys.contains) else {
                    targets += self.targets(parts, under: measure + ".")
                    continue
                }
                for (key, part) in parts.inTextOrder
                where !Self.targetKeys.contains(key) {
                    fail(part.keyPosition, .unknown(key, "targets." + measure, among: Self.targetKeys))
                }
                guard let wanted = parts["target"] else {
                    fail(value.position, .missingKey("target", table: "'\(measure)'"))
                    continue
                }
                guard let target = target(wanted, measure) else { continue }
                let baseline = parts["baseline"].flatMap { number($0, "baseline") }
                targets.append(PhaseTarget(measure: measure, target: target, baseline: baseline))
            } else if let target = target(value, measure) {
                targets.append(PhaseTarget(measure: measure, target: target))
            }
        }
        return targets
    }

    private mutating func target(_ node: TOMLNode, _ measure: String) -> Target? {
        switch node.value {
        case .integer(let number): return Target(.equal, Double(number))
        case .float(let number) where number.isFinite: return Target(.equal, number)
        case .string(let text):
            if let target = Target(text) { return target }
            fail(
                node.position,
                .badValue(
                    key: measure, value: text, expected: "a target such as '<= 1', '>= 95 %' or '= 0'", nearest: nil))
        default:
            fail(
                node.position,
                .wrongType(key: measure, expected: "a target such as \"<= 1\"", found: node.kind))
        }
        return nil
    }

    private mutating func number(_ node: TOMLNode, _ key: String) -> Double? {
        switch node.value {
        case .integer(let number): return Double(number)
        case .float(let number) where number.isFinite: return number
        default:
            fail(node.position, .wrongType(key: key, expected: "a number", found: node.kind))
            return nil
        }
    }

    /// A TOML date, or the same in quotes.
    private mutating func day(_ node: TOMLNode, _ key: String) -> Day? {
        if case .day(let day) = node.value { return day }
        guard let text = node.string else {
            fail(node.position, .wrongType(key: key, expected: "a date such as 2025-09-28", found: node.kind))
            return nil
        }
        if let day = Day(text) { return day }
        fail(node.position, .badValue(key: key, value: text, expected: "a date such as 2025-09-28", nearest: nil))
        return nil
    }

    /// `Critical infrastructure` becomes `critical-infrastructure`.
    private static func identifier(of name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }
}
