import Dispatch
import Synchronization

/// A file of a listing.
struct ListedFile: Equatable, Sendable {
    /// In the listing, from 0.
    var index: Int
    var path: String
}

/// Files that one thread finds and others take, in lots, while it goes on finding.
///
/// A performance file: work on the first files of a tree need not wait for the walk to come to the last ones. A thread is
/// woken once for a lot, not for each file.
final class FileLots: Sendable {
    private let size: Int
    private let state = Mutex(State())
    private let changed = DispatchSemaphore(value: 0)

    private struct State {
        var count = 0
        var gathered: [ListedFile] = []
        var lots: [[ListedFile]] = []
        /// The first lot that nobody has.
        var next = 0
        var isClosed = false

        mutating func handOver() {
            if gathered.isEmpty { return }
            lots.append(gathered)
            gathered = []
        }

        mutating func take() -> (number: Int, files: [ListedFile])? {
            guard next < lots.count else { return nil }
            defer { next += 1 }
            return (next, lots[next])
        }
    }

    /// - Parameter size: of a lot; small ones leave no thread waiting for another's large files, large ones wake seldom.
    init(of size: Int) {
        self.size = size
    }

    /// All of them, when they are known.
    convenience init(of size: Int, _ files: some Sequence<ListedFile>) {
        self.init(of: size)
        for file in files { add(file) }
        close()
    }

    /// Takes the path of the next file of a listing.
    func add(_ path: String) {
        append { ListedFile(index: $0, path: path) }
    }

    private func add(_ file: ListedFile) {
        append { _ in file }
    }

    private func append(_ file: (Int) -> ListedFile) {
        let isFull = state.withLock { state in
            state.gathered.append(file(state.count))
            state.count += 1
            guard state.gathered.count == size else { return false }
            state.handOver()
            return true
        }
        if isFull { changed.signal() }
    }

    /// There are no more files; to be called on every way out.
    func close() {
        state.withLock { state in
            state.handOver()
            state.isClosed = true
        }
        changed.signal()
    }

    /// A lot that is there and that nobody else gets.
    func take() -> (number: Int, files: [ListedFile])? {
        state.withLock { $0.take() }
    }

    /// The same, after waiting for one if need be; nil when there are no more.
    func next() -> (number: Int, files: [ListedFile])? {
        while true {
            let (lot, isClosed) = state.withLock { ($0.take(), $0.isClosed) }
            if let lot { return lot }
            if isClosed {
                // The next one who waits is to learn it too.
                changed.signal()
                return nil
            }
            changed.wait()
        }
    }
}
