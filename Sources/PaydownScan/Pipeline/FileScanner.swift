import PaydownPython
import PaydownRules

/// Reads files and applies the rules to them, one after the other; one for each thread.
struct FileScanner: ~Copyable {
    private let scanner: PythonScanner
    private var text = SourceText()
    private var facts = FileFacts()
    private var collector: RuleCollector

    init(_ rules: PreparedRules, version: PythonVersion) {
        scanner = PythonScanner(version: version)
        collector = RuleCollector(rules)
    }

    mutating func scan(_ file: ListedFile, from supply: inout some FileSupply & ~Copyable) -> ScannedFile {
        switch supply.load(file, into: &text) {
        case .known(let known): return known
        case .text(let mark):
            scanner.scan(&text, into: &facts)
            let contribution = collector.collect(path: file.path, text: text, facts: &facts)
            return ScannedFile(
                facts.problem.map { .unparsed($0) } ?? .parsed, byteCount: Int(mark.size), contribution: contribution,
                mark: mark)
        }
    }
}
