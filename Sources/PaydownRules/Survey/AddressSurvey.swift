import PaydownCore
import PaydownPython

/// Hosts, ports and URLs that stand in the strings of the source.
///
/// A credential in one never gets further than this file: what is kept of a URL is its scheme, its host and its port.
struct AddressSurvey: RuleKind {
    static let documentation = SurveyKinds.documentation(SurveyKinds.addresses)

    private static let local = ["localhost", "127.0.0.1", "0.0.0.0"]
    private static let separator = "://"
    private static let mostAddresses = 12
    /// Schemes of services: where one stands, there is an address of one, even when its host is put in later.
    private static let services: Set<String> = [
        "redis", "rediss", "postgresql", "postgres", "mysql", "mongodb", "amqp", "amqps", "kafka", "nats", "mqtt",
        "memcached", "ldap", "ldaps", "smtp", "ftp", "sftp", "ws", "wss", "grpc", "clickhouse",
    ]
    /// Hosts that are named to be read about, not to be called.
    private static let references: [String] = [
        "w3.org", "github.com", "example.com", "example.org", "example.net", "python.org", "readthedocs.io",
        "readthedocs.org", "wikipedia.org", "ietf.org", "rfc-editor.org", "apache.org", "opensource.org",
        "creativecommons.org", "stackoverflow.com", "json-schema.org", "schema.org", "iana.org", "gnu.org",
        "mozilla.org", "microsoft.com", "openxmlformats.org", "xmlsoap.org", "purl.org", "youtube.com", "pypi.org",
    ]

    init() {}
    init(from settings: inout SettingReader) {}

    var words: WordList { WordList(Self.local + [Self.separator]) }

    func collect(_ file: inout FileReading) {
        let hasWords = (0...Self.local.count).contains { file.mentions($0) }
        guard hasWords, !TestNames.hold(file.path) else { return }
        var found: [(address: String, offset: Int)] = []
        for (number, word) in Self.local.enumerated() {
            for offset in file.places(of: number) { found.append((word, Int(offset))) }
        }
        for offset in file.places(of: Self.local.count) {
            if let address = address(around: Int(offset), in: file.source) { found.append((address, Int(offset))) }
        }
        // Most files with a URL have it in prose: only the others are taken apart to see what is a string.
        if found.isEmpty { return }
        let regions = TextRegions(file.source)
        for (address, offset) in found where regions.hold(offset, .strings) { observe(address, &file) }
    }

    private func observe(_ address: String, _ file: inout FileReading) {
        var draft = FindingDraft(address)
        draft.scope = ""
        file.observe(draft)
    }

    /// What to look for of a URL that a literal begins with; nil for prose and for what is only a reference.
    private func address(around separator: Int, in source: SourceBytes) -> String? {
        var start = separator
        while start > 0, Self.isOfScheme(source[start - 1]) { start -= 1 }
        let scheme = text(source, start..<separator).lowercased()
        guard !scheme.isEmpty, start > 0,
            source[start - 1] == UInt8(ascii: "\"") || source[start - 1] == UInt8(ascii: "'")
        else { return nil }
        if Self.services.contains(scheme) { return text(source, start..<separator) + Self.separator }
        guard scheme == "http" || scheme == "https" else { return nil }
        let begin = separator + Self.separator.utf8.count
        var end = begin
        while end < source.count, Self.isOfAuthority(source[end]) { end += 1 }
        let authority = text(source, begin..<end)
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        guard host.contains("."), !Self.isKnown(host), !host.contains("{"), !host.contains("%") else { return nil }
        // With a credential before it the whole is not one word of the source, and must not become one of the rules.
        return host == authority ? text(source, start..<end) : host
    }

    private func text(_ source: SourceBytes, _ range: Range<Int>) -> String {
        source.text(range)
    }

    private static func isKnown(_ host: String) -> Bool {
        let name = host.prefix { $0 != ":" }.lowercased()
        if local.contains(name) || name.hasPrefix("docs.") || name.hasPrefix("schemas.") { return true }
        return references.contains { name == $0 || name.hasSuffix("." + $0) }
    }

    private static func isOfScheme(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return (0x61...0x7A).contains(letter) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+")
    }

    /// Everything up to the path, the query or the end of the literal.
    private static func isOfAuthority(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !"/\"'?#\\<>()[]|^`".utf8.contains(byte)
    }

    func conclude(_ conclusion: inout RuleConclusion) {
        var sites: [String: Int] = [:]
        var files: [String: Set<Int32>] = [:]
        for row in conclusion.rows {
            let address = conclusion.symbol(row)
            sites[address, default: 0] += 1
            files[address, default: []].insert(row.file)
        }
        for (address, count) in sites.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(Self.mostAddresses)
        {
            conclusion.add(
                Finding(
                    rule: "", path: "", symbol: address, message: address,
                    members: [SurveyLine.text(count, files[address]?.count ?? 0, name: "")]))
        }
    }
}

extension Survey.Address {
    init(_ finding: Finding) {
        let (numbers, _) = SurveyLine.read(finding.members.first ?? "", numbers: 2)
        self.init(text: finding.symbol, sites: numbers[0], files: numbers[1])
    }
}
