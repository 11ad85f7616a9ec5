import PaydownCore

/// A finding or a test as one JSON object, for copying.
enum FindingJSON {
    static func text(_ finding: Finding) -> String {
        var fields = [
            field("rule", finding.rule), field("path", finding.path), "\"line\":\(finding.line)",
            "\"column\":\(finding.column)", field("symbol", finding.symbol), field("message", finding.message),
        ]
        if !finding.excerpt.isEmpty { fields.append(field("excerpt", finding.excerpt)) }
        if !finding.fingerprint.isEmpty { fields.append(field("fingerprint", finding.fingerprint)) }
        if !finding.scope.isEmpty { fields.append(field("scope", finding.scope)) }
        return "{" + fields.joined(separator: ",") + "}"
    }

    static func text(_ test: TestOutcome) -> String {
        let fields = [
            field("suite", test.suite), field("name", test.name), field("status", test.status.rawValue),
            field("message", test.message), field("path", test.path), "\"line\":\(test.line)",
        ]
        return "{" + fields.joined(separator: ",") + "}"
    }

    private static func field(_ name: String, _ value: String) -> String {
        "\"\(name)\":" + JSONString.quoted(value)
    }
}
