import Dispatch
import PaydownPython
import PaydownRules
import Synchronization

/// Scans blobs out of Git's object store on several threads, each with a `git cat-file` of its own.
struct BlobScan {
    let folder: String
    let rules: PreparedRules
    let version: PythonVersion
    let threads: Int
    let progress: BackfillProgress

    /// - Parameter take: gets the scanned files of a lot with the numbers of their places; called by one thread at a time.
    /// - Throws: when Git cannot be started. Being told to stop is no error: what was scanned has been handed out.
    func run(
        _ groups: BlobGroups, _ places: BlobPlaces, take: @Sendable ([(place: Int32, file: ScannedFile)]) -> Void
    ) throws(ScanError) {
        let paths = places.paths
        let count = max(1, min(threads, (groups.groups.count + BlobGroups.lot - 1) / BlobGroups.lot))
        let failure = Mutex<ScanError?>(nil)
        let turn = Mutex(())
        DispatchQueue.concurrentPerform(iterations: count) { number in
            let lots = groups.lots(of: number, threads: count)
            do throws(ScanError) {
                var stream = try BlobStream(lots.joined().map(\.object.name), in: folder)
                var scanner = BlobScanner(rules, version: version)
                for lot in lots {
                    if progress.isCancelled { return }
                    var scanned: [(place: Int32, file: ScannedFile)] = []
                    var bytes = 0
                    for group in lot {
                        let files = scanner.scan(group.places.map { paths[Int($0)] }, from: &stream)
                        bytes += files.first?.byteCount ?? 0
                        scanned += zip(group.places, files).map { (place: $0, file: $1) }
                    }
                    turn.withLock { _ in take(scanned) }
                    progress.scanned(blobs: lot.count, bytes: bytes)
                }
            } catch {
                failure.withLock { $0 = error }
            }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
    }
}
