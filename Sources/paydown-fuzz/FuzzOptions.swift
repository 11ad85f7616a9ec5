import Foundation

/// What `paydown-fuzz` was asked to do.
struct FuzzOptions {
    /// How long, in seconds.
    var seconds = 600.0
    var seed: UInt64 = 1
    /// Where Python files to break are looked for.
    var library = ""
    /// Inputs that are kept, and tried first.
    var corpus = "SampleData/fuzz/python"

    static let usage = """
        usage: paydown-fuzz [--minutes 10] [--seed 1] [--library DIR] [--corpus DIR]
          Feeds the scanner broken Python until the time is up: the corpus first, then files of a library (that of
          python3 when none is named), cut, doubled and mixed by a generator with a seed.
          An input that traps or hangs is in CORPUS/current.bin; one whose reading takes longer than its length
          allows is in CORPUS/slow-N.py.
        Exit status: 0 when nothing was found, 1 when an input was slow, 2 for wrong arguments.
        """

    init(_ arguments: [String]) throws(FuzzError) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            guard let value = rest.popFirst() else { throw FuzzError("\(name) needs a value") }
            switch name {
            case "--minutes":
                guard let minutes = Double(value), minutes > 0 else { throw FuzzError("--minutes is not '\(value)'") }
                seconds = minutes * 60
            case "--seed":
                guard let number = UInt64(value) else { throw FuzzError("--seed is not '\(value)'") }
                seed = number
            case "--library": library = value
            case "--corpus": corpus = value
            default: throw FuzzError("there is no \(name)")
            }
        }
        if library.isEmpty { library = try Self.libraryOfPython() }
    }

    private static func libraryOfPython() throws(FuzzError) -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", "import sysconfig; print(sysconfig.get_path('stdlib'), end='')"]
        process.standardOutput = output
        // One that cannot be started says nothing, as one that is not there.
        guard (try? process.run()) != nil else { throw FuzzError("there is no python3; name a --library") }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard !text.isEmpty else { throw FuzzError("there is no python3; name a --library") }
        return text
    }
}

/// Why fuzzing did not begin.
struct FuzzError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
