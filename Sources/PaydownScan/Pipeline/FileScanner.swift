import PaydownCore
import PaydownPython
import PaydownRules

/// Reads files and applies the rules to them, one after the other; one for each thread.
struct FileScanner: ~Copyable {
    /// Beyond that, names are forgotten and begun anew: so much stays in a processor's second cache, and what the next
    /// files have in common is soon there again.
    private static var nameBytes: Int { 1 << 20 }

    private let scanner: PythonScanner
    private var text = SourceText()
    private var facts = FileFacts()
    private var names = StringTable()
    private var collector: RuleCollector

    init(_ rules: PreparedRules, version: PythonVersion) {
        scanner = PythonScanner(version: version)
        collector = RuleCollector(rules)
    }

    mutating func scan(_ file: ListedFile, from supply: inout some FileSupply & ~Copyable) -> ScannedFile {
        switch supply.load(file, into: &text) {
        case .known(let known): return known
        case .text(let mark):
            var scanned = scanText(path: file.path)
            scanned.byteCount = Int(mark.size)
            scanned.mark = mark
            return scanned
        }
    }

    private mutating func scanText(path: String) -> ScannedFile {
        if names.bytes.count > Self.nameBytes {
            names.removeAll()
            collector.forgetNames()
        }
        scanner.scan(&text, into: &facts, names: &names)
        let contribution = collector.collect(path: path, text: text, facts: &facts, names: names)
        return ScannedFile(facts.problem.map { .unparsed($0) } ?? .parsed, contribution: contribution)
    }
}
