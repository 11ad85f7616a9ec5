import Foundation

/// Python as a second opinion. It is part of what the tests need, as `jsonschema` is.
enum Python {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs a script with arguments and gives back what it prints.
    static func run(_ script: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(description: "python3 failed:\n\(text)") }
        return text
    }

    /// Whether Python's json reads each of these texts.
    static func verdicts(on texts: [[UInt8]]) throws -> [Bool] {
        let lines = texts.map { text in text.map { String(format: "%02x", $0) }.joined() }
        return try TemporaryFolder.with { folder in
            try folder.write(lines.joined(separator: "\n"), "texts")
            let script = """
                import json, sys
                for line in open(sys.argv[1]):
                    try:
                        json.loads(bytes.fromhex(line).decode("utf-8"))
                        print("yes")
                    except (ValueError, RecursionError):
                        print("no")
                """
            return try run(script, [folder.file("texts")]).split(separator: "\n").map { $0 == "yes" }
        }
    }
}
