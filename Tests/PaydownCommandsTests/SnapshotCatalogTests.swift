import PaydownDashboard
import PaydownTestSupport
import Testing

@testable import PaydownCommands

/// Snapshot files keep their numbers while they change.
struct SnapshotCatalogTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        try write("a.json", hour: 8)
        try write("b.json", hour: 9)
    }

    private func write(_ name: String, hour: Int, project: String = "p") throws {
        try folder.write(name, Self.text(hour: hour, project: project))
    }

    private static func text(hour: Int, project: String) -> String {
        #"{"format":"paydown-snapshot","version":1,"project":{"name":"\#(project)"},"tool":{"name":"t"},"#
            + #""takenAt":"2025-11-28T\#(hour < 10 ? "0" : "")\#(hour):00:00Z","findings":[]}"#
    }

    @Test func `files are numbered in the order of their time`() {
        var catalog = SnapshotCatalog(arguments: [folder.path])
        let found = catalog.look()
        #expect(found.entries.map(\.id) == [SnapshotID(0), SnapshotID(1)])
        #expect(found.entries.map(\.name) == [folder.path + "/a.json", folder.path + "/b.json"])
        #expect(found.entries.allSatisfy { $0.header != nil })
        #expect(found.problems.isEmpty)
    }

    @Test func `looking again reports nothing that is known`() {
        var catalog = SnapshotCatalog(arguments: [folder.path])
        _ = catalog.look()
        #expect(catalog.look().entries.isEmpty)
    }

    @Test func `a history that grew reports what was added, not what is known`() throws {
        let project = try TemporaryDirectory()
        try project.write(
            "paydown.toml",
            "[[rule]]\nid = \"this\"\nkind = \"import\"\ncheck = \"imports\"\ntitle = \"This\"\nmodule.is = [\"this\"]\n"
        )
        try project.write("shop/a.py", "import this\n")
        func scan() throws {
            let run = try CommandRun(
                TerminalProgram.built("paydown"), ["scan", project.path], environment: ["HOME": folder.path])
            #expect(run.ending == .exited(0))
        }
        try scan()
        try project.write("shop/b.py", "import this\n")
        try scan()
        var catalog = SnapshotCatalog(arguments: [project.path + "/.paydown/history.db"])
        #expect(catalog.look().entries.map(\.id) == [SnapshotID(0), SnapshotID(1)])
        try project.write("shop/c.py", "import this\n")
        try scan()
        let again = catalog.look()
        #expect(again.entries.map(\.id) == [SnapshotID(2)])
        #expect(again.entries.first?.header?.coverage.files == 3)
        #expect(catalog.look().entries.isEmpty)
        // Told before the others, it is not told again with them.
        var other = SnapshotCatalog(arguments: catalog.arguments)
        #expect(other.lookForNewest()?.header == again.entries.first?.header)
        #expect(other.look().entries.map(\.header?.coverage.files) == [1, 2])
    }

    @Test func `a file that changed keeps its number`() throws {
        var catalog = SnapshotCatalog(arguments: [folder.path])
        _ = catalog.look()
        try write("a.json", hour: 7, project: "a longer name")
        let again = catalog.look()
        #expect(again.entries.map(\.id) == [SnapshotID(0)])
        #expect(again.entries.map(\.header?.project.name) == ["a longer name"])
        #expect(catalog.paths[SnapshotID(0)] == folder.path + "/a.json")
    }

    @Test func `a new file gets the next number, whatever its time`() throws {
        var catalog = SnapshotCatalog(arguments: [folder.path])
        _ = catalog.look()
        try write("0.json", hour: 1)
        #expect(catalog.look().entries.map(\.id) == [SnapshotID(2)])
    }

    @Test func `a broken file is said once, and read when it is mended`() throws {
        try folder.write("c.json", #"{"format":"paydown-snapshot","version":1"#)
        var catalog = SnapshotCatalog(arguments: [folder.path])
        let first = catalog.look()
        #expect(first.entries.count == 2)
        #expect(first.missing.isEmpty && first.unreadable.count == 1)
        #expect(first.unreadable.first?.contains("c.json") == true)
        #expect(catalog.look().problems.isEmpty)
        try write("c.json", hour: 10)
        #expect(catalog.look().entries.map(\.id) == [SnapshotID(2)])
    }

    @Test func `an empty folder is missing something, not broken`() throws {
        let empty = try TemporaryDirectory()
        var catalog = SnapshotCatalog(arguments: [empty.path, empty.path + "/history.db", empty.path + "/none.json"])
        let found = catalog.look()
        #expect(found.unreadable.isEmpty && found.missing.count == 3)
    }

    @Test func `the likely newest comes first and is not reported twice`() {
        var catalog = SnapshotCatalog(arguments: [folder.path])
        #expect(catalog.lookForNewest()?.name == folder.path + "/b.json")
        #expect(catalog.look().entries.map(\.name) == [folder.path + "/a.json"])
        #expect(catalog.lookForNewest() == nil)
    }

    @Test func `a file that is given twice is one`() {
        var catalog = SnapshotCatalog(arguments: [folder.path, folder.path + "/a.json", folder.path + "/./b.json"])
        #expect(catalog.look().entries.count == 2)
    }

    @Test func `of a thousand snapshots one is read before there is something to show, each of the others once`() throws
    {
        let many = try TemporaryDirectory()
        for number in 0..<1000 {
            let name = String(repeating: "0", count: 4 - "\(number)".count) + "\(number).json"
            try many.write(name, Self.text(hour: number % 10, project: "p\(number)"))
        }
        var catalog = SnapshotCatalog(arguments: [many.path])

        #expect(catalog.lookForNewest()?.header?.project.name == "p999")
        #expect(catalog.readCount == 1)
        #expect(catalog.look().entries.count == 999)
        #expect(catalog.readCount == 1000)

        try many.write("0500.json", Self.text(hour: 3, project: "another name"))
        #expect(catalog.lookForNewest() == nil)
        #expect(catalog.look().entries.map(\.header?.project.name) == ["another name"])
        #expect(catalog.readCount == 1001)
    }
}
