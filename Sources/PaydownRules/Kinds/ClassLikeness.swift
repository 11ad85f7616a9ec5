import PaydownCore
import PaydownPython

/// How alike two definitions of one class are: the same text, the same structure, or members in common.
struct ClassLikeness {
    private let members: Set<String>
    private let text: Substring
    private let structure: Substring

    /// - Parameter row: of a rule that keeps `detail(of:members:in:)`.
    init(_ row: RuleConclusion.Row, _ conclusion: RuleConclusion) {
        members = Set(conclusion.members(row))
        let parts = conclusion.detail(row).split(separator: " ")
        text = parts.first ?? ""
        structure = parts.dropFirst().first ?? ""
    }

    /// As in `the same text` and `3 of 5 members in common`.
    func words(for other: RuleConclusion.Row, _ conclusion: RuleConclusion) -> String {
        let other = ClassLikeness(other, conclusion)
        if text == other.text { return "the same text" }
        if structure == other.structure { return "the same structure" }
        let common = members.intersection(other.members).count
        return "\(common) of \(members.union(other.members).count) members in common"
    }

    /// Over the tokens of a text, its comments and white space left out. Only compared within one tree, so that any
    /// hash will do, and this one (FNV-1a) is a tenth of the cost of SHA-256.
    private static func hash(_ range: Range<Int>, in source: SourceBytes) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var scanner = TokenScanner(source, at: range.lowerBound, limit: range.upperBound)
        while true {
            switch scanner.next() {
            case .end: return hash
            case .lineEnd, .comment: continue
            case .token(let token):
                for index in token { hash = (hash ^ UInt64(source[index])) &* 0x0000_0100_0000_01b3 }
                hash = (hash ^ 0) &* 0x0000_0100_0000_01b3
            }
        }
    }

    /// Two hashes: of the tokens of the definition, and of its bases, members and parameters.
    static func detail(of fact: ClassFact, members: [String], in file: inout FileReading) -> String {
        var identity = PlaceIdentity()
        var tokens: UInt64 = 0
        if let end = file.end(ofStatementAt: fact.last) {
            let start = Int(fact.site.offset)
            let range = file.range(ofLine: Int(end.line))
            let line = file.range(ofLine: file.line(of: Int(fact.last)))
            tokens = Self.hash(start..<max(start, range.upperBound, line.upperBound), in: file.source)
        }
        let bases = file.facts.bases[fact.bases].map { file.source.text(Int($0.text.start)..<Int($0.text.end)) }
        let parameters = file.facts.functions.filter { $0.site.scope == fact.body }.map { method in
            (method.isAsync ? "async " : "") + file.names[method.name]
                + file.facts.parameters[method.parameters].map { "," + file.names[$0.name] }.joined()
        }
        let shape = (bases + members + parameters).joined(separator: "\0")
        let structure = identity.fingerprint(rule: shape, symbol: "", scope: "", statement: "")
        return HexText.of(tokens, digits: 16) + " " + HexText.of(structure, digits: 10)
    }
}
