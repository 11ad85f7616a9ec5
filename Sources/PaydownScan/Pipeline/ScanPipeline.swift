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

    /// - Parameter supply: makes what hands out the files for the thread with this number.
    /// - Returns: what became of each file, in the order of `files`.
    /// - Throws: `ScanError.interrupted`.
    func scan<Supply: FileSupply & ~Copyable>(
        _ files: [String], _ supply: @Sendable (Int) -> Supply
    ) throws(ScanError) -> [ScannedFile] {
        progress.begin(files)
        let gathered = Mutex<[(index: Int, file: ScannedFile)]>([])
        let count = max(1, min(threads, files.count))
        DispatchQueue.concurrentPerform(iterations: count) { number in
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
            return all.map(\.file)
        }
    }
}
