import PaydownCore
import PaydownDashboard
import PaydownFormats
import PaydownScreen
import PaydownTestSupport
import Synchronization

/// The snapshots of a folder in SampleData, read once for all tests.
final class SampleArchive: Sendable {
    /// Measured on a real code base; its sources are not here.
    static let history = SampleArchive("SampleData/history", sources: nil)
    /// Measured on the small code base beside it.
    static let python = SampleArchive("SampleData/python/snapshots", sources: "SampleData/python")
    /// Half a year that never was.
    static let simulated = SampleArchive("SampleData/simulated", sources: nil)

    /// The repository's folder, with a slash at its end.
    static let root =
        String(
            #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
                .joined(separator: "/")) + "/"

    private let entries: [Archive.Entry]
    private let paths: [String]
    private let sources: String?
    private let loaded = Mutex<[SnapshotID: LoadedSnapshot]>([:])
    private let flows = Mutex<[FlowLedger.Pair: SnapshotFlow]>([:])

    private init(_ folder: String, sources: String?) {
        let located = SnapshotLocator().locate([Self.root + folder])
        precondition(located.problems.isEmpty, "a sample cannot be read: \(located.problems[0].description)")
        paths = located.files.map(\.path)
        entries = located.files.enumerated().map { number, file in
            let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
            return Archive.Entry(id: SnapshotID(number), name: name, header: file.header, content: .header)
        }
        self.sources = sources
    }

    /// A session on all snapshots, at the moment the newest one was taken.
    func session(_ size: Size, glyphs: GlyphSet = .unicode) -> Session {
        let now = entries.compactMap { $0.header?.takenAt }.max() ?? Fixture.now
        var session = Session(size, glyphs: glyphs, now: now)
        session.load = { [self] in load($0) }
        session.count = { [self] in count($0) }
        session.source = { [sources] path in
            guard let sources, let bytes = FileBytes.read(Self.root + sources + "/" + path) else {
                return .missing("the source is not here; paydown browse --root DIR shows it")
            }
            return .lines(SourceText(bytes))
        }
        session.send(.found(entries))
        return session
    }

    private func count(_ pairs: [FlowLedger.Pair]) -> [FlowLedger.Pair: SnapshotFlow] {
        flows.withLock { known in
            for pair in pairs where known[pair] == nil {
                guard let older = load(pair.older), let newer = load(pair.newer) else { continue }
                known[pair] = SnapshotFlow(old: older.snapshot, new: newer.snapshot)
            }
            return known.filter { pairs.contains($0.key) }
        }
    }

    private func load(_ id: SnapshotID) -> LoadedSnapshot? {
        loaded.withLock { known in
            if let snapshot = known[id] { return snapshot }
            guard let snapshot = try? SnapshotReader().read(paths[id.rawValue]) else { return nil }
            let result = LoadedSnapshot(id: id, snapshot: snapshot)
            known[id] = result
            return result
        }
    }
}
