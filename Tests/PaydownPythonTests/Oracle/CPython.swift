import Foundation
import PaydownPython

/// A CPython found on the search path, asked for facts by `facts.py`.
struct CPython {
    let command: String
    let version: PythonVersion
    /// Its standard library.
    let library: String

    /// nil when there is no such command, or its version is not one that we know.
    init?(_ command: String) {
        let script = "import sys, os; print('%d.%d' % sys.version_info[:2]); print(os.path.dirname(os.__file__))"
        guard let output = try? Self.run(command, ["-c", script], input: "") else { return nil }
        let lines = output.split(separator: "\n")
        guard lines.count == 2, let version = PythonVersion(lines[0]) else { return nil }
        self.command = command
        self.version = version
        library = String(lines[1])
    }

    /// All Python files below the library whose path does or does not lead through installed packages.
    func files(installed: Bool) -> [String] {
        let names = FileManager.default.enumerator(atPath: library)?.compactMap { $0 as? String } ?? []
        let wanted = names.filter { $0.hasSuffix(".py") && (installed || !$0.contains("site-packages")) }
        return wanted.sorted().map { library + "/" + $0 }
    }

    /// What this CPython says of each text.
    func records(of texts: [[UInt8]]) throws -> [OracleRecord] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("paydown-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let blob = folder.appendingPathComponent("texts")
        try Data(texts.joined()).write(to: blob)
        var offset = 0
        var jobs = ""
        for text in texts {
            jobs += "\(blob.path)\t\(offset)\t\(text.count)\n"
            offset += text.count
        }
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("facts.py")
        return OracleRecord.all(in: try Self.run(command, ["-B", script.path], input: jobs))
    }

    /// Runs a command of the search path; its output goes through a file, so that no pipe can fill up.
    private static func run(_ command: String, _ arguments: [String], input: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory
        let inputFile = folder.appendingPathComponent("paydown-in-\(UUID().uuidString)")
        let outputFile = folder.appendingPathComponent("paydown-out-\(UUID().uuidString)")
        defer {
            try? FileManager.default.removeItem(at: inputFile)
            try? FileManager.default.removeItem(at: outputFile)
        }
        try Data(input.utf8).write(to: inputFile)
        try Data().write(to: outputFile)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [command] + arguments
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CPythonFailure.exit(process.terminationStatus) }
        return String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
    }
}

enum CPythonFailure: Error {
    case exit(Int32)
}
