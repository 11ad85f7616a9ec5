import Dispatch
import PaydownPython
import PaydownRules
import Synchronization

/// Scans files on several threads. What comes out does not depend on how many, nor on who was first.
struct ScanPipeline: Sendable {
    let rules: PreparedRules
    let version: PythonVersion
    let threads: Int
    let progress: ScanProgress

    /// - Parameters:
    ///   - files: all there are.
    ///   - count: how many of them the supplies hand out.
    ///   - supply: makes what hands out the files for the thread with this number.
    /// - Returns: what became of each of those files, in the order of `files`.
    /// - Throws: `ScanError.interrupted`.
    func scan<Supply: FileSupply & ~Copyable>(
        _ files: [String], count: Int, _ supply: @Sendable (Int) -> Supply
    ) throws(ScanError) -> [(index: Int, file: ScannedFile)] {
        let gathered = Mutex<[(index: Int, file: ScannedFile)]>([])
        DispatchQueue.concurrentPerform(iterations: min(threads, count)) { number in
            var supply = supply(number)
            var scanner = FileScanner(rules, version: version)
            var mine: [(index: Int, file: ScannedFile)] = []
            while !progress.isCancelled, let index = supply.next() {
                progress.reading(index)
                let file = scanner.scan(index, path: files[index], from: &supply)
                progress.finished(bytes: file.byteCount)
                mine.append((index, file))
            }
            gathered.withLock { $0 += mine }
        }
        if progress.isCancelled { throw .interrupted }
        return gathered.withLock { all in
            all.sort { $0.index < $1.index }
            return all
        }
    }
}
