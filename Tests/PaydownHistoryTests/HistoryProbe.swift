import Glibc
import PaydownTestSupport

/// Another process that writes a history.
final class HistoryProbe {
    private let process: pid_t
    private let output: UnsafeMutablePointer<FILE>
    private var hasEnded = false

    struct NotStarted: Error {
        let code: Int32
    }

    init(_ arguments: [String]) throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw NotStarted(code: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        process = try TerminalProgram.spawn(
            TerminalProgram.built("paydown-history-probe"), arguments, [:], actions: &actions, isLeader: false)
        close(ends[1])
        guard let stream = fdopen(ends[0], "r") else { throw NotStarted(code: errno) }
        output = stream
    }

    deinit {
        kill()
        fclose(output)
    }

    /// The next file that it has kept; nil when it is done.
    func nextLine() -> String? {
        var line: UnsafeMutablePointer<CChar>?
        var size = 0
        defer { free(line) }
        let count = getline(&line, &size, output)
        guard count > 0, let line else { return nil }
        return String(String(cString: line).dropLast())
    }

    /// Ends it without a chance to tidy up; what it had said before is still read.
    func kill() {
        guard !hasEnded else { return }
        hasEnded = true
        Glibc.kill(process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    func rest() -> [String] {
        var lines: [String] = []
        while let line = nextLine() { lines.append(line) }
        return lines
    }
}
