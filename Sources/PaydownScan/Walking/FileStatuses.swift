import Dispatch
import Glibc
import Synchronization

/// What the file system says of the files that a walk finds, asked on another thread while the walk goes on.
///
/// A performance file: a rescan of ten thousand files in which nothing has changed is a walk and as many questions. When
/// the walk is done, its thread takes lots too.
final class FileStatuses: Sendable {
    private let tree: WorkTree
    private let lots = FileLots(of: 128)
    private let done = DispatchSemaphore(value: 0)
    /// By lot.
    private let marks = Mutex<[Int: [FileMark?]]>([:])

    init(of tree: WorkTree) {
        self.tree = tree
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            while let lot = lots.next() { answer(lot) }
            done.signal()
        }
    }

    /// Takes the path of the next file.
    func ask(_ path: String) {
        lots.add(path)
    }

    /// There are no more files; to be called on every way out.
    func stop() {
        lots.close()
    }

    /// Helps with what is left and waits for the answers, in the order of the files; nil for what is no file any more.
    func finish() -> [FileMark?] {
        stop()
        while let lot = lots.take() { answer(lot) }
        done.wait()
        return marks.withLock { marks in (0..<marks.count).flatMap { marks[$0] ?? [] } }
    }

    private func answer(_ lot: (number: Int, files: [ListedFile])) {
        var folder = NearFolder(tree)
        let answers = lot.files.map { file in folder.status(file.path).flatMap { FileMark(ofFile: $0) } }
        marks.withLock { $0[lot.number] = answers }
    }
}

extension FileMark {
    /// Nil for what is no regular file.
    fileprivate init?(ofFile status: stat) {
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.init(status)
    }
}
