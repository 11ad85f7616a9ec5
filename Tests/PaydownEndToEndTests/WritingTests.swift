import Glibc
import PaydownTestSupport
import Testing

/// Snapshots that cannot be written to the end: the old one stays as it was, and nothing half written remains.
@Suite struct WritingTests {
    static let project = """
        [project]
        name = "shop"

        [[rule]]
        id = "old-import"
        kind = "import"
        check = "imports"
        title = "Old imports"
        module.starts-with = ["shop.core.old"]
        message = "imports {symbol}"

        """

    private let folder: TemporaryDirectory
    private var target: String { folder.path + "/out/now.json" }

    /// A project with some 400 kB of findings.
    init() throws {
        folder = try TemporaryDirectory()
        try folder.write("paydown.toml", Self.project)
        try folder.write("out/now.json", BadInput.good())
        let line = "from shop.core.old import make\n"
        for number in 0..<20 { try folder.write("shop/f\(number).py", String(repeating: line, count: 50)) }
    }

    /// Scans below a shell's words, with the messages as output.
    private func scan(_ words: String, to path: String) throws -> CommandRun {
        try CommandRun(
            "sh",
            [
                "-c", words + " exec \"$0\" \"$@\" 2>&1 >/dev/null", PaydownProgram.path, "scan", "--no-save",
                "--no-cache", "-o", path, folder.path,
            ], environment: PaydownProgram.environment(folder))
    }

    /// The names in the folder written to, hidden ones too.
    private var names: [String] {
        get throws {
            try CommandRun("ls", ["-A", folder.path + "/out"]).output.split(separator: "\n").map(String.init)
        }
    }

    @Test func `what is larger than may be written leaves the old one, and the reason is told`() throws {
        // 64 blocks of 512 bytes; without the signal the system says it by an error.
        let run = try scan("trap '' XFSZ; ulimit -f 64;", to: target)

        #expect(run.ending == .exited(2))
        #expect(
            run.output == "paydown: \(target): cannot be written: file too large; "
                + "choose another place, or make room there\n")
        #expect(folder.read("out/now.json") == BadInput.good())
        #expect(try names == ["now.json"])
    }

    @Test func `a full disk is told with its reason`() throws {
        let run = try scan("", to: "/dev/full")

        #expect(run.ending == .exited(2))
        #expect(run.output.contains("/dev/full: cannot be written: no space left on device"), "\(run.output)")
        var status = stat()
        #expect(stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    }

    // MARK: A full disk

    private func scan(on moment: FullDisk.Moment, to path: String) throws -> CommandRun {
        let disk = try FullDisk(in: folder)
        let words = disk.variables(moment).map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
        return try scan("export \(words);", to: path)
    }

    @Test(arguments: [.writing(after: 0), .writing(after: 1), .writing(after: 70_000), .syncing] as [FullDisk.Moment])
    func `a disk that becomes full leaves the old one, nothing beside it, and is told`(moment: FullDisk.Moment) throws {
        let run = try scan(on: moment, to: target)

        #expect(run.ending == .exited(2))
        #expect(
            run.output == "paydown: \(target): cannot be written: no space left on device; "
                + "choose another place, or make room there\n")
        #expect(folder.read("out/now.json") == BadInput.good())
        #expect(try names == ["now.json"])
    }

    @Test func `where there was none, a disk that becomes full leaves none`() throws {
        let run = try scan(on: .writing(after: 70_000), to: folder.path + "/out/first.json")
        #expect(run.ending == .exited(2))
        #expect(run.output.contains("first.json: cannot be written: no space left on device"), "\(run.output)")
        #expect(try names == ["now.json"])
    }

    @Test func `with room enough the same disk takes it`() throws {
        #expect(try scan(on: .writing(after: 1 << 30), to: target).ending == .exited(0))
        #expect(folder.read("out/now.json")?.contains("old-import") == true)
    }

    @Test func `a first project file that finds no room leaves none`() throws {
        let disk = try FullDisk(in: folder)
        let project = try TemporaryDirectory()
        try project.write("shop/a.py", "import this\n")
        let run = try CommandRun(
            "sh", ["-c", "exec \"$0\" \"$@\" 2>&1 >/dev/null", PaydownProgram.path, "init", project.path],
            environment: PaydownProgram.environment(folder, disk.variables(.writing(after: 20))))
        #expect(run.ending == .exited(2))
        #expect(run.output.contains("paydown.toml") && run.output.contains("no space left on device"), "\(run.output)")
        #expect(try CommandRun("ls", ["-A", project.path]).output == "shop\n")
    }

    @Test func `output that finds no room is told, and is no success`() throws {
        let run = try CommandRun(
            "sh", ["-c", "exec \"$0\" keys 2>&1 >/dev/full", PaydownProgram.path],
            environment: PaydownProgram.environment(folder))
        #expect(run.ending == .exited(2))
        #expect(run.output.hasPrefix("paydown: standard output cannot be written: no space left on device"))
    }

    @Test func `a crash in the middle of writing leaves the old one and nothing beside it`() throws {
        // The signal for too large a file ends the program at the first byte beyond, whatever it is doing.
        let run = try scan("ulimit -c 0; ulimit -f 64;", to: target)

        #expect(run.ending == .killed(signal: SIGXFSZ))
        #expect(folder.read("out/now.json") == BadInput.good())
        #expect(try names == ["now.json"])
    }

    /// Wherever the end comes, there is the old snapshot or the whole new one.
    @Test func `killed at any moment there is the old one or the new one, whole`() throws {
        try #require(try scan("", to: folder.path + "/whole.json").ending == .exited(0))
        let whole = try #require(withoutTime(folder.read("whole.json")))
        for round in 0..<40 {
            try folder.write("out/now.json", BadInput.good())
            let delay = "0.\(String(1000 + 6 * round).dropFirst())"
            let run = try scan("(sleep \(delay); kill -9 $$) &", to: target)
            #expect([.killed(signal: SIGKILL), .exited(0)].contains(run.ending))
            let found = withoutTime(folder.read("out/now.json"))
            #expect(found == whole || found == BadInput.good(), "round \(round)")
        }
        // One that was whole and had its last name taken from it at that very moment may be left; never a part of one.
        for name in try names where name != "now.json" {
            #expect(withoutTime(folder.read("out/" + name)) == whole)
        }
    }

    private func withoutTime(_ text: String?) -> String? {
        guard let text, text.contains("old-import") else { return text }
        return text.split(separator: "\n").filter { !$0.contains("\"takenAt\"") }.joined(separator: "\n")
    }

    @Test func `a device is written to and not replaced`() throws {
        #expect(try scan("", to: "/dev/null").ending == .exited(0))
        var status = stat()
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    }

    @Test func `a snapshot goes down a pipe`() throws {
        let run = try CommandRun(
            PaydownProgram.path,
            ["scan", "--no-save", "--no-cache", "-o", "/dev/stdout", "--format", "text", folder.path],
            environment: PaydownProgram.environment(folder))
        #expect(run.ending == .exited(0))
        #expect(run.output.hasPrefix("{"))
        #expect(run.output.contains("\"format\": \"paydown-snapshot\""))
    }
}
