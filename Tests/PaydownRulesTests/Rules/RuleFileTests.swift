import PaydownProject
import PaydownRules
import Testing

/// What is wrong in a file of rules is said with its place and a way out.
struct RuleFileTests {
    @Test(arguments: [
        (
            "[[rule]]\nid = \"a\"\nkind = \"import\"\nmodul.is = \"x\"\nmodule.is = \"y\"",
            "paydown.toml:4:1: unknown key 'modul' in [rule]; did you mean 'module'?"
        ),
        (
            "[[rule]]\nid = \"a\"\nkind = \"imports\"",
            "paydown.toml:3:8: 'kind' cannot be 'imports'; did you mean 'import'?"
        ),
        (
            "[scope.socket]\npaths = [\"a\"]\n[[rule]]\nid = \"a\"\nkind = \"text\"\ntext = \"x\"\nscope = \"sockets\"",
            "paydown.toml:7:9: 'scope' cannot be 'sockets'; did you mean 'socket'?"
        ),
        (
            "[scope.s]\nmention = [\"a\"]",
            "paydown.toml:2:1: unknown key 'mention' in [scope.s]; did you mean 'mentions'?"
        ),
        (
            "[[rule]]\nid = \"a\"\nkind = \"import\"\nmodule.contains_any = [\"x\"]\nmodule.is = \"y\"",
            "paydown.toml:4:8: unknown key 'contains_any' in [rule.module]; did you mean 'contains-any'?"
        ),
        (
            "[[rule]]\nid = \"a\"\nkind = \"text\"\ntext.regex = \"(\"\ntext.contains-any = \"x\"",
            "paydown.toml:4:14: 'regex' cannot be '('; write a regular expression that compiles"
        ),
        ("[[rule]]\nkind = \"text\"\ntext = \"x\"", "paydown.toml:1:3: this [rule] has no 'id'; add 'id'"),
        ("[[rule]]\nid = \"a\"\nkind = \"call\"", "paydown.toml:1:3: this [rule] has no 'call'; add 'call'"),
        (
            "[[rule]]\nid = \"a\"\nkind = \"text\"\ntext = \"x\"\nper = \"lines\"",
            "paydown.toml:5:7: 'per' cannot be 'lines'; did you mean 'line'?"
        ),
        (
            "[[rule]]\nid = \"a\"\nkind = \"text\"\ntext = \"x\"\nlisted = \"yes\"",
            "paydown.toml:5:10: 'listed' is a string, not true or false; write true or false"
        ),
        (
            "[[rule]]\nid = \"a\"\nkind = \"text\"\ntext = \"x\"\nmessage = \"has {symbl}\"",
            "paydown.toml:5:11: 'message' cannot be '{symbl}'; did you mean '{symbol}'?"
        ),
        (
            "[[rule]]\nid = \"a\"\nkind = \"text\"\ntext = \"x\"\n[[rule]]\nid = \"a\"\nkind = \"text\"\ntext = \"y\"",
            "paydown.toml:5:3: 'id' cannot be 'a'; write an id that no other rule has"
        ),
        (
            "[project]\npython = \"snake\"",
            "paydown.toml:2:10: 'python' cannot be 'snake'; write a version such as '3.11'"
        ),
        ("[gate]\nnew = \"fial\"", "paydown.toml:2:7: 'new' cannot be 'fial'; did you mean 'fail'?"),
        (
            "[gate]\ncoverage-at-least = 101",
            "paydown.toml:2:21: 'coverage-at-least' cannot be '101.0'; write a number from 0 to 100"
        ),
        (
            "[[suppression]]\nrule = \"a\"\nsubject = \"b\"\nreason = \"c\"\nexpires = \"soon\"",
            "paydown.toml:5:11: 'expires' cannot be 'soon'; write a date such as 2025-12-31"
        ),
        (
            "[[golden-path.limit]]\nmetric = \"m\"\nstatistic = \"p59\"\nbelow = 1",
            "paydown.toml:3:13: 'statistic' cannot be 'p59'; did you mean 'p95'?"
        ),
    ]) func `an error names file, line, column and the nearest known word`(_ text: String, _ message: String) throws {
        let error = try #require(throws: ConfigurationErrors.self) {
            try ProjectRules(text: text, file: "paydown.toml")
        }

        #expect(error.errors.map(\.description) == [message])
    }

    @Test func `all that is wrong is said at once, in the order of the text`() throws {
        let text = "[gate]\nnew = 1\n[[rule]]\nid = \"\"\nkind = \"text\"\ntext = [1]\n[scope]\nx = 2"
        let error = try #require(throws: ConfigurationErrors.self) { try ProjectRules(text: text, file: "f") }

        #expect(error.errors.map { $0.position?.line } == [2, 4, 6, 8])
    }

    @Test func `gate, golden path and project are read`() throws {
        let rules = try ProjectRules(
            text: """
                [project]
                name = "x"
                python = "3.11"
                roots = ["src"]
                tests = ["checks"]
                [gate]
                new = "warn"
                coverage-at-least = 98
                [golden-path]
                reports = ["r/*.xml"]
                command = ["pytest", "-q"]
                must-pass = ["tests/**"]
                [[golden-path.limit]]
                metric = "latency_ms"
                statistic = "p95"
                below = 100
                [[suppression]]
                rule = "a"
                subject = "b"
                reason = "c"
                owner = "@d"
                expires = 2025-12-31
                """, file: "f")

        #expect(rules.python == "3.11")
        #expect(rules.rules.layout.module(of: "src/app/__init__.py") == "app")
        #expect(rules.rules.layout.isTest("checks/a.py"))
        #expect(rules.gate.newFinding == .warn)
        #expect(rules.gate.leastCoverage == 98)
        #expect(rules.goldenPath?.limits.first?.below == 100)
        #expect(rules.goldenPath?.limits.first?.statistic == .p95)
        #expect(rules.rules.suppressions.first?.expires?.iso == "2025-12-31")
    }

    @Test(arguments: ["websocket", "courier"]) func `the rules of the samples are read without an error`(
        _ name: String
    ) throws {
        let rules = try ProjectRules(text: Repository.text("SampleData/rules/\(name).toml"), file: name)

        #expect(rules.rules.rules.count == (name == "websocket" ? 17 : 18))
        #expect(rules.rules.rules.allSatisfy { !$0.help.isEmpty })
    }

    @Test func `what is kept of a file is made anew when a sentence changes`() throws {
        func digest(_ text: String) throws -> String { try ProjectRules(text: text, file: "f").rules.digest }
        let rule = "[[rule]]\nid = \"a\"\nkind = \"text\"\ntext = \"x\"\n"

        #expect(try digest(rule) != digest(rule + "message = \"{symbol}!\""))
    }

    @Test func `an epoch of one rule ends with its own words and its own scope, and not with those of others`() throws {
        func epochs(_ text: String) throws -> [String] {
            let rules = try ProjectRules(text: text, file: "f").rules
            return rules.rules.map { rules.epoch(of: $0) }
        }
        let scopes = "[scope.s]\npaths = [\"p\"]\n[scope.t]\npaths = [\"q\"]\n"
        let first = "[[rule]]\nid = \"a\"\nkind = \"text\"\nscope = \"s\"\ntext = \"x\"\n"
        let second = "[[rule]]\nid = \"b\"\nkind = \"text\"\nscope = \"t\"\ntext = \"x\"\n"

        let plain = try epochs(scopes + first + second)
        let other = try epochs(scopes + first + second.replacing("text = \"x\"", with: "text = \"y\""))
        let scoped = try epochs(scopes.replacing("\"q\"", with: "\"z\"") + first + second)
        let titled = try epochs(scopes + first + "title = \"A\"\n" + second)
        let alone = try epochs(scopes + first)
        let moved = try epochs("[project]\ntests = [\"t\"]\n" + scopes + first + second)

        #expect(other[0] == plain[0] && other[1] != plain[1])
        #expect(scoped[0] == plain[0] && scoped[1] != plain[1])
        #expect(titled == plain && alone == [plain[0]])
        #expect(moved[0] != plain[0] && moved[1] != plain[1])
    }

    @Test func `an epoch ends with what changes a finding, and not with what does not`() throws {
        func epoch(_ text: String) throws -> String { try ProjectRules(text: text, file: "f").rules.epoch }
        let rule = "[[rule]]\nid = \"a\"\nkind = \"text\"\n"

        let epochs = try [
            epoch(rule + "text = \"x\""), epoch(rule + "text = \"y\""), epoch(rule + "text = \"x\"\nper = \"file\""),
            epoch("[scope.s]\npaths = [\"p\"]\n" + rule + "text = \"x\"\nscope = \"s\""),
            epoch("[project]\ntests = [\"t\"]\n" + rule + "text = \"x\""),
        ]

        #expect(Set(epochs).count == epochs.count)
        #expect(try epoch(rule + "text = \"x\"\ntitle = \"X\"\nhelp = \"Y\"\nmessage = \"{symbol}!\"") == epochs[0])
        #expect(try epoch("# a comment\n\n" + rule + "\n\ntext   =   'x'") == epochs[0])
    }
}
