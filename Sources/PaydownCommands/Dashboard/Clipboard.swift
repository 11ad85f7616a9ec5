import Dispatch
import Glibc
import Subprocess
import Synchronization

/// Copies a text where the person can paste it: their own command, tmux, the terminal, or a file.
struct Clipboard {
    /// From the user's own configuration; never from a project.
    let command: [String]?
    let environment: [String: String]
    /// How long a program may take; it holds up the keys.
    var patience = DispatchTimeInterval.seconds(2)

    /// How a text was copied, for the answer on screen.
    enum Way: Equatable {
        case command(String)
        case tmux
        case terminal
        case file(String)
        case nowhere(String)
    }

    /// Tries the ways in order. The terminal's way cannot be checked, so it comes after those that can, and
    /// not on terminals that do not know it.
    ///
    /// - Parameter terminal: sends the text to the terminal; false when it cannot.
    func copy(_ text: String, terminal: (String) -> Bool) -> Way {
        if let command, let program = command.first, run(command, text) { return .command(program) }
        if environment["TMUX"] != nil, run(["tmux", "load-buffer", "-w", "-"], text) { return .tmux }
        let name = environment["TERM"] ?? ""
        let isPlain = name == "linux" || name == "dumb" || name.hasPrefix("vt")
        if !isPlain, terminal(text) { return .terminal }
        return file(text)
    }

    /// Runs a program with the text on its standard input; false when it fails or takes longer than `patience`.
    private func run(_ command: [String], _ text: String) -> Bool {
        let done = DispatchSemaphore(value: 0)
        let variables = Dictionary(
            uniqueKeysWithValues: environment.map { (Subprocess.Environment.Key(stringLiteral: $0.key), $0.value) })
        let outcome = Outcome()
        let task = Task.detached {
            defer { done.signal() }
            do {
                let result = try await Subprocess.run(
                    .program(command[0]), arguments: Arguments(Array(command.dropFirst())),
                    environment: .custom(variables), input: .string(text), output: .discarded, error: .discarded)
                outcome.isGood.store(result.terminationStatus.isSuccess, ordering: .releasing)
            } catch {
                // Not installed or not running: the next way is tried, and the answer says which one worked.
            }
        }
        guard done.wait(timeout: .now() + patience) == .success else {
            task.cancel()
            return false
        }
        return outcome.isGood.load(ordering: .acquiring)
    }

    /// What came of a program, between the task that runs it and the thread that waits.
    private final class Outcome: Sendable {
        let isGood = Atomic(false)
    }

    /// A file that only the user can read; its path is shown.
    private func file(_ text: String) -> Way {
        var template = Array(((environment["TMPDIR"] ?? "/tmp") + "/paydown-copy-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            return .nowhere("nothing could be copied: no clipboard, and no file in TMPDIR")
        }
        defer { close(descriptor) }
        StandardOutput.write(text, to: descriptor)
        return .file(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
}

extension Clipboard.Way {
    var text: String {
        switch self {
        case .command(let program): program
        case .tmux: "tmux"
        case .terminal: "OSC 52"
        case .file(let path): "file \(path)"
        case .nowhere(let reason): reason
        }
    }
}
