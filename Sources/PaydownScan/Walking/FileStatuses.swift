import Dispatch
import Glibc
import Synchronization

/// What the file system says of the files that a walk finds, asked on another thread while the walk goes on.
///
/// A performance file: a rescan of ten thousand files in which nothing has changed is a walk and as many questions, each
/// of them half of the time. Files go over in lots, so that the other thread is woken once for many.
final class FileStatuses: Sendable {
    private static let lot = 128

    private let state = Mutex(State())
    private let changed = DispatchSemaphore(value: 0)
    private let done = DispatchSemaphore(value: 0)

    private struct State {
        /// Found and not handed over.
        var gathered: [String] = []
        var waiting: [[String]] = []
        var isOver = false
        var marks: [FileMark?] = []

        mutating func handOver() {
            if !gathered.isEmpty { waiting.append(gathered) }
            gathered = []
        }
    }

    init(of tree: WorkTree) {
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            while let lot = next() {
                let marks = lot.map { path in tree.status(path).flatMap { FileMark(ofFile: $0) } }
                state.withLock { $0.marks += marks }
            }
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

    /// Waits for the answers, in the order of the files; nil for what is no file any more.
    func finish() -> [FileMark?] {
        stop()
        done.wait()
        return state.withLock { $0.marks }
    }

    private func next() -> [String]? {
        while true {
            let (lot, isOver) = state.withLock { state in
                (state.waiting.isEmpty ? nil : state.waiting.removeFirst(), state.isOver)
            }
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
