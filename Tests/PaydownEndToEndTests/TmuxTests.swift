import Glibc
import PaydownTestSupport
import Testing

/// The program inside tmux, as many have it: another terminal than libvterm, with TERM=screen.
@Suite struct TmuxTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func tmux(_ arguments: String...) throws -> String {
        let run = try CommandRun(
            "tmux", ["-S", directory.path + "/socket", "-f", "/dev/null"] + arguments,
            environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": directory.path, "SHELL": "/bin/sh"])
        return run.output
    }

    private func waitForPane(_ what: String, until condition: ([Substring]) -> Bool) throws {
        let limit = ContinuousClock.now + PseudoTerminal.patience
        while true {
            let lines = try tmux("capture-pane", "-p", "-t", "paydown")
                .split(separator: "\n", omittingEmptySubsequences: false)
            if condition(lines) { return }
            guard ContinuousClock.now < limit else {
                throw PseudoTerminal.PseudoTerminalError.timedOut(waitingFor: what, screen: lines.map(String.init))
            }
            usleep(20_000)
        }
    }

    @Test func `it starts, moves, resizes and quits in tmux`() throws {
        let command = ([PaydownProgram.path] + PaydownProgram.samples).map { "'\($0)'" }.joined(separator: " ")
        _ = try tmux(
            "start-server", ";", "set-option", "-g", "escape-time", "0", ";", "set-option", "-g", "default-terminal",
            "screen", ";", "set-option", "-g", "status", "off", ";", "new-session", "-d", "-s", "paydown", "-x", "100",
            "-y", "30",
            "\(command); echo ended with $?; read line")
        defer { _ = try? tmux("kill-server") }
        try waitForPane("the overview") { $0.contains { $0.contains("? help") } }

        _ = try tmux("send-keys", "-t", "paydown", "1")
        try waitForPane("the list") { $0.contains { $0.contains("FINDINGS") } }
        _ = try tmux("resize-window", "-t", "paydown", "-x", "120", "-y", "36")
        try waitForPane("the footer below") { $0.count >= 36 && $0[35].contains("? help") }
        _ = try tmux("send-keys", "-t", "paydown", "q")

        try waitForPane("the end") { $0.contains { $0.contains("ended with 0") } }
    }
}
