import Dispatch
import PaydownTestSupport
import Synchronization
import Testing

@testable import PaydownCommands

/// The ways to copy, in their order, each only when those before it do not work.
struct ClipboardTests {
    private let folder: TemporaryDirectory
    private let text = "app/a.py:3\nünïcode"

    init() throws {
        folder = try TemporaryDirectory()
    }

    /// A program that keeps its arguments and what it is given.
    private func program(_ name: String, status: Int = 0) throws -> String {
        try folder.write(
            name,
            "#!/bin/sh\nprintf '%s\\n' \"$@\" >\(folder.path)/\(name).arguments\ncat >\(folder.path)/\(name).input\nexit \(status)\n",
            isExecutable: true)
    }

    private func environment(_ variables: [String: String] = [:]) -> [String: String] {
        ["PATH": folder.path + ":/usr/bin:/bin", "TERM": "xterm-256color", "TMPDIR": folder.path]
            .merging(variables) { $1 }
    }

    /// Copies away from the threads that tests run on: a program is waited for.
    private func copy(
        command: [String]? = nil, _ variables: [String: String] = [:], terminal: @escaping @Sendable (String) -> Bool
    ) async -> Clipboard.Way {
        let clipboard = Clipboard(command: command, environment: environment(variables), patience: .seconds(600))
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [text] in
                continuation.resume(returning: clipboard.copy(text, terminal: terminal))
            }
        }
    }

    @Test func `the configured command comes first and gets the text`() async throws {
        let path = try program("mine")
        _ = try program("tmux")
        let way = await copy(command: [path, "--in", "a b"], ["TMUX": "x"]) { _ in true }

        #expect(way == .command(path))
        #expect(folder.read("mine.input") == text)
        #expect(folder.read("mine.arguments") == "--in\na b\n")
        #expect(folder.read("tmux.input") == nil)
    }

    @Test func `a command is found along PATH too`() async throws {
        _ = try program("mine")
        #expect(await copy(command: ["mine"]) { _ in false } == .command("mine"))
    }

    @Test func `within tmux its buffer is loaded, and passed on to the terminal around it`() async throws {
        _ = try program("tmux")
        let way = await copy(["TMUX": "/tmp/tmux,1,0"]) { _ in true }

        #expect(way == .tmux)
        #expect(folder.read("tmux.input") == text)
        #expect(folder.read("tmux.arguments") == "load-buffer\n-w\n-\n")
    }

    @Test func `a command that fails gives way to the next`() async throws {
        let path = try program("mine", status: 1)
        _ = try program("tmux", status: 1)
        let sent = Sent()
        let way = await copy(command: [path], ["TMUX": "x"]) { sent.take($0) }

        #expect(way == .terminal)
        #expect(sent.texts == [text])
    }

    @Test func `a command that is not there gives way to the next`() async {
        for command in ["no-such-program-here", "/no/such/program"] {
            #expect(await copy(command: [command]) { _ in true } == .terminal)
        }
    }

    @Test func `outside tmux the terminal is asked`() async {
        #expect(await copy { _ in true } == .terminal)
    }

    @Test(arguments: ["linux", "dumb", "vt100", "vt220"])
    func `a terminal that does not know the way gets a file's path instead`(terminal: String) throws {
        let clipboard = Clipboard(command: nil, environment: environment(["TERM": terminal]))
        let way = clipboard.copy(text) { _ in
            Issue.record("the terminal was asked")
            return true
        }
        guard case .file(let path) = way else {
            Issue.record("\(way)")
            return
        }
        #expect(path.hasPrefix(folder.path + "/paydown-copy-"))
        #expect(FileBytes.read(path).map { String(decoding: $0, as: UTF8.self) } == text)
        #expect(way.text == "file \(path)")
    }

    @Test func `where nothing works it is said`() {
        let clipboard = Clipboard(
            command: nil, environment: environment(["TERM": "dumb", "TMPDIR": "/no/such/folder"]))
        let way = clipboard.copy(text) { _ in false }
        #expect(way == .nowhere("nothing could be copied: no clipboard, and no file in TMPDIR"))
    }
}

/// What a terminal was sent.
private final class Sent: Sendable {
    private let all = Mutex<[String]>([])

    var texts: [String] { all.withLock { $0 } }

    func take(_ text: String) -> Bool {
        all.withLock { $0.append(text) }
        return true
    }
}
