import CLinux
import Glibc

/// A program that runs in a pseudo terminal, as the leader of a session of its own.
package final class TerminalProgram {
    /// How a program ended.
    package enum Ending: Equatable {
        case exited(Int32)
        case killed(signal: Int32)

        /// - Parameter status: as waitpid(2) gives it.
        init(status: Int32) {
            // WIFSIGNALED and its like are macros: the low seven bits are the signal, the next eight the status.
            let number = status & 0x7F
            self = number == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: number)
        }
    }

    package let process: pid_t
    package let terminal: PseudoTerminal
    private var ending: Ending?

    package enum ProgramError: Error {
        case notStarted(path: String, code: Int32)
    }

    /// - Parameters:
    ///   - path: absolute, or found along PATH.
    ///   - environment: the whole of it; PATH and HOME are added.
    ///   - standardOutput: a file instead of the terminal.
    package init(
        _ path: String, _ arguments: [String] = [], environment: [String: String], in terminal: PseudoTerminal,
        standardOutput: String? = nil
    ) throws(ProgramError) {
        self.terminal = terminal
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that a session leader opens becomes the session's own.
        posix_spawn_file_actions_addopen(&actions, 0, terminal.devicePath, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        if let standardOutput {
            posix_spawn_file_actions_addopen(&actions, 1, standardOutput, O_WRONLY | O_CREAT, 0o644)
        }
        process = try Self.spawn(path, arguments, environment, actions: &actions, isLeader: true)
    }

    /// Starts a program with nothing inherited but what is said here.
    ///
    /// - Parameter isLeader: whether it leads a session of its own, without a terminal until it opens one.
    package static func spawn(
        _ path: String, _ arguments: [String], _ environment: [String: String],
        actions: inout posix_spawn_file_actions_t, isLeader: Bool
    ) throws(ProgramError) -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Threads that run tests block nearly all signals; a child must not inherit that.
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
        posix_spawnattr_setflags(&attributes, isLeader ? flags | paydown_spawn_setsid() : flags)

        var complete = environment
        for name in ["PATH", "HOME", "TMPDIR"] where complete[name] == nil {
            complete[name] = getenv(name).map { String(cString: $0) }
        }
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = complete.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + variables { free(word) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, path, &actions, &attributes, &words, &variables)
        guard code == 0 else { throw .notStarted(path: path, code: code) }
        return process
    }

    deinit {
        guard ending == nil else { return }
        Glibc.kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    package func kill(_ number: Int32) {
        Glibc.kill(process, number)
    }

    /// Waits for the end, taking what is written meanwhile.
    package func waitForEnd() throws -> Ending {
        try terminal.wait(for: "the program's end") { hasEnded }
        try terminal.settle()
        return ending ?? .exited(-1)
    }

    package var hasEnded: Bool {
        guard ending == nil else { return true }
        var status: Int32 = 0
        guard waitpid(process, &status, WNOHANG) == process else { return false }
        ending = Ending(status: status)
        return true
    }

    /// The letter of a process's state in /proc: `S` sleeping, `T` stopped; nil when it is gone.
    package static func state(of process: pid_t) -> Character? {
        guard let bytes = FileBytes.read("/proc/\(process)/stat"),
            let end = bytes.lastIndex(of: UInt8(ascii: ")")), end + 2 < bytes.count
        else { return nil }
        return Character(Unicode.Scalar(bytes[end + 2]))
    }

    /// How often a process's first thread has gone to sleep of its own will; nil when it is gone.
    package static func wakes(of process: pid_t) -> String? {
        FileBytes.read("/proc/\(process)/status").flatMap { bytes in
            String(decoding: bytes, as: UTF8.self).split(separator: "\n")
                .first { $0.hasPrefix("voluntary_ctxt_switches") }.map(String.init)
        }
    }

    /// Where the programs of this package are built: beside the running test.
    package static func built(_ name: String) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/"
            + name
    }
}
