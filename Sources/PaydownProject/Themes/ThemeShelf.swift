import PaydownScreen

/// A theme library while it is filled: files are read one by one, then held against each other.
struct ThemeShelf {
    private(set) var documents: [String: ThemeDocument] = [:]
    private(set) var sources: [String: ThemeLibrary.Source]
    private(set) var errors: [ConfigurationError] = []
    /// The first error of each theme that is left out, or older than its file.
    private(set) var broken: [String: ConfigurationError] = [:]

    /// What each file was at its last good reading.
    private let previous: [ThemeDocument]

    init(previous: [ThemeDocument]) {
        self.previous = previous
        sources = Dictionary(uniqueKeysWithValues: BuiltInThemes.names.map { ($0, .builtIn) })
    }

    /// Reads a file; of two themes with one name the later counts.
    mutating func add(_ path: String, _ source: ThemeLibrary.Source) {
        let stem = ThemeLibrary.stem(of: path)
        do throws(ConfigurationError) {
            let file = ThemeFile(try TextFile.read(path), stem: stem, file: path)
            guard let first = file.errors.first else { return put(file.document, source) }
            errors += file.errors
            broken[file.document.name] = first
        } catch {
            errors.append(error)
            broken[stem] = error
        }
        if let good = previous.first(where: { $0.file == path }) { put(good, source) }
    }

    /// Takes out what cannot be resolved: parents and palettes reach across files, so that is known only when all are
    /// there. Again and again, for what is left out may have been another's parent.
    mutating func settle() {
        var isSettled = false
        while !isSettled {
            isSettled = true
            let known = documents
            for document in known.values.sorted(by: { $0.file < $1.file }) {
                let found = Self.errors(of: document, among: known)
                guard let first = found.first else { continue }
                isSettled = false
                errors += found.filter { !errors.contains($0) }
                broken[document.name] = first
                takeOut(document)
            }
        }
    }

    private mutating func put(_ document: ThemeDocument, _ source: ThemeLibrary.Source) {
        documents[document.name] = document
        sources[document.name] = source
    }

    /// Back to the last good form, if this is not it already.
    private mutating func takeOut(_ document: ThemeDocument) {
        let good = previous.first { $0.file == document.file && $0 != document }
        documents[document.name] = good
        guard good == nil else { return }
        sources[document.name] = BuiltInThemes.names.contains(document.name) ? .builtIn : nil
    }

    private static func errors(
        of document: ThemeDocument, among documents: [String: ThemeDocument]
    ) -> [ConfigurationError] {
        do throws(ThemeError) {
            let resolver = try ThemeResolver(
                document.name, among: Array(documents.keys) + BuiltInThemes.names,
                find: { documents[$0] ?? BuiltInThemes.document(named: $0) })
            return resolver.colorErrors().map { ConfigurationError($0, file: document.file) }
        } catch {
            return [ConfigurationError(error, file: document.file)]
        }
    }
}
