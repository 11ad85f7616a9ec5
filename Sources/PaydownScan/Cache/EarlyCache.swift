/// A cache that is read while what a scan needs beside it is still being made ready, such as the project's rules.
///
/// A performance type: of a rescan in which hardly anything has changed, reading the cache and holding it against its
/// checksum is a tenth, in which nothing else could be done.
package final class EarlyCache: Sendable {
    private let whole: Later<WholeCache?>

    /// Begins to read.
    package convenience init(path: String) {
        self.init(CacheStore(path: path))
    }

    init(_ store: CacheStore) {
        whole = Later { store.read() }
    }

    /// Waits for it; nil when there is none, or none that can be used.
    func cache(_ key: ScanCache.Key) -> ScanCache? {
        whole.wait().flatMap { ScanCache($0, key: key) }
    }
}
