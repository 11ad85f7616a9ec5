import PaydownCore

/// One run of a tool: what its results refer to.
struct SARIFRun {
    private let node: JSONNode
    private let paths: SARIFPaths
    private let rules: JSONNode?
    private let countsUTF16: Bool

    init(_ node: JSONNode, paths: SARIFPaths) {
        self.node = node
        self.paths = paths.with(bases: node["originalUriBaseIds"])
        rules = node["tool"]?["driver"]?["rules"]
        countsUTF16 = node["columnKind"]?.text == "utf16CodeUnits"
    }

    // MARK: Rules

    /// What the tool says about a result's rule.
    func descriptor(of result: JSONNode) -> JSONNode? {
        let reference = result["rule"]
        let own = rules(of: reference?["toolComponent"])
        if let found = own?.element(reference?["index"]) ?? own?.element(result["ruleIndex"]) { return found }
        guard let id = result["ruleId"]?.text ?? reference?["id"]?.text else { return nil }
        let known = own?.elements ?? []
        if let exact = known.first(where: { $0["id"]?.text == id }) { return exact }
        // `CA1000/1` is a part of the rule `CA1000` (3.27.5).
        guard let slash = id.lastIndex(of: "/") else { return nil }
        let whole = String(id[..<slash])
        return known.first { $0["id"]?.text == whole }
    }

    private func rules(of component: JSONNode?) -> JSONNode? {
        guard let component else { return rules }
        return node["tool"]?["extensions"]?.element(component["index"])?["rules"] ?? rules
    }

    /// Nil when the result is none that matters (3.27.10).
    func level(of result: JSONNode, _ descriptor: JSONNode?, kind: String) -> Severity? {
        let word =
            result["level"]?.text ?? override(of: result, descriptor)
            ?? descriptor?["defaultConfiguration"]?["level"]?.text ?? "warning"
        switch word.lowercased() {
        case "error": return .error
        case "note": return .note
        case "none": return kind == "fail" ? nil : .note
        default: return .warning
        }
    }

    private func override(of result: JSONNode, _ descriptor: JSONNode?) -> String? {
        let id = result["ruleId"]?.text ?? descriptor?["id"]?.text
        let index = result["ruleIndex"]?.count
        let overrides = (node["invocations"]?.elements ?? []).flatMap {
            $0["ruleConfigurationOverrides"]?.elements ?? []
        }
        return overrides.lazy.filter { override in
            let about = override["descriptor"]
            return about?["id"]?.text.map { $0 == id } ?? about?["index"]?.count.map { $0 == index } ?? false
        }.compactMap { $0["configuration"]?["level"]?.text }.first
    }

    // MARK: Messages

    /// A message as text, or as the id of one with its arguments (3.11).
    func message(_ message: JSONNode?, _ descriptor: JSONNode?) -> String {
        let arguments = (message?["arguments"]?.elements ?? []).map { $0.text ?? "" }
        if let text = message?["text"]?.text ?? message?["markdown"]?.text { return Self.filled(text, arguments) }
        if let id = message?["id"]?.text {
            let strings = descriptor?["messageStrings"] ?? node["tool"]?["driver"]?["globalMessageStrings"]
            if let text = strings?[id]?["text"]?.text { return Self.filled(text, arguments) }
        }
        return descriptor?["shortDescription"]?["text"]?.text ?? descriptor?["name"]?.text ?? ""
    }

    /// `{0}` is the first argument; `{{` is a brace.
    private static func filled(_ text: String, _ arguments: [String]) -> String {
        if arguments.isEmpty { return text }
        var result = ""
        var rest = text[...]
        while let brace = rest.firstIndex(of: "{") {
            result += rest[..<brace]
            rest = rest[brace...].dropFirst()
            if rest.first == "{" {
                result += "{"
                rest = rest.dropFirst()
            } else if let end = rest.firstIndex(of: "}"), let number = Int(rest[..<end]),
                arguments.indices.contains(number)
            {
                result += arguments[number]
                rest = rest[end...].dropFirst()
            } else {
                result += "{"
            }
        }
        return result + rest
    }

    // MARK: Places

    func location(_ location: JSONNode) -> SARIFLocation? {
        guard let physical = location["physicalLocation"], var file = physical["artifactLocation"] else { return nil }
        if file["uri"] == nil {
            guard let artifact = node["artifacts"]?.element(file["index"])?["location"] else { return nil }
            file = artifact
        }
        guard let uri = file["uri"]?.text, let path = paths.file(uri, base: file["uriBaseId"]?.text) else { return nil }
        var place = SARIFLocation(path)
        place.message = location["message"]?["text"]?.text ?? ""
        guard let region = physical["region"] else { return place }
        place.line = region["startLine"]?.count ?? 0
        place.column = place.line > 0 ? region["startColumn"]?.count ?? 0 : 0
        place.endLine = region["endLine"]?.count ?? 0
        place.endColumn = region["endColumn"]?.count ?? 0
        if place.endLine == 0, place.endColumn > 0 { place.endLine = place.line }
        place.countsUTF16 = countsUTF16
        place.snippet = region["snippet"]?["text"]?.text ?? ""
        return place
    }
}
