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
        try TemporaryFolder.with { folder in
            for (index, text) in texts.enumerated() { try folder.write(text, "\(index)") }
            let script = """
                import json, sys
                for index in range(int(sys.argv[2])):
                    try:
                        with open(f"{sys.argv[1]}/{index}", "rb") as file:
                            json.loads(file.read().decode("utf-8"))
                        print("yes")
                    except (ValueError, RecursionError):
                        print("no")
                """
            return try run(script, [folder.path, "\(texts.count)"]).split(separator: "\n").map { $0 == "yes" }
        }
    }
}
