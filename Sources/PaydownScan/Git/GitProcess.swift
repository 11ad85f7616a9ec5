import Dispatch
import Glibc
import Subprocess
import Synchronization

/// A run of Git, whose output is read here while it runs.
///
/// Output goes through a pipe that the reading thread empties at its own pace, while a task hands over the input: no two
/// sides ever wait for each other.
final class GitProcess: Sendable {
    /// How it ended, between the task that knows and the thread that wants to know.
    private final class Ending: Sendable {
        let came = DispatchSemaphore(value: 0)
        let failure = Mutex<ScanError?>(nil)
    }

    /// F_SETPIPE_SZ of Linux, which the overlay leaves out with all that needs `_GNU_SOURCE`.
    private static let setPipeSize: Int32 = 1031

    private let output: Int32
    private let ending = Ending()

    /// Starts Git in a folder.
    ///
    /// - Parameter input: what Git reads on its standard input.
    init(_ arguments: [String], in folder: String, input: [UInt8] = []) throws(ScanError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .gitMissing(reason: SystemWords.text(errno)) }
        let (reading, writing) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // Git writes on while a blob is being scanned. Where the system grants less, it waits more often.
        _ = fcntl(reading, Self.setPipeSize, Int32(1 << 20))
        output = reading
        // The task does not hold this object: when nobody reads any more, the pipe is closed and Git ends.
        Task.detached { [ending] in
            let failure = await Self.failure(arguments, in: folder, input: input, output: writing)
            ending.failure.withLock { $0 = failure }
            ending.came.signal()
        }
    }

    deinit {
        close(output)
    }

    /// How many bytes came; 0 at the end.
    func read(into room: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            let count = Glibc.read(output, room.baseAddress, room.count)
            if count >= 0 { return count }
            if errno != EINTR { return 0 }
        }
    }

    /// Waits for the end, after all output has been read.
    func finish() throws(ScanError) {
        ending.came.wait()
        if let failure = ending.failure.withLock({ $0 }) { throw failure }
    }

    /// All that Git prints.
    static func output(
        _ arguments: [String], in folder: String, input: [UInt8] = []
    ) throws(ScanError) -> [UInt8] {
        let process = try GitProcess(arguments, in: folder, input: input)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { process.read(into: $0) }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        try process.finish()
        return bytes
    }

    private static func failure(
        _ arguments: [String], in folder: String, input: [UInt8], output: Int32
    ) async -> ScanError? {
        do {
            let result = try await Subprocess.run(
                .name("git"), arguments: Arguments(["-C", folder] + arguments), environment: environment,
                input: .array(input),
                output: .fileDescriptor(.init(rawValue: output), closeAfterSpawningProcess: true),
                error: .string(limit: 1 << 16))
            if result.terminationStatus.isSuccess { return nil }
            let words = result.standardError.split(separator: "\n").first.map(String.init) ?? "it failed"
            return .git(arguments: arguments, reason: words)
        } catch {
            return .gitMissing(reason: "\(error)")
        }
    }

    /// The folder given decides which repository is meant; nothing is locked, asked or translated.
    private static var environment: Environment {
        .inherit.updating([
            "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil, "GIT_OPTIONAL_LOCKS": "0",
            "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C",
        ])
    }
}
