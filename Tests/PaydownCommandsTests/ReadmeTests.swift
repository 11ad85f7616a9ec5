import PaydownTestSupport
import Testing

/// The README says what the program does: its table of keys and its pictures are made by it.
struct ReadmeTests {
    private static let program = TerminalProgram.built("paydown")

    /// File, and the arguments of `paydown render` that make it; paths from the repository's folder.
    static let pictures: [(file: String, arguments: [String])] = [
        ("overview-120x36.svg", ["--screen", "0", "SampleData/history"]),
        (
            "imports-120x36.svg",
            ["--screen", "1", "--keys", "j", "--root", "SampleData/python", "SampleData/python/snapshots"]
        ),
        (
            "duplicates-120x36.svg",
            ["--screen", "3", "--root", "SampleData/python", "SampleData/python/snapshots"]
        ),
        ("timeline-120x36.svg", ["--screen", "6", "SampleData/simulated"]),
    ]

    static let common = [
        "--format", "svg", "--theme", "paydown-dark", "--colors", "truecolor", "--size", "120x36", "--at",
        "2025-09-15T18:00:00-07:00",
    ]

    @Test(arguments: pictures.map(\.file))
    func `a picture is what render draws`(file: String) throws {
        let picture = try #require(Self.pictures.first { $0.file == file })
        let home = try TemporaryDirectory()
        let arguments = Self.common + picture.arguments.map { $0.hasPrefix("SampleData/") ? SamplePlace.root + $0 : $0 }
        let run = try CommandRun(Self.program, ["render"] + arguments, environment: ["HOME": home.path])
        try #require(run.ending == .exited(0))
        let command = "paydown render " + (Self.common + picture.arguments).joined(separator: " ")
        do {
            try Golden(file, in: "../../SampleData/pictures").compare(with: run.output)
        } catch {
            Issue.record(
                "SampleData/pictures/\(file) is stale; remake it with PAYDOWN_RECORD=1 or `\(command)`: \(error)")
        }
    }

    @Test func `every picture of the README is one of these`() throws {
        let text = try #require(readme)
        for line in text.split(separator: "\n") where line.contains("SampleData/pictures/") {
            #expect(Self.pictures.contains { line.contains("SampleData/pictures/" + $0.file) }, "\(line)")
        }
    }

    @Test func `the table of keys is what paydown keys prints`() throws {
        let home = try TemporaryDirectory()
        let run = try CommandRun(
            Self.program, ["keys", "--markdown", "--root", home.path], environment: ["HOME": home.path])
        let text = try #require(readme)
        let table = try #require(Self.between("<!-- keys -->\n", "<!-- /keys -->", in: text))
        let found = table.split(separator: "\n").map(String.init)
        let expected = run.output.split(separator: "\n").map(String.init)
        guard found != expected else { return }
        if Environment.isRecording {
            let changed = text.replacingTable(table, with: "\n" + run.output + "\n")
            #expect(FileBytes.write(Array(changed.utf8), to: SamplePlace.root + "README.md"))
        }
        Issue.record("the table of keys is stale; PAYDOWN_RECORD=1 writes what `paydown keys --markdown` prints")
    }

    private var readme: String? {
        FileBytes.read(SamplePlace.root + "README.md").map { String(decoding: $0, as: UTF8.self) }
    }

    private static func between(_ begin: String, _ end: String, in text: String) -> String? {
        guard let first = text.firstRange(of: begin), let last = text[first.upperBound...].firstRange(of: end) else {
            return nil
        }
        return String(text[first.upperBound..<last.lowerBound])
    }
}

extension String {
    fileprivate func replacingTable(_ table: String, with new: String) -> String {
        guard let place = firstRange(of: "<!-- keys -->\n" + table) else { return self }
        return replacingCharacters(in: place, with: "<!-- keys -->\n" + new)
    }

    private func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
