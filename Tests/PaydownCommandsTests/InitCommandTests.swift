import PaydownTestSupport
import Testing

/// `paydown init` from outside.
struct InitCommandTests {
    private static let program = TerminalProgram.built("paydown")
    private let project: TemporaryDirectory

    init() throws {
        project = try TemporaryDirectory()
    }

    private func run(_ arguments: String...) throws -> CommandRun {
        try CommandRun(Self.program, arguments, environment: ["HOME": project.path])
    }

    private func fill() throws {
        for index in 0..<5 {
            try project.write(
                "app/part\(index)/client.py",
                "class WebClient:\n    _instance = None\n\n    @classmethod\n    def get(cls):\n        cls._instance = cls()\n"
            )
            try project.write(
                "app/use\(index).py",
                """
                from app.part\(index).client import WebClient
                URL = "redis://cache:6379"
                class Use\(index)Handler:
                    \(index == 0 ? "pass" : "def handle(self): ...")
                """)
            try project.write("tests/smoke/test_\(index).py", "from app.part0.client import WebClient\n")
        }
        try project.write("app/broken.py", "def (:\n")
        try project.write("pyproject.toml", "[project]\nname = \"shop\"\nrequires-python = \">=3.9\"\n")
    }

    /// What a file says a measure is: of each target its baseline.
    private func baselines(_ text: String) -> [String: String] {
        var found: [String: String] = [:]
        for line in text.split(separator: "\n") {
            guard let sign = line.firstRange(of: ", baseline = ") else { continue }
            let key = line.prefix { $0 != " " }.filter { $0 != "\"" }
            found[key] = String(line[sign.upperBound...].prefix { $0.isNumber || $0 == "." })
        }
        return found
    }

    /// What a snapshot says a measure is.
    private func measures(_ json: String) -> [String: String] {
        var found: [String: String] = [:]
        for part in json.split(separator: "{\"id\":\"").dropFirst() {
            let id = String(part.prefix { $0 != "\"" })
            guard let sign = part.firstRange(of: "\"value\":") else { continue }
            if let end = part.firstIndex(of: "}"), sign.lowerBound < end {
                found[id] = String(part[sign.upperBound...].prefix { $0.isNumber || $0 == "." })
            }
        }
        return found
    }

    @Test func `the numbers in the file are what a scan counts right afterwards`() throws {
        try fill()
        #expect(try run("init", project.path).ending == .exited(0))
        let text = try #require(project.read("paydown.toml"))
        let scan = try run("scan", "--no-save", "--format", "json", project.path)

        #expect(scan.ending == .exited(0))
        let stated = baselines(text)
        let counted = measures(scan.output)
        #expect(
            Set(stated.keys) == [
                "web-client-import.paths", "hard-coded-address", "singleton", "duplicate-class.names",
                "handler-contract",
            ])
        for (measure, value) in stated { #expect(counted[measure] == value, "\(measure)") }
        #expect(stated["web-client-import.paths"] == "5")
        #expect(stated["duplicate-class.names"] == "1")
        #expect(text.contains("name = \"shop\""))
        #expect(text.contains("must-pass = [\"tests/smoke/**\"]"))
        #expect(text.contains(">=3.9."))
        #expect(text.contains("coverage-at-least = 93.7"))
    }

    @Test func `the sample service's numbers are those of its scan`() throws {
        let sample = SamplePlace.root + "SampleData/python"
        let file = project.path + "/proposed.toml"
        #expect(try run("init", "-o", file, sample).ending == .exited(0))
        let text = try #require(project.read("proposed.toml"))
        let scan = try run("scan", "--config", file, "--no-save", "--no-cache", "--format", "json", sample)
        let counted = measures(scan.output)

        #expect(baselines(text).count >= 5)
        for (measure, value) in baselines(text) { #expect(counted[measure] == value, "\(measure)") }
    }

    @Test func `a file that is there stays as it is, unless told otherwise`() throws {
        try project.write("paydown.toml", "# mine\n")
        let refused = try run("init", project.path)
        #expect(refused.ending == .exited(2))
        #expect(refused.output.isEmpty)
        #expect(project.read("paydown.toml") == "# mine\n")

        let printed = try run("init", "--print", project.path)
        #expect(printed.ending == .exited(0))
        #expect(printed.output.contains("[[rule]]"))
        #expect(project.read("paydown.toml") == "# mine\n")

        #expect(try run("init", "--force", project.path).ending == .exited(0))
        #expect(project.read("paydown.toml")?.contains("[[rule]]") == true)
    }

    @Test func `a pyproject that has our table already is not hidden`() throws {
        try project.write("pyproject.toml", "[tool.paydown.project]\nname = \"x\"\n")

        #expect(try run("init", project.path).ending == .exited(2))
        #expect(project.read("paydown.toml") == nil)
    }

    @Test(arguments: [[:], ["README.md": "x"], ["a.py": ""], ["a.py": "import os\n"], ["broken.py": "def (:"]])
    func `a tree with little in it has a file that can be scanned with`(_ files: [String: String]) throws {
        for (name, text) in files { try project.write(name, text) }

        #expect(try run("init", project.path).ending == .exited(0))
        #expect(try run("scan", "--no-save", project.path).ending == .exited(0))
    }

    @Test func `rules of another tool come along, what is lost is in the file`() throws {
        try fill()
        try project.write(
            ".importlinter",
            "[importlinter]\nroot_package = app\n[importlinter:contract:1]\nname = Parts apart\ntype = independence\n"
                + "modules =\n    app.part0\n    app.part1\n[importlinter:contract:2]\nname = P\ntype = protected\n")
        let found = try run("init", project.path)
        let text = try #require(project.read("paydown.toml"))

        #expect(found.output.contains(".importlinter: 1 rule of import-linter carried over; 1 thing could not be"))
        #expect(text.contains("id = \"parts-apart\""))
        #expect(text.contains("#   - the contract 'P': there is no kind for type 'protected'"))
        let scan = try run("scan", "--no-save", "--format", "json", project.path)
        #expect(measures(scan.output)["parts-apart"] == "0")
        #expect(scan.output.contains("{\"measure\":\"parts-apart\",\"target\":\"= 0\"}"))

        let named = try run("init", "--print", "--from", project.path + "/pyproject.toml", project.path)
        #expect(named.ending == .exited(2))
    }

    @Test func `nobody's credentials are written down`() throws {
        try project.write("a.py", "x = 'https://me:hunter2@api.internal.corp/'\ny = \"postgresql://me:hunter2@db/x\"\n")
        let printed = try run("init", "--print", project.path)

        #expect(printed.output.contains("api.internal.corp"))
        #expect(printed.output.contains("postgresql://"))
        #expect(!printed.output.contains("hunter2"))
    }

    @Test func `names in the tree cannot write settings of their own`() throws {
        try project.write("we\"ird]\n/\u{1B}[31m.py", "class A: pass\n")
        try project.write("pyproject.toml", "[project]\nname = \"a\\\"\\n[gate]\"\n")

        #expect(try run("init", project.path).ending == .exited(0))
        #expect(try run("scan", "--no-save", project.path).ending == .exited(0))
        #expect(project.read("paydown.toml")?.contains("\u{1B}") == false)
    }
}
