import PaydownCore
import PaydownPython
import PaydownRules

/// What versions of files contribute, each scanned once.
struct VersionScans {
    private struct Key: Hashable {
        let path: String
        let object: ObjectID
    }

    /// How many versions are read with one process.
    private static let ahead = 32

    private let prepared: PreparedRules
    private let version: PythonVersion
    private var known: [Key: ScannedFile] = [:]
    private var local: LocalObjects?

    init(_ request: ScanRequest) {
        prepared = request.rules.prepare()
        version = request.version
    }

    /// How many versions there are.
    var count: Int { known.count }

    /// Reads a version, and those before it that will be asked for next.
    ///
    /// - Parameter prefix: bytes of the path that lead to the project's root.
    mutating func load(
        _ version: PathHistory.Version, ahead versions: [PathHistory.Version], _ folder: String, prefix: Int
    ) throws(ScanError) {
        guard let object = version.object, known[Self.key(version, object, prefix)] == nil else { return }
        if local == nil { local = try LocalObjects(in: folder) }
        var wanted: [Key] = []
        let end = versions.firstIndex(of: version) ?? 0
        for earlier in versions[...end].reversed().prefix(Self.ahead) {
            guard let object = earlier.object else { continue }
            let key = Self.key(earlier, object, prefix)
            if known[key] == nil, !wanted.contains(key) { wanted.append(key) }
        }
        let present = wanted.filter { local?.has($0.object) ?? true }
        for key in wanted { known[key] = ScannedFile(.unreadable(BlobSupply.missing)) }
        guard !present.isEmpty else { return }
        var stream = try BlobStream(present.map(\.object.name), in: folder)
        var scanner = BlobScanner(prepared, version: self.version)
        for key in present { known[key] = scanner.scan([key.path], from: &stream).first }
        try stream.finish()
    }

    /// The findings of a version that has been loaded; nil when it could not be read or parsed.
    func findings(_ version: PathHistory.Version, rules: RuleSet, prefix: Int) -> [Finding]? {
        guard let object = version.object, let file = known[Self.key(version, object, prefix)], file.fate == .parsed,
            let contribution = file.contribution
        else { return nil }
        let table = rules.finish([contribution]).findings
        return (0..<table.count).map { table[$0] }
    }

    private static func key(_ version: PathHistory.Version, _ object: ObjectID, _ prefix: Int) -> Key {
        Key(path: String(decoding: version.path.utf8.dropFirst(prefix), as: UTF8.self), object: object)
    }
}
