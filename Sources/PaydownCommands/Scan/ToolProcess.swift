import Dispatch
import Subprocess
import Synchronization

/// Runs a program in a folder, with an end to how long it may take and how much it may print.
struct ToolProcess {
    let root: String
    let patience: Duration
    let limit: Int
    /// Asked now and then; true ends the program.
    var isCancelled: () -> Bool = { false }

    enum Ending: Equatable, Sendable {
        case exited(Int32)
        case signalled(Int32)

        var words: String {
            switch self {
            case .exited(let status): "ended with status \(status); 'exit-codes' says which are good"
            case .signalled(let number): "was ended by signal \(number)"
            }
        }
    }

    struct Run: Sendable {
        let output: [UInt8]
        let errors: String
        let ending: Ending

        /// The first line of what it complained about.
        var firstWords: String {
            let line = errors.split(separator: "\n").first.map(String.init) ?? ""
            return line.isEmpty ? "it said nothing about it" : "it said: " + line.prefix(200)
        }
    }

    /// What it may print on its standard error; a message needs less.
    private static let errorLimit = 1 << 20
    /// How long a program has to end by itself when its time is up.
    private static let grace = Duration.seconds(2)

    private static let tick = DispatchTimeInterval.milliseconds(100)

    /// Blocks until the program has ended.
    func run(_ command: [String]) throws -> Run {
        let done = DispatchSemaphore(value: 0)
        let (root, limit) = (root, limit)
        let box = Box()
        let task = Task.detached {
            let result = await Self.result(command, in: root, limit: limit)
            box.value.withLock { $0 = result }
            done.signal()
        }
        let start = ContinuousClock.now
        while done.wait(timeout: .now() + Self.tick) == .timedOut {
            let isLate = ContinuousClock.now - start > patience
            guard isLate || isCancelled() else { continue }
            task.cancel()
            done.wait()
            throw ToolFailure(
                isLate
                    ? "'\(command[0])' took longer than \(patience.components.seconds) s; run it by itself to see why"
                    : "'\(command[0])' was interrupted")
        }
        guard let result = box.value.withLock({ $0 }) else {
            preconditionFailure("signalled before there was a result")
        }
        return try result.get()
    }

    /// Between the task that runs the program and the thread that waits.
    private final class Box: Sendable {
        let value = Mutex<Result<Run, ToolFailure>?>(nil)
    }

    private static func result(_ command: [String], in root: String, limit: Int) async -> Result<Run, ToolFailure> {
        var options = PlatformOptions()
        // In a session of its own, so that what the program starts ends with it, and no key reaches it.
        options.createSession = true
        options.teardownSequence = [.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: grace)]
        do {
            let result = try await Subprocess.run(
                .program(command[0]), arguments: Arguments(Array(command.dropFirst())),
                workingDirectory: .init(root), platformOptions: options, input: .none,
                output: .bytes(limit: limit), error: .string(limit: errorLimit))
            let ending: Ending =
                switch result.terminationStatus {
                case .exited(let status): .exited(status)
                case .signaled(let number): .signalled(number)
                }
            return .success(Run(output: result.standardOutput, errors: result.standardError, ending: ending))
        } catch let error as SubprocessError where error.code == .executableNotFound {
            return .failure(ToolFailure("'\(command[0])' is not installed, or not on PATH; install it"))
        } catch let error as SubprocessError where error.code == .outputLimitExceeded {
            return .failure(ToolFailure("'\(command[0])' printed more than \(limit >> 20) MB; have it report less"))
        } catch {
            return .failure(ToolFailure("'\(command[0])' could not be run: \(error)"))
        }
    }
}
