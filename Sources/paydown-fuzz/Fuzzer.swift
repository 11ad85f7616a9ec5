import Foundation
import PaydownPython

/// Breaks files at random, the same way for the same seed, and feeds them to the target.
struct Fuzzer {
    /// Longer files are cut: small ones are broken in more ways in the same time.
    private static let longest = 60_000
    /// What reading may take beyond all doubt: 50 ms and 10 microseconds a byte, a thousand times the usual.
    private static let secondsToBegin = 0.05
    private static let secondsPerByte = 1e-5

    private let options: FuzzOptions
    private var random: SeededBytes
    private var mutator: PythonMutator
    private var target: FuzzTarget
    private let files: [String]
    private var tally = Tally()

    struct Tally {
        var inputs = 0
        var bytes = 0
        var refused = 0
        var slow = 0
    }

    init(_ options: FuzzOptions) throws(FuzzError) {
        self.options = options
        random = SeededBytes(seed: options.seed)
        mutator = PythonMutator(seed: options.seed &+ 1)
        target = try FuzzTarget()
        files = Self.sources(below: options.corpus) + Self.sources(below: options.library)
        guard !files.isEmpty else { throw FuzzError("\(options.library): there is no Python file; name a --library") }
    }

    /// Until the time is up.
    mutating func run() throws -> Tally {
        for path in Self.sources(below: options.corpus) {
            let bytes = Self.bytes(of: path)
            for version in PythonVersion.allCases { try feed(bytes, version) }
        }
        let end = ContinuousClock.now + .seconds(options.seconds)
        var current: [UInt8] = []
        while ContinuousClock.now < end {
            if tally.inputs % 20 == 0 || current.count > 5 * Self.longest || current.isEmpty {
                current = Self.bytes(of: files[random.below(files.count)])
            }
            current = mutated(current)
            if random.below(40) == 0 { current = repeated(current) }
            try feed(current, PythonVersion.allCases[random.below(PythonVersion.allCases.count)])
        }
        try? FileManager.default.removeItem(atPath: options.corpus + "/current.bin")
        return tally
    }

    // MARK: Inputs

    private mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        if random.below(3) > 0 { return mutator.mutated(bytes) }
        var bytes = bytes
        for _ in 0..<1 + random.below(4) where !bytes.isEmpty {
            let index = random.below(bytes.count)
            switch random.below(4) {
            case 0: bytes[index] = UInt8(random.below(256))
            case 1: bytes.removeSubrange(index..<min(bytes.count, index + 1 + random.below(40)))
            case 2:
                let from = random.below(bytes.count)
                bytes.insert(contentsOf: bytes[from..<min(bytes.count, from + 1 + random.below(60))], at: index)
            default: bytes.removeSubrange(index...)
            }
        }
        return bytes
    }

    /// With a short part of it repeated thousands of times: what takes the square of its length would not end.
    private mutating func repeated(_ bytes: [UInt8]) -> [UInt8] {
        guard !bytes.isEmpty else { return bytes }
        let from = random.below(bytes.count)
        let part = bytes[from..<min(bytes.count, from + 1 + random.below(30))]
        var longer = Array(bytes[..<from])
        for _ in 0..<random.below(20_000) { longer += part }
        return longer + bytes[from...]
    }

    // MARK: Feeding

    private mutating func feed(_ bytes: [UInt8], _ version: PythonVersion) throws {
        // Whoever traps or hangs leaves its input there.
        try Data(bytes).write(to: URL(fileURLWithPath: options.corpus + "/current.bin"))
        let start = Self.processorTime()
        if !target.run(bytes, version) { tally.refused += 1 }
        let took = Self.processorTime() - start
        tally.inputs += 1
        tally.bytes += bytes.count
        guard took > Self.secondsToBegin + Self.secondsPerByte * Double(bytes.count) else { return }
        tally.slow += 1
        let name = "\(options.corpus)/slow-\(tally.slow).py"
        try Data(bytes).write(to: URL(fileURLWithPath: name))
        print("\(name): \(bytes.count) bytes took \(took) s with Python \(version)")
    }

    /// Of this process on a processor, in seconds: a busy machine does not count.
    private static func processorTime() -> Double {
        Double(clock()) / Double(CLOCKS_PER_SEC)
    }

    private static func sources(below folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".py") }.sorted().map { folder + "/" + $0 }
    }

    /// Nothing for a file that cannot be read: there are others.
    private static func bytes(of path: String) -> [UInt8] {
        Array((FileManager.default.contents(atPath: path) ?? Data()).prefix(longest))
    }
}
