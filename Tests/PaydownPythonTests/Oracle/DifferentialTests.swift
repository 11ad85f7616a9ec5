import Foundation
import PaydownPython
import Testing
import paydown_fuzz

/// The scanner against the CPythons of this machine, file by file.
///
/// By default one Python, a part of its library and a few mutations of it; with `PAYDOWN_FULL=1` in the environment
/// every Python from 3.8 to 3.13 on the search path, its whole library with all installed packages, and thousands of
/// mutations.
@Suite(.serialized) struct DifferentialTests {
    private static let isFull = ProcessInfo.processInfo.environment["PAYDOWN_FULL"] == "1"

    private static let pythons: [CPython] = {
        guard isFull else { return [CPython("python3")].compactMap { $0 } }
        return PythonVersion.allCases.compactMap { CPython("python\($0)") }
    }()

    @Test func `there is a CPython to compare with`() {
        #expect(!Self.pythons.isEmpty, "put a python3 from 3.8 to 3.13 on the search path")
    }

    @Test func `facts and refusals of library files are CPython's`() throws {
        for python in Self.pythons {
            let files = python.files(installed: Self.isFull)
            let sample = Self.isFull ? files : files.enumerated().filter { $0.offset % 6 == 5 }.map(\.element)
            for batch in Self.batches(sample, of: 500) {
                let tally = try tally(python, batch.map(Self.bytes(of:)), labels: batch)
                #expect(tally.complaints.isEmpty, "\(python.version)")
                #expect(tally.missed == 0)
            }
        }
    }

    @Test func `facts and refusals of mutated library files are CPython's`() throws {
        for python in Self.pythons {
            let files = python.files(installed: false).map(Self.bytes(of:)).filter { (200..<12_000).contains($0.count) }
            var mutator = PythonMutator(seed: 2025)
            var random = SeededBytes(seed: 9)
            var total = Tally()
            for _ in 0..<(Self.isFull ? 20 : 1) {
                let texts = (0..<(Self.isFull ? 500 : 250)).map { _ in
                    mutator.mutated(files[random.below(files.count)])
                }
                let labels = texts.map { String(decoding: $0.prefix(60), as: UTF8.self) }
                let tally = try tally(python, texts, labels: labels)
                total.missed += tally.missed
                total.refused += tally.refused
                total.sameLine += tally.sameLine
                #expect(tally.complaints.isEmpty, "\(python.version)")
            }
            #expect(total.refused > 100)
            #expect(Double(total.missed) <= 0.003 * Double(total.refused))
            #expect(Double(total.sameLine) >= 0.9 * Double(total.refused))
        }
    }

    private struct Tally {
        var refused = 0
        var missed = 0
        var sameLine = 0
        /// Wrong refusals and different facts.
        var complaints: [String] = []
    }

    private func tally(_ python: CPython, _ texts: [[UInt8]], labels: [String]) throws -> Tally {
        let records = try python.records(of: texts)
        try #require(records.count == texts.count)
        let scanner = PythonScanner(version: python.version)
        var source = SourceText()
        var tally = Tally()
        for (index, text) in texts.enumerated() {
            source.load(text, version: python.version)
            switch Agreement(ReadFacts(&source, by: scanner), version: python.version, oracle: records[index]) {
            case .same:
                break
            case .bothRefuse(let sameLine):
                tally.refused += 1
                tally.sameLine += sameLine ? 1 : 0
            case .missedRefusal:
                tally.refused += 1
                tally.missed += 1
            case .wrongRefusal(let problem):
                tally.complaints.append("\(labels[index]): refused, \(problem)")
            case .different(let lines):
                tally.complaints.append("\(labels[index]): \(lines.prefix(3))")
            }
        }
        return tally
    }

    private static func bytes(of path: String) -> [UInt8] {
        (try? Data(contentsOf: URL(fileURLWithPath: path))).map(Array.init) ?? []
    }

    private static func batches(_ paths: [String], of size: Int) -> [[String]] {
        stride(from: 0, to: paths.count, by: size).map { Array(paths[$0..<min($0 + size, paths.count)]) }
    }
}
