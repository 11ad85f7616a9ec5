import PaydownCore
import PaydownPython
import PaydownRules

/// Reads files and applies the rules to them, one after the other; one for each thread.
struct FileScanner: ~Copyable {
    /// Names of a few million lines; beyond that they are forgotten and begun anew, so that a tree of any size fits.
    private static var nameBytes: Int { 8 << 20 }

    private let scanner: PythonScanner
    private var text = SourceText()
    private var facts = FileFacts()
    private var names = StringTable()
    private var collector: RuleCollector

    init(_ rules: PreparedRules, version: PythonVersion) {
        scanner = PythonScanner(version: version)
        collector = RuleCollector(rules)
    }

    mutating func scan(_ index: Int, path: String, from supply: inout some FileSupply & ~Copyable) -> ScannedFile {
        switch supply.load(index, into: &text) {
        case .known(let file): return file
        case .text(let mark):
            var file = scanText(path: path)
            file.byteCount = Int(mark.size)
            file.mark = mark
            return file
        }
    }

    private mutating func scanText(path: String) -> ScannedFile {
        if names.bytes.count > Self.nameBytes {
            names = StringTable()
            collector.forgetNames()
        }
        scanner.scan(&text, into: &facts, names: &names)
        let contribution = collector.collect(path: path, text: text, facts: facts, names: names)
        return ScannedFile(facts.problem.map { .unparsed($0) } ?? .parsed, contribution: contribution)
    }
}
