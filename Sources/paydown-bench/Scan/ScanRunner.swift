import Foundation

/// One of the programs that are raced, with its arguments.
struct ScanRunner {
    let name: String
    /// Whether a file of the tree is changed before each run.
    let changesOne: Bool
    private let executable: String
    private let arguments: [String]
    /// What it reads; nothing when nil.
    private let input: String?

    init(
        name: String, _ executable: String, _ arguments: [String], input: String? = nil, changesOne: Bool = false
    ) {
        self.name = name
        self.executable = executable
        self.arguments = arguments
        self.input = input
        self.changesOne = changesOne
    }

    /// From start to end, and the most memory that it ever had.
    func run() throws -> (seconds: Double, peakMegabytes: Int) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words = Self.strings([executable] + arguments)
        var settings = Self.strings(ProcessInfo.processInfo.environment.map { $0.key + "=" + $0.value })
        defer { (words + settings).forEach { free($0) } }
        let start = ContinuousClock.now
        var child = pid_t()
        guard posix_spawn(&child, executable, &actions, nil, &words, &settings) == 0 else {
            throw BenchmarkError("\(executable) could not be started")
        }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
        let seconds = Report.seconds(since: start)
        // 1 is how grep says that nothing was found.
        guard status & 0x7F == 0, status >> 8 & 0xFF <= 1 else {
            throw BenchmarkError("\(name): \(executable) \(arguments.joined(separator: " ")) failed")
        }
        return (seconds, Int(usage.ru_maxrss) / 1024)
    }

    /// As C has them, with a null pointer at the end.
    private static func strings(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
        strings.map { strdup($0) } + [nil]
    }
}
