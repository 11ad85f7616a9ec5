import Foundation

/// Files of the standard library of the Python that is found: real code that nobody wrote for these tests.
enum StandardLibrary {
    struct NoPython: Error, CustomStringConvertible {
        let description = "put a python3 on the search path; its standard library is what findings are followed in"
    }

    private static let isFull = ProcessInfo.processInfo.environment["PAYDOWN_FULL"] == "1"

    /// Of the library's files those that tell most: half of the text has lines that stand in their file more than
    /// once, half of it has many imports. All that can be mutated with `PAYDOWN_FULL=1` in the environment.
    static func sources() throws -> TracedSources {
        let library = try folder()
        let names = FileManager.default.enumerator(atPath: library)?.compactMap { $0 as? String } ?? []
        let files = names.sorted().filter { $0.hasSuffix(".py") && !isOther($0) }.compactMap { name in
            File(name, FileManager.default.contents(atPath: library + "/" + name))
        }
        var chosen: Set<String> = []
        for measure in [\File.repeated, \File.imports] {
            var left = isFull ? 1 << 26 : 350_000
            let ranked = files.filter { $0[keyPath: measure] > 0 }.sorted {
                ($1.density(measure), $0.name) < ($0.density(measure), $1.name)
            }
            for file in ranked where left > 0 && chosen.insert(file.name).inserted { left -= file.text.utf8.count }
        }
        var sources = TracedSources()
        for file in files where chosen.contains(file.name) { sources.add(path: "zz/" + file.name, text: file.text) }
        return sources
    }

    private struct File {
        let name: String
        let text: String
        /// Lines that are imports, and those of them that are not the only ones.
        private(set) var imports = 0
        private(set) var repeated = 0

        /// Nil for what the mutations cannot be done to without changing what it means to a parser.
        init?(_ name: String, _ data: Data?) {
            guard let data, 400..<60_000 ~= data.count, let text = String(validating: data, as: UTF8.self),
                !text.utf8.contains(where: { $0 == 0x0D || $0 == 0x0C })
            else { return nil }
            self.name = name
            self.text = text
            var counts: [Substring: Int] = [:]
            for line in text.split(separator: "\n") {
                let words = line.drop { $0 == " " || $0 == "\t" }
                if words.hasPrefix("import ") || words.hasPrefix("from ") { counts[line, default: 0] += 1 }
            }
            imports = counts.values.reduce(0, +)
            repeated = counts.values.filter { $0 > 1 }.reduce(0, +)
        }

        func density(_ measure: KeyPath<File, Int>) -> Double {
            Double(self[keyPath: measure]) / Double(text.utf8.count)
        }
    }

    /// Installed packages, and files that are wrong on purpose.
    private static func isOther(_ name: String) -> Bool {
        ["-packages/", "/bad", "lib2to3/", "tokenizedata/", "encoded_modules/", "test_future_stmt"].contains {
            name.contains($0)
        }
    }

    private static func folder() throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", "import os; print(os.path.dirname(os.__file__))"]
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw NoPython() }
        return text.trimmingCharacters(in: .newlines)
    }
}
