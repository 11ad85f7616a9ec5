import Glibc

/// What a command without a terminal wrote and how it ended.
package struct CommandRun: Equatable {
    package var output: String
    package var ending: TerminalProgram.Ending

    /// Runs a program to its end; its standard error is left alone.
    ///
    /// - Parameters:
    ///   - path: absolute, or found along PATH.
    ///   - environment: the whole of it; PATH, HOME and TMPDIR are added.
    package init(
        _ path: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws(TerminalProgram.ProgramError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .notStarted(path: path, code: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        let process: pid_t
        do throws(TerminalProgram.ProgramError) {
            process = try TerminalProgram.spawn(path, arguments, environment, actions: &actions, isLeader: false)
        } catch {
            close(ends[0])
            close(ends[1])
            throw error
        }
        close(ends[1])
        output = Self.readAll(ends[0])
        close(ends[0])
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        ending = TerminalProgram.Ending(status: status)
    }

    private static func readAll(_ descriptor: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }
}
