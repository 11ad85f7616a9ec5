import Dispatch
import Synchronization

/// Which of the files that a walk finds are as an earlier scan left them, asked on another thread while the walk goes on.
///
/// A performance file: a rescan of ten thousand files in which nothing has changed is a walk and as many questions to the
/// file system. When the walk is done, its thread takes lots too.
final class FileRecognition: Sendable {
    private let tree: WorkTree
    private let cache: ScanCache
    private let lots = FileLots(of: 128)
    private let done = DispatchSemaphore(value: 0)
    /// By lot.
    private let found = Mutex<[Int: RecognisedFiles]>([:])

    init(in tree: WorkTree, _ cache: ScanCache) {
        self.tree = tree
        self.cache = cache
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            var recogniser = FileRecogniser(tree, cache)
            while let lot = lots.next() { recognise(lot, &recogniser) }
            done.signal()
        }
    }

    /// Takes the path of the next file of a listing.
    func ask(_ path: String) {
        lots.add(path)
    }

    /// There are no more files; to be called on every way out.
    func stop() {
        lots.close()
    }

    /// Helps with what is left and waits for the rest.
    func finish() -> RecognisedFiles {
        stop()
        var recogniser = FileRecogniser(tree, cache)
        while let lot = lots.take() { recognise(lot, &recogniser) }
        done.wait()
        return found.withLock { found in
            var all = RecognisedFiles()
            all.reserveCapacity(found.values.reduce(0) { $0 + $1.files.count })
            for number in 0..<found.count { found.removeValue(forKey: number).map { all.append($0) } }
            return all
        }
    }

    private func recognise(_ lot: (number: Int, files: [ListedFile]), _ recogniser: inout FileRecogniser) {
        let files = recogniser.recognise(lot.files)
        found.withLock { $0[lot.number] = files }
    }
}

/// One thread's part of it, which gets files in the order of their paths.
private struct FileRecogniser: ~Copyable {
    private let cache: ScanCache
    private var folder: NearFolder
    private var cursor = CacheCursor()

    init(_ tree: WorkTree, _ cache: ScanCache) {
        self.cache = cache
        folder = NearFolder(tree)
    }

    mutating func recognise(_ files: [ListedFile]) -> RecognisedFiles {
        var found = RecognisedFiles()
        found.reserveCapacity(files.count)
        for file in files {
            let number = cache.number(of: file.path, from: &cursor)
            if let number, let mark = folder.mark(file.path),
                let known = cache.file(number, path: file.path, status: mark)
            {
                found.append(known, number)
            } else {
                found.appendWanted(number)
            }
        }
        return found
    }
}
