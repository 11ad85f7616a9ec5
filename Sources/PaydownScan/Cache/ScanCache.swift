import PaydownCore
import PaydownPython
import PaydownRules

/// What a scan leaves behind for the next one: by file, how to know it again and what it contributes.
///
/// One flat file, read whole: magic, checksum of the rest, key, then a record a file in the order of their paths. The key names
/// all that contributions depend on beside the files: rules, Python's version, this program. A cache with another key, with
/// a wrong checksum, or with anything in it that cannot be, is no cache at all.
struct ScanCache: Equatable {
    /// What a scan must have in common with the one that wrote the cache.
    struct Key: Equatable, Sendable {
        let text: String
        let ruleCount: Int

        init(_ request: ScanRequest) {
            let parts = ["1", request.toolVersion, request.version.description, request.rules.digest]
            text = parts.joined(separator: " ")
            ruleCount = request.rules.rules.count
        }
    }

    private(set) var paths: [String] = []
    private(set) var files: [ScannedFile] = []

    init() {}

    /// What of a scan is worth keeping.
    ///
    /// - Parameter start: nanoseconds since 1970 when the scan began. A file changed so shortly before that its times could
    ///   stay the same when it changes again is not known by them, only by its content.
    init(_ paths: [String], _ files: [ScannedFile], scanStart start: Int64) {
        for (path, file) in zip(paths, files) where file.contribution != nil {
            var kept = file
            if max(file.mark.modified, file.mark.changed) > start - Self.unsettled { kept.mark.modified = 0 }
            self.paths.append(path)
            self.files.append(kept)
        }
    }

    /// Two seconds: the coarsest times that a file system in use keeps (FAT).
    private static let unsettled: Int64 = 2_000_000_000

    /// What is known of these files, which stand in the order of their paths.
    func known(of current: [String]) -> KnownFiles {
        var next = 0
        return KnownFiles(
            current.map { path in
                while next < paths.count, paths[next] != path, paths[next].utf8.lexicographicallyPrecedes(path.utf8) {
                    next += 1
                }
                return next < paths.count && paths[next] == path ? files[next] : nil
            })
    }

    /// Whether it knows anything that the earlier one does not, or has forgotten something.
    func differs(from earlier: ScanCache) -> Bool {
        paths.count != earlier.paths.count || files.contains { $0.origin != .unchanged }
    }

    // MARK: Bytes

    private static let magic: UInt64 = 0x3143_5344_5059_4150

    func bytes(key: Key) -> [UInt8] {
        var body = CacheBytes()
        body.append(key.text)
        body.append(UInt32(paths.count))
        for (path, file) in zip(paths, files) { Self.append(path, file, to: &body) }
        var whole = CacheBytes()
        whole.append(Self.magic)
        whole.append(body.bytes.withUnsafeBytes { ContentHash.of($0) })
        return whole.bytes + body.bytes
    }

    /// Nil unless all of it is as it was written, and for this key.
    init?(_ bytes: [UInt8], key: Key) {
        do throws(CacheDamage) {
            let cache = bytes.withUnsafeBytes { raw in
                do throws(CacheDamage) {
                    return Result<ScanCache, CacheDamage>.success(try Self.read(raw, key))
                } catch {
                    return .failure(error)
                }
            }
            self = try cache.get()
        } catch {
            return nil
        }
    }

    private static func read(_ bytes: UnsafeRawBufferPointer, _ key: Key) throws(CacheDamage) -> ScanCache {
        var reader = UnsafeCacheReader(bytes)
        guard try reader.number(UInt64.self) == magic, try reader.number(UInt64.self) == ContentHash.of(reader.rest),
            try reader.string() == key.text
        else { throw CacheDamage() }
        var cache = ScanCache()
        for _ in 0..<(try reader.number(UInt32.self)) {
            let path = try reader.string()
            cache.files.append(try file(path, from: &reader, key))
            cache.paths.append(path)
        }
        return cache
    }

    private static func append(_ path: String, _ file: ScannedFile, to body: inout CacheBytes) {
        guard let contribution = file.contribution else { return }
        body.append(path)
        body.append(file.mark.size)
        body.append(file.mark.modified)
        body.append(file.mark.changed)
        body.append(file.mark.number)
        body.append(file.mark.hash)
        if case .unparsed(let problem) = file.fate {
            body.append(problem.reason.rawValue)
            body.append(problem.position.line)
            body.append(problem.position.column)
        } else {
            body.append(UInt8.max)
        }
        contribution.append(to: &body)
    }

    private static func file(
        _ path: String, from reader: inout UnsafeCacheReader, _ key: Key
    ) throws(CacheDamage) -> ScannedFile {
        var mark = FileMark()
        mark.size = try reader.number()
        mark.modified = try reader.number()
        mark.changed = try reader.number()
        mark.number = try reader.number()
        mark.hash = try reader.number()
        var fate = ScannedFile.Fate.parsed
        let code = try reader.number(UInt8.self)
        if code != UInt8.max {
            guard let reason = SyntaxProblem.Reason(rawValue: code) else { throw CacheDamage() }
            let position = Position(line: try reader.number(), column: try reader.number())
            fate = .unparsed(SyntaxProblem(position: position, reason: reason))
        }
        var file = ScannedFile(fate, byteCount: Int(mark.size))
        file.contribution = try FileContribution(path: path, from: &reader, ruleCount: key.ruleCount)
        file.mark = mark
        file.origin = .unchanged
        return file
    }
}
