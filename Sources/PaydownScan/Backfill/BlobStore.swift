import Glibc
import PaydownCore
import PaydownPython
import PaydownRules
import Synchronization

/// What blobs contribute, kept in a file that only grows: a blob is scanned once, however many runs and commits meet it.
///
/// Header: magic, key. Then parts: size, checksum, records. A part is written with one call at the end of the file, so that
/// a run which is killed leaves at worst a part that is cut off: whoever opens the file next cuts it there. A file of
/// other rules, another version, or with a header that cannot be, begins anew. One process at a time may write.
final class BlobStore: Sendable {
    /// A file's place in the history.
    struct Place: Hashable, Sendable {
        let path: String
        let object: ObjectID
    }

    /// What the file held when it was opened.
    let known: [Place: ScannedFile]
    /// Why nothing that is scanned now will be kept; nil when all is well.
    private let problem: Mutex<String?>
    private let descriptor: Int32
    private let path: String

    private static let magic: UInt64 = 0x3142_4F4C_4250_4450

    /// Opens or makes the file. What goes wrong costs time later and nothing else; see `note`.
    init(_ path: String, key: ScanCache.Key) {
        self.path = path
        var problem: String?
        var known: [Place: ScannedFile] = [:]
        var opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        if opened < 0 {
            problem = SystemWords.text(errno)
            opened = open(path, O_RDONLY | O_CLOEXEC)
        } else if flock(opened, LOCK_EX | LOCK_NB) != 0 {
            problem = "another run is writing to it"
        }
        if opened >= 0 {
            let bytes = Self.bytes(opened)
            let read = Self.read(bytes, key: key)
            known = read.known
            if problem == nil, let failure = Self.prepare(opened, keeping: read.length, key: key) {
                problem = SystemWords.text(failure)
            }
        }
        descriptor = opened
        self.known = known
        self.problem = Mutex(problem)
    }

    deinit {
        guard descriptor >= 0 else { return }
        // A process that is being started holds a copy of the descriptor until it runs, and would hold the lock as long.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// A sentence about what was not kept, and what that means; nil when all was.
    var note: String? {
        problem.withLock { reason in
            reason.map { "\(path): cannot be written: \($0); what was scanned now will be scanned again" }
        }
    }

    /// Adds files at the end; files that were not read are left out.
    func append(_ files: [(place: Place, file: ScannedFile)]) {
        guard problem.withLock({ $0 == nil }) else { return }
        var records = CacheBytes()
        for (place, file) in files where file.contribution != nil { Self.append(place, file, to: &records) }
        guard !records.bytes.isEmpty else { return }
        var part = CacheBytes()
        part.append(UInt32(records.bytes.count))
        part.append(records.bytes.withUnsafeBytes { ContentHash.of($0) })
        let failure = Self.write(part.bytes + records.bytes, to: descriptor)
        if failure != 0 { problem.withLock { $0 = SystemWords.text(failure) } }
    }

    // MARK: The file

    /// Cuts off what is broken, or begins anew; the place to write is the end then.
    private static func prepare(_ descriptor: Int32, keeping length: Int, key: ScanCache.Key) -> Int32? {
        guard ftruncate(descriptor, off_t(length)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else { return errno }
        guard length == 0 else { return nil }
        let failure = write(header(key), to: descriptor)
        return failure == 0 ? nil : failure
    }

    private static func header(_ key: ScanCache.Key) -> [UInt8] {
        var header = CacheBytes()
        header.append(magic)
        header.append(key.text)
        return header.bytes
    }

    /// - Returns: 0, or why not.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { raw in
                Glibc.write(descriptor, raw.baseAddress.map { $0 + written }, raw.count - written)
            }
            if count > 0 { written += count } else if errno != EINTR { return errno }
        }
        return 0
    }

    private static func bytes(_ descriptor: Int32) -> [UInt8] {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
        let size = Int(status.st_size)
        return [UInt8](unsafeUninitializedCapacity: size) { room, count in
            while count < size {
                let got = Glibc.read(descriptor, room.baseAddress.map { $0 + count }, size - count)
                if got > 0 { count += got } else if got == 0 || errno != EINTR { break }
            }
        }
    }

    /// What is whole in a file, and how many bytes that is.
    private static func read(_ bytes: [UInt8], key: ScanCache.Key) -> (known: [Place: ScannedFile], length: Int) {
        let header = header(key)
        guard bytes.starts(with: header) else { return ([:], 0) }
        var known: [Place: ScannedFile] = [:]
        var length = header.count
        bytes.withUnsafeBytes { raw in
            while raw.count - length >= 12 {
                let size = Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: length, as: UInt32.self)))
                let hash = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: length + 4, as: UInt64.self))
                guard raw.count - length - 12 >= size else { break }
                let records = UnsafeRawBufferPointer(rebasing: raw[(length + 12)..<(length + 12 + size)])
                guard ContentHash.of(records) == hash, take(records, key, into: &known) else { break }
                length += 12 + size
            }
        }
        return (known, length)
    }

    private static func take(
        _ records: UnsafeRawBufferPointer, _ key: ScanCache.Key, into known: inout [Place: ScannedFile]
    ) -> Bool {
        var reader = UnsafeCacheReader(records)
        do throws(CacheDamage) {
            while !reader.rest.isEmpty {
                let (place, file) = try record(from: &reader, key)
                known[place] = file
            }
            return true
        } catch {
            return false
        }
    }

    // MARK: A record

    private static func append(_ place: Place, _ file: ScannedFile, to records: inout CacheBytes) {
        guard let contribution = file.contribution else { return }
        records.append(place.object.name)
        records.append(place.path)
        records.append(Int64(file.byteCount))
        if case .unparsed(let problem) = file.fate {
            records.append(problem.reason.rawValue)
            records.append(problem.position.line)
            records.append(problem.position.column)
        } else {
            records.append(UInt8.max)
        }
        contribution.append(to: &records)
    }

    private static func record(
        from reader: inout UnsafeCacheReader, _ key: ScanCache.Key
    ) throws(CacheDamage) -> (Place, ScannedFile) {
        guard let object = ObjectID(try reader.text()) else { throw CacheDamage() }
        let path = try reader.string()
        let size = Int(try reader.number(Int64.self))
        var fate = ScannedFile.Fate.parsed
        let code = try reader.number(UInt8.self)
        if code != UInt8.max {
            guard let reason = SyntaxProblem.Reason(rawValue: code) else { throw CacheDamage() }
            let position = Position(line: try reader.number(), column: try reader.number())
            fate = .unparsed(SyntaxProblem(position: position, reason: reason))
        }
        var file = ScannedFile(fate, byteCount: size)
        file.contribution = try FileContribution(path: path, from: &reader, ruleCount: key.ruleCount)
        file.mark.size = Int64(size)
        file.origin = .unchanged
        return (Place(path: path, object: object), file)
    }
}
