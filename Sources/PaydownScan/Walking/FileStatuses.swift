import Dispatch
import Glibc
import Synchronization

/// What the file system says of the files that a walk finds, asked on another thread while the walk goes on.
///
/// A performance file: a rescan of ten thousand files in which nothing has changed is a walk and as many questions. Files
/// go over in lots, so that the other thread is woken once for many; when the walk is done, its thread takes lots too.
final class FileStatuses: Sendable {
    private static let lot = 128

    private let tree: WorkTree
    private let state = Mutex(State())
    private let changed = DispatchSemaphore(value: 0)
    private let done = DispatchSemaphore(value: 0)

    private struct State {
        /// Found and not handed over.
        var gathered: [String] = []
        var lots: [[String]] = []
        /// The first lot that nobody has.
        var next = 0
        var isOver = false
        /// By lot; empty where it has not been asked about.
        var marks: [[FileMark?]] = []

        mutating func handOver() {
            if gathered.isEmpty { return }
            lots.append(gathered)
            marks.append([])
            gathered = []
        }

        mutating func take() -> (number: Int, paths: [String])? {
            guard next < lots.count else { return nil }
            defer { next += 1 }
            return (next, lots[next])
        }
    }

    init(of tree: WorkTree) {
        self.tree = tree
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            while let lot = next() { answer(lot) }
            done.signal()
        }
    }

    /// Takes the path of the next file.
    func ask(_ path: String) {
        let isFull = state.withLock { state in
            state.gathered.append(path)
            guard state.gathered.count == Self.lot else { return false }
            state.handOver()
            return true
        }
        if isFull { changed.signal() }
    }

    /// There are no more files; to be called on every way out.
    func stop() {
        state.withLock { state in
            state.handOver()
            state.isOver = true
        }
        changed.signal()
    }

    /// Helps with what is left and waits for the answers, in the order of the files; nil for what is no file any more.
    func finish() -> [FileMark?] {
        stop()
        while let lot = state.withLock({ $0.take() }) { answer(lot) }
        done.wait()
        return state.withLock { Array($0.marks.joined()) }
    }

    private func answer(_ lot: (number: Int, paths: [String])) {
        let marks = lot.paths.map { path in tree.status(path).flatMap { FileMark(ofFile: $0) } }
        state.withLock { $0.marks[lot.number] = marks }
    }

    private func next() -> (number: Int, paths: [String])? {
        while true {
            let (lot, isOver) = state.withLock { ($0.take(), $0.isOver) }
            if let lot { return lot }
            if isOver { return nil }
            changed.wait()
        }
    }
}

extension FileMark {
    /// Nil for what is no regular file.
    fileprivate init?(ofFile status: stat) {
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.init(status)
    }
}
