import Synchronization

/// How far a scan is, for those who watch it, and whether it is to stop.
package final class ScanProgress: Sendable {
    private let done = Atomic(0)
    private let readBytes = Atomic(0)
    private let current = Atomic(-1)
    private let files = Mutex<[String]>([])
    private let cancelled = Atomic(false)

    package init() {}

    /// Stops the scan at the next file.
    package func cancel() {
        cancelled.store(true, ordering: .relaxed)
    }

    package var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

    /// Files there are, files done, bytes of those, and the file at hand; nil before the files are known.
    package var state: (total: Int, done: Int, bytes: Int, path: String)? {
        let index = current.load(ordering: .relaxed)
        let (total, path) = files.withLock { ($0.count, $0.indices.contains(index) ? $0[index] : "") }
        guard total > 0 else { return nil }
        return (total, done.load(ordering: .relaxed), readBytes.load(ordering: .relaxed), path)
    }

    /// A second scan that is watched by the same begins anew.
    ///
    /// - Parameters:
    ///   - count: how many of the files are done already, without reading.
    ///   - bytes: of those.
    func begin(_ paths: [String], done count: Int = 0, bytes: Int = 0) {
        found(paths)
        done.store(count, ordering: .relaxed)
        readBytes.store(bytes, ordering: .relaxed)
    }

    /// What the files are, when some may be done already.
    func found(_ paths: [String]) {
        files.withLock { $0 = paths }
    }

    func reading(_ index: Int) {
        current.store(index, ordering: .relaxed)
    }

    func finished(bytes: Int) {
        done.wrappingAdd(1, ordering: .relaxed)
        readBytes.wrappingAdd(bytes, ordering: .relaxed)
    }
}
