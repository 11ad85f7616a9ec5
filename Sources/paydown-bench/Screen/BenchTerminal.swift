import CLinux
import Foundation

/// paydown in a pseudo terminal, with a stopwatch on what it writes. No emulator: only times and bytes count here.
final class BenchTerminal {
    private let master: Int32
    private let slave: Int32
    let process: pid_t
    /// When the program was started.
    let start: ContinuousClock.Instant
    private(set) var output: [UInt8] = []

    init(_ program: String, _ arguments: [String], columns: UInt16 = 120, rows: UInt16 = 36) throws {
        var (master, slave) = (Int32(-1), Int32(-1))
        var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        var name = [CChar](repeating: 0, count: 128)
        guard openpty(&master, &slave, &name, nil, &window) == 0 else { throw BenchmarkError("no pseudo terminal") }
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
        _ = fcntl(master, F_SETFD, FD_CLOEXEC)
        _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
        self.master = master
        self.slave = slave
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, paydown_spawn_setsid())
        var environment = ProcessInfo.processInfo.environment
        environment["TERM"] = "xterm-256color"
        environment["LANG"] = "C.UTF-8"
        environment["TMUX"] = nil
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + variables { free(word) } }
        start = .now
        var process: pid_t = 0
        guard posix_spawn(&process, program, &actions, &attributes, &words, &variables) == 0 else {
            throw BenchmarkError("\(program) could not be started; build it first with swift build -c release")
        }
        self.process = process
    }

    deinit {
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        close(slave)
        close(master)
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    }

    func resize(columns: UInt16, rows: UInt16) {
        var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
    }

    /// Seconds until more bytes come than there are; nil when none come within the limit.
    func nextOutput(within limit: Duration = .seconds(20)) -> Double? {
        let (begin, count) = (ContinuousClock.now, output.count)
        return wait(limit) { output.count > count } ? Report.seconds(since: begin) : nil
    }

    /// Seconds from the start until a text has been written; nil when it does not come.
    func text(_ text: String, from position: Int = 0, within limit: Duration = .seconds(60)) -> Double? {
        let wanted = Array(text.utf8)
        return wait(limit) { contains(wanted, from: position) } ? Report.seconds(since: start) : nil
    }

    /// Waits for so many bytes of output: a frame, not an echo. False when they do not come.
    func frame(from position: Int, atLeast count: Int, within limit: Duration) -> Bool {
        wait(limit) { output.count >= position + count }
    }

    /// Takes what comes until nothing came for that long.
    func settle(_ quiet: Duration = .milliseconds(60)) {
        while true {
            let count = output.count
            _ = wait(quiet) { output.count > count }
            if output.count == count { return }
        }
    }

    /// Takes what comes for so long.
    func pause(_ length: Duration) {
        _ = wait(length) { false }
    }

    /// Lets go of what has been written so far.
    func forget() {
        output = []
    }

    /// Seconds until the program has ended.
    func end() -> Double {
        let begin = ContinuousClock.now
        var status: Int32 = 0
        while waitpid(process, &status, WNOHANG) == 0 { _ = wait(.milliseconds(1)) { false } }
        return Report.seconds(since: begin)
    }

    /// A number from a line of /proc/PID/status, such as kilobytes in `VmHWM`; 0 when it is not there.
    func status(_ name: String) -> Int {
        let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }

    /// Processor time of all its threads that are there, in seconds.
    var processorSeconds: Double {
        let tasks = "/proc/\(process)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
        return threads.reduce(0) { sum, thread in
            let text = (try? String(contentsOfFile: "\(tasks)/\(thread)/schedstat", encoding: .utf8)) ?? ""
            return sum + (text.split(separator: " ").first.flatMap { Double($0) } ?? 0) * 1e-9
        }
    }

    private func wait(_ limit: Duration, until condition: () -> Bool) -> Bool {
        let end = ContinuousClock.now + limit
        while !condition() {
            guard ContinuousClock.now < end else { return false }
            var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, 1) > 0 else { continue }
            var chunk = [UInt8](repeating: 0, count: 65_536)
            let count = read(master, &chunk, chunk.count)
            if count > 0 { output += chunk[..<count] }
        }
        return true
    }

    private func contains(_ wanted: [UInt8], from position: Int) -> Bool {
        guard let first = wanted.first, output.count >= position + wanted.count else { return false }
        for index in position...(output.count - wanted.count) where output[index] == first {
            if output[index..<(index + wanted.count)].elementsEqual(wanted) { return true }
        }
        return false
    }
}
