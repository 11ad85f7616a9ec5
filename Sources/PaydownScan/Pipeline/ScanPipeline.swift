import Dispatch
import PaydownPython
import PaydownRules
import Synchronization

/// Scans files on several threads. What comes out does not depend on how many, nor on who was first.
struct ScanPipeline: Sendable {
    let rules: RuleSet
    let version: PythonVersion
    /// No more than there are files, where that is known.
    let threads: Int
    let progress: ScanProgress

    /// - Parameters:
    ///   - listing: what one of the threads does before it scans, while the others begin.
    ///   - supply: makes what hands out the files for the thread with this number.
    /// - Returns: what became of each of those files.
    /// - Throws: `ScanError.interrupted`.
    func scan<Supply: FileSupply & ~Copyable>(
        while listing: @Sendable () -> Void = {}, _ supply: @Sendable (Int) -> Supply
    ) throws(ScanError) -> ScannedFiles {
        let gathered = Mutex<[ScannedFiles.Part]>([])
        DispatchQueue.concurrentPerform(iterations: threads) { number in
            if number == 0 { listing() }
            var supply = supply(number)
            var next = supply.next()
            guard next != nil else { return }
            // Each thread has its own: counting who refers to shared ones had the threads wait for each other.
            var scanner = FileScanner(rules.prepare(), version: version)
            var mine = ScannedFiles.Part()
            while !progress.isCancelled, let file = next {
                progress.reading(file.index)
                let scanned = scanner.scan(file, from: &supply)
                progress.finished(bytes: scanned.byteCount)
                mine.append(scanned, index: file.index)
                next = supply.next()
            }
            gathered.withLock { [mine] all in all.append(mine) }
        }
        if progress.isCancelled { throw .interrupted }
        return ScannedFiles(gathered.withLock { exchange(&$0, with: []) })
    }
}
