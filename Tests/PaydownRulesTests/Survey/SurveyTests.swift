import PaydownCore
import PaydownRules
import Testing

/// What stands out in a tree without rules.
struct SurveyTests {
    private func survey(_ files: [String: String], roots: [String] = []) -> Survey {
        let rules = Survey.rules(layout: SourceLayout(roots: roots))
        return Survey(CheckedTree(rules, files.mapValues { Array($0.utf8) }).outcome.findings)
    }

    @Test func `a name that three modules of the tree give is fragmented`() {
        let survey = survey([
            "app/a.py": "class WebClient: pass", "app/b.py": "from app.a import WebClient", "app/c.py": "",
            "app/x.py": "from app.a import WebClient", "app/y.py": "from app.b import WebClient as W",
            "app/z.py": "from app.c import (WebClient, Other)\nfrom typing import WebClient\nfrom .a import WebClient",
        ])

        #expect(survey.names.map(\.name) == ["WebClient"])
        #expect(
            survey.names[0].paths.map { "\($0.sites) \($0.module) \($0.defines)" }
                == ["2 app.a true", "1 app.b false", "1 app.c false"])
    }

    @Test(arguments: [["app.a", "app.b"], ["app.a", "app.b", "other.c"]])
    func `two paths are no fragmentation, nor are modules of others`(_ modules: [String]) {
        var files = ["app/a.py": "", "app/b.py": ""]
        for (index, module) in modules.enumerated() { files["u\(index).py"] = "from \(module) import WebClient" }

        #expect(survey(files).names.isEmpty)
    }

    @Test func `names of one word and modules below a root are told apart`() {
        let files = [
            "src/app/a.py": "", "src/app/b.py": "", "src/app/c.py": "",
            "src/app/u.py": """
            from app.a import WebClient, Client, run_it
            from app.b import WebClient, Client, run_it
            from app.c import WebClient, Client, run_it
            """,
        ]

        #expect(survey(files).names.isEmpty)
        #expect(survey(files, roots: ["src"]).names.map(\.name) == ["WebClient"])
    }

    @Test func `classes of one family that lack what most have are siblings`() {
        var files: [String: String] = [:]
        for index in 0..<4 {
            files["h\(index).py"] = "class P\(index)Handler:\n    def open(self): ...\n    async def close(self): ..."
        }
        files["h4.py"] = "class LateHandler:\n    def open(self): ...\n    def _close(self): ..."
        files["tests/h.py"] = "class FakeHandler: ..."

        let survey = survey(files)

        #expect(survey.siblings.map(\.bond) == [.suffix("Handler")])
        #expect(survey.siblings[0].classes == ["LateHandler", "P0Handler", "P1Handler", "P2Handler", "P3Handler"])
        #expect(survey.siblings[0].methods.map { "\($0.name) \($0.count)" } == ["open 5", "close 4"])
    }

    @Test func `a base makes a family where names do not`() {
        var files = ["base.py": "class Shape:\n    def area(self): ..."]
        for name in ["Disc", "Ring", "Cube"] {
            files[name + ".py"] =
                "import base\nclass \(name)(base.Shape):\n    def area(self): ...\n    def grow(self): ..."
        }
        files["Dot.py"] = "from base import Shape\nclass Dot(Shape[int]):\n    def area(self): ..."

        let survey = survey(files)

        #expect(survey.siblings.map(\.bond) == [.base("Shape")])
        #expect(survey.siblings[0].methods.map(\.name) == ["area", "grow"])
    }

    @Test func `families that are complete, small or of exceptions are none`() {
        var files: [String: String] = [:]
        for index in 0..<5 {
            files["a\(index).py"] = "class N\(index)Reader:\n    def read(self): ..."
            files["e\(index).py"] =
                "class N\(index)Error(Exception):\n" + (index > 0 ? "    def text(self): ..." : "    pass")
        }
        for index in 0..<3 {
            files["w\(index).py"] = "class N\(index)Writer:\n" + (index > 0 ? "    def write(self): ..." : "    pass")
        }

        #expect(survey(files).siblings.isEmpty)
    }

    @Test func `addresses in strings are found, those in prose and in tests are not`() {
        let survey = survey([
            "a.py": """
            # http://comment.example.net
            HOST = "localhost"
            URL = f"redis://{host}:6379"
            API = 'https://api.internal.corp:8443/v1'
            DOC = "see https://other.internal.corp for more"
            REF = "https://docs.python.org/3/"
            """,
            "b.py": "x = ('localhost:80', 'redis://a')\nlocalhost = 3", "tests/t.py": "x = '127.0.0.1'",
        ])

        #expect(
            survey.addresses.map { "\($0.sites) \($0.files) \($0.text)" }
                == ["2 2 localhost", "2 2 redis://", "1 1 https://api.internal.corp:8443"])
    }

    @Test func `a credential in an address goes nowhere`() {
        let survey = survey([
            "a.py": "x = 'https://user:hunter2@api.internal.corp/v1'\ny = 'postgresql://root:hunter2@db/app'"
        ])

        #expect(survey.addresses.map(\.text) == ["api.internal.corp", "postgresql://"])
    }

    @Test(arguments: [
        (["tests/mission_critical/test_a.py", "tests/mission_critical/deep/test_b.py"], ["tests/mission_critical/**"]),
        (["tests/e2e/test_a.py", "tests/smoke/test_b.py"], ["tests/smoke/**"]),
        (["tests/test_golden_path.py", "tests/test_other.py"], ["tests/test_golden_path.py"]),
        (["tests/mission_critical/helper.py", "app/smoke.py"], []),
    ])
    func `tests that must pass are known by their place`(_ paths: [String], _ globs: [String]) {
        #expect(survey(Dictionary(uniqueKeysWithValues: paths.map { ($0, "") })).goldenPath == globs)
    }

    @Test(arguments: [
        ("HTTPServerError", ["HTTP", "Server", "Error"]), ("WebSocket2Manager", ["Web", "Socket2", "Manager"]),
        ("Thing", ["Thing"]), ("snake_case", []), ("MIXED_Case", []), ("_WebClient", ["Web", "Client"]), ("", []),
    ])
    func `camel case is cut where a word begins`(_ name: String, _ words: [String]) {
        #expect(CamelCase.words(name) == words)
    }

    @Test func `what is odd or empty is no reason to fail`() {
        #expect(survey([:]) == Survey())
        #expect(
            survey(["a.py": "class (:", "b.py": "x = '://'; y = \"http://\"; z = 'http://{a}.b'"]).addresses.isEmpty)
    }
}
