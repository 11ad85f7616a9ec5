import PaydownPython
import PaydownRules

/// Reads blobs and applies the rules to them, once for each path at which they stand; one for each thread.
struct BlobScanner: ~Copyable {
    private let scanner: PythonScanner
    private let version: PythonVersion
    private var text = SourceText()
    private var facts = FileFacts()
    private var collector: RuleCollector

    init(_ rules: PreparedRules, version: PythonVersion) {
        scanner = PythonScanner(version: version)
        collector = RuleCollector(rules)
        self.version = version
    }

    /// What the next blob of the stream contributes at each of the paths; one answer a path.
    mutating func scan(_ paths: [String], from stream: inout BlobStream) -> [ScannedFile] {
        switch stream.next() {
        case .end: return paths.map { _ in ScannedFile(.unreadable(Self.ended)) }
        case .missing: return paths.map { _ in ScannedFile(.unreadable(BlobSupply.missing)) }
        case .blob(let size) where size > SizeLimit.bytes:
            stream.skip(object: size)
            return paths.map { _ in ScannedFile(.tooLarge, byteCount: size) }
        case .blob(let size):
            var isWhole = false
            text.fill(capacity: size, version: version) { room in
                isWhole = stream.read(into: UnsafeMutableRawBufferPointer(rebasing: room[..<size]))
                return size
            }
            guard isWhole else { return paths.map { _ in ScannedFile(.unreadable(Self.ended)) } }
            return collect(paths, size: size)
        }
    }

    private static var ended: String { "git ended before it was read; run it again" }

    private mutating func collect(_ paths: [String], size: Int) -> [ScannedFile] {
        scanner.scan(&text, into: &facts)
        var files: [ScannedFile] = []
        for path in paths {
            let contribution = collector.collect(path: path, text: text, facts: &facts)
            var file = ScannedFile(
                facts.problem.map { .unparsed($0) } ?? .parsed, byteCount: size, contribution: contribution)
            file.mark.size = Int64(size)
            files.append(file)
        }
        return files
    }
}
