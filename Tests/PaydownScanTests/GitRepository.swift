import Foundation
import PaydownTestSupport

/// A repository in a folder of its own, and Git itself as the oracle for what it means.
final class GitRepository {
    let directory: TemporaryDirectory
    var path: String { directory.path }
    /// Who commits next, and when.
    var author = "Ada"
    var moment = "2025-09-14T15:49:15-07:00"

    init() throws {
        directory = try TemporaryDirectory()
        try git("init", "-q", "-b", "main")
    }

    /// A clone of another one, by the protocol that remote ones have.
    init(cloning other: GitRepository, _ options: String...) throws {
        directory = try TemporaryDirectory()
        try run(["clone", "-q"] + options + ["file://" + other.path, path])
    }

    func write(_ name: String, _ text: String = "") throws {
        try directory.write(name, text)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path + "/" + name)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
    }

    /// Commits all there is, at a fixed time, and returns the commit.
    @discardableResult
    func commit(_ subject: String = "state") throws -> String {
        try git("add", "-A", "-f", ".")
        try git("commit", "-q", "--allow-empty", "-m", subject)
        return try git("rev-parse", "HEAD").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @discardableResult
    func writeAndCommit(_ name: String, _ text: String, _ subject: String) throws -> String {
        try write(name, text)
        return try commit(subject)
    }

    struct Failure: Error {
        let arguments: [String]
        let message: String
    }

    @discardableResult
    func git(_ arguments: String...) throws -> String {
        try run(arguments)
    }

    @discardableResult
    private func run(_ arguments: [String]) throws -> String {
        let process = Process()
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": path,
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": author, "GIT_AUTHOR_EMAIL": "ada@example.org",
            "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
            "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment,
        ]
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let message = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(arguments: arguments, message: String(decoding: message, as: UTF8.self))
        }
        return String(decoding: text, as: UTF8.self)
    }
}
