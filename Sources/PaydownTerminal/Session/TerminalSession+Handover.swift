import CLinux
import Glibc

extension TerminalSession {
    /// How a program that had the terminal ended.
    package enum Ending: Equatable, Sendable {
        case exited(Int32)
        case killed(signal: Int32)
        /// It could not be started; the system's errno.
        case notStarted(code: Int32)
    }

    /// Stops paydown as ^z does; returns when it is continued, with everything painted.
    ///
    /// - Returns: whether the size changed meanwhile, and so a frame of the new size is due.
    @discardableResult
    package func suspend() -> Bool {
        leave()
        TerminalSignals.stop()
        return reenter()
    }

    /// Gives the terminal to a program such as an editor, waits for its end, and takes the terminal back.
    ///
    /// The program is found along PATH; no shell takes part. Its standard streams are the terminal, its
    /// signals are the default ones. ^c in it is its own affair; ^z stops it and paydown together.
    ///
    /// - Parameters:
    ///   - arguments: the program and its arguments; at least the program.
    ///   - environment: of the program.
    package func hand(
        to arguments: [String], environment: [String: String], signals: TerminalSignals
    ) -> Ending {
        precondition(!arguments.isEmpty, "a program to hand the terminal to has a name")
        leave()
        defer { reenter() }
        return withStopping {
            let ending = Self.run(arguments, environment: environment, terminal: device.path)
            signals.discardFromKeyboard()
            return ending
        }
    }

    /// While a program is in front ^z stops the whole group: paydown has to stop with it, or the shell
    /// would wait for ever.
    private func withStopping<Result>(_ body: () -> Result) -> Result {
        var set = sigset_t(of: [SIGTSTP])
        var before = sigset_t()
        signal(SIGTSTP, SIG_DFL)
        pthread_sigmask(SIG_UNBLOCK, &set, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        return body()
    }

    private static func run(
        _ arguments: [String], environment: [String: String], terminal: String
    ) -> Ending {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t(of: [])
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + variables { free(word) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, arguments[0], &actions, &attributes, &words, &variables)
        guard code == 0 else { return .notStarted(code: code) }
        return end(of: process)
    }

    private static func end(of process: pid_t) -> Ending {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return .notStarted(code: errno) }
        }
        // WIFSIGNALED and its like are macros: the low seven bits are the signal, the next eight the status.
        let number = status & 0x7F
        return number == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: number)
    }
}
