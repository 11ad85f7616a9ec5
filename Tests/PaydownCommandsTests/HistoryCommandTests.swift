import Foundation
import PaydownTestSupport
import Testing

/// `paydown history` from outside, on the samples.
struct HistoryCommandTests {
    private static let program = TerminalProgram.built("paydown")
    private static let samples = SamplePlace.root + "SampleData/python/snapshots"
    private let project: TemporaryDirectory

    init() throws {
        project = try TemporaryDirectory()
        #expect(try history("import", Self.samples).ending == .exited(0))
    }

    private func history(_ arguments: String...) throws -> CommandRun {
        try CommandRun(
            Self.program, ["history", arguments[0], "--root", project.path] + arguments.dropFirst(),
            environment: ["HOME": project.path])
    }

    private func files(_ folder: String) throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(filePath: folder + "/" + $0))) })
    }

    /// The paths, rules and lines of the findings, by when the snapshot was taken.
    private func findings(_ folder: String) throws -> [String: [String]] {
        var found: [String: [String]] = [:]
        for data in try files(folder).values {
            let snapshot = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            let findings = try #require(snapshot["findings"] as? [[String: Any]])
            found[try #require(snapshot["takenAt"] as? String)] = findings.map { finding in
                "\(finding["path"] ?? ""):\(finding["line"] ?? 0) \(finding["rule"] ?? "") \(finding["fingerprint"] ?? "")"
            }
        }
        return found
    }

    @Test func `what was imported is exported, and the same byte for byte ever after`() throws {
        let (first, second) = (project.path + "/first", project.path + "/second")
        let copy = project.path + "/copy.db"
        #expect(try history("export", "--to", first).ending == .exited(0))
        #expect(try findings(first) == findings(Self.samples))

        #expect(try history("import", "--file", copy, first).ending == .exited(0))
        #expect(try history("export", "--file", copy, "--to", second).ending == .exited(0))
        #expect(try files(second) == files(first))
    }

    @Test func `what is there already is not taken twice`() throws {
        let run = try history("import", Self.samples)
        #expect(run.ending == .exited(0))
        #expect(run.output.contains(": 0 taken, \(try files(Self.samples).count) there already"))
    }

    @Test func `the list has a line for each snapshot, and limits say what is left`() throws {
        let count = try files(Self.samples).count
        #expect(try history("list").output.split(separator: "\n").count == count + 1)
        let last = try history("list", "--limit", "1").output.split(separator: "\n")
        #expect(last.count == 3)
        #expect(last.last == "\(count - 1) older; leave --limit away for all")
        let json = try JSONSerialization.jsonObject(with: Data(try history("list", "--format", "json").output.utf8))
        #expect((json as? [Any])?.count == count)
    }

    @Test func `a snapshot is shown by number, and one that is not there ends with the status 2`() throws {
        #expect(try history("show", "1").output.hasPrefix("snapshot 1 of "))
        #expect(try history("show", "newest").ending == .exited(0))
        #expect(try history("show", "4711").ending == .exited(2))
    }

    @Test func `pruning lets go of findings and keeps the numbers`() throws {
        let before = try history("list").output
        #expect(try history("prune", "--before", "2100-01-01", "--dry-run").ending == .exited(0))
        #expect(try history("list").output == before)
        #expect(try history("prune", "--before", "2100-01-01").ending == .exited(0))
        #expect(try history("show", "1").output.contains("its findings were pruned"))
        #expect(try history("show", "1", "--format", "json").ending == .exited(2))
        #expect(try history("list").output.split(separator: "\n").count == before.split(separator: "\n").count)
    }

    @Test func `a history that is not there is not made by looking at it`() throws {
        let empty = try TemporaryDirectory()
        for command in [["list"], ["show"], ["prune", "--before", "1d"], ["repair"]] {
            let run = try CommandRun(Self.program, ["history"] + command + ["--root", empty.path])
            #expect(run.ending == .exited(2))
        }
        #expect(!FileManager.default.fileExists(atPath: empty.path + "/.paydown"))
    }
}
