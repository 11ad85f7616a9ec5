import PaydownCore
import PaydownFormats
import Testing

/// Reports as tools write them, each with one of the liberties that the standard leaves.
struct SARIFReaderTests {
    private func read(_ text: String, roots: [String] = ["/srv/app"]) throws -> SARIFLog {
        try SARIFReader(roots: roots).read(Array(text.utf8))
    }

    /// A log with one run.
    private func run(_ results: String, driver: String = "", more: String = "") throws -> SARIFLog {
        try read(
            """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t"\(driver)}}, "results": \(results)\(more)}]}
            """)
    }

    private func result(_ members: String) throws -> SARIFResult? {
        try run("[{\"message\": {\"text\": \"m\"}, \(members)}]").results.first
    }

    private func place(_ location: String, more: String = "") throws -> SARIFLocation? {
        try run(
            "[{\"message\": {\"text\": \"m\"}, \"locations\": [{\"physicalLocation\": {\(location)}}]}]", more: more
        ).results.first?.place
    }

    private static let driver = """
        , "rules": [{"id": "A"}, {"id": "CA1000", "defaultConfiguration": {"level": "note"},
          "messageStrings": {"two": {"text": "{0} hides {1} {{here}}"}}, "shortDescription": {"text": "hidden"}}]
        """

    @Test func `a result's rule is found by its id, by its own rule, or by its index`() throws {
        let log = try run(
            """
            [{"message": {"text": "m"}, "ruleId": "A"}, {"message": {"text": "m"}, "rule": {"id": "B"}},
             {"message": {"text": "m"}, "ruleIndex": 1}, {"message": {"text": "m"}, "ruleIndex": -1},
             {"message": {"text": "m"}, "ruleIndex": 9}]
            """, driver: Self.driver)

        #expect(log.results.map(\.rule) == ["A", "B", "CA1000", "", ""])
    }

    @Test func `a level is the result's, the rule's, or warning`() throws {
        let log = try run(
            """
            [{"message": {"text": "m"}, "ruleId": "CA1000", "level": "error"}, {"message": {"text": "m"}, "ruleId": "CA1000"},
             {"message": {"text": "m"}, "ruleId": "CA1000/1"}, {"message": {"text": "m"}, "ruleId": "A"},
             {"message": {"text": "m"}, "ruleId": "A", "level": "none"}]
            """, driver: Self.driver)

        #expect(log.results.map(\.level) == [.error, .note, .note, .warning])
        #expect(log.notViolations == 1)
    }

    @Test func `an override of a run counts before the rule's default`() throws {
        let log = try run(
            "[{\"message\": {\"text\": \"m\"}, \"ruleId\": \"CA1000\"}]", driver: Self.driver,
            more: """
                , "invocations": [{"executionSuccessful": true, "ruleConfigurationOverrides":
                  [{"descriptor": {"id": "CA1000"}, "configuration": {"level": "error"}}]}]
                """)

        #expect(log.results.map(\.level) == [.error])
    }

    @Test func `a message is text, or an id with its arguments`() throws {
        let log = try run(
            """
            [{"message": {"id": "two", "arguments": ["x", "y"]}, "ruleId": "CA1000"}, {"message": {}, "ruleId": "CA1000"},
             {"message": {"markdown": "*m*"}}]
            """, driver: Self.driver)

        #expect(log.results.map(\.message) == ["x hides y {here}}", "hidden", "*m*"])
    }

    @Test(arguments: [
        ("app/a.py", "app/a.py"), ("./app//a.py", "app/a.py"), ("app/b/../a.py", "app/a.py"), ("a%20b.py", "a b.py"),
        ("file:///srv/app/src/a.py", "src/a.py"), ("file://localhost/srv/app/a.py", "a.py"),
        ("/srv/app/a.py", "a.py"),
        ("%C3%BC.py", "ü.py"), ("app\\\\a.py", "app/a.py"), ("a.py#L3", "a.py"),
    ])
    func `a place inside is a path from the root`(_ uri: String, _ path: String) throws {
        #expect(try place("\"artifactLocation\": {\"uri\": \"\(uri)\"}")?.file == .inside(path))
    }

    @Test(arguments: [
        "../a.py", "app/../../a.py", "%2e%2e/a.py", "/etc/passwd", "file:///srv/application/a.py",
        "file:///C:/srv/app/a.py",
        "https://example.com/a.py", "/srv/app/../../etc/passwd", "a%00.py", "file://server/srv/app/a.py", "/srv/app",
    ])
    func `nothing leaves the root`(_ uri: String) throws {
        #expect(try place("\"artifactLocation\": {\"uri\": \"\(uri)\"}")?.file == .outside(uri))
    }

    @Test func `a relative place is from its base, and that from its own`() throws {
        let bases = """
            , "originalUriBaseIds": {"SRC": {"uri": "src/", "uriBaseId": "ROOT"}, "ROOT": {"uri": "file:///srv/app/"},
              "LOOP": {"uri": "x/", "uriBaseId": "LOOP"}}
            """
        let inside = try place("\"artifactLocation\": {\"uri\": \"a.py\", \"uriBaseId\": \"SRC\"}", more: bases)
        #expect(inside?.file == .inside("src/a.py"))

        let unknown = try place("\"artifactLocation\": {\"uri\": \"a.py\", \"uriBaseId\": \"%SRCROOT%\"}", more: bases)
        #expect(unknown?.file == .inside("a.py"))

        let loop = try place("\"artifactLocation\": {\"uri\": \"a.py\", \"uriBaseId\": \"LOOP\"}", more: bases)
        #expect(loop?.file == .inside("x/x/x/x/a.py"))
    }

    @Test func `a place by the index of an artifact is that file`() throws {
        let found = try place(
            "\"artifactLocation\": {\"index\": 1}, \"region\": {\"startLine\": 3, \"startColumn\": 5, \"endColumn\": 9}",
            more: ", \"artifacts\": [{\"location\": {\"uri\": \"a.py\"}}, {\"location\": {\"uri\": \"b.py\"}}]")

        #expect(found?.file == .inside("b.py"))
        #expect([found?.line, found?.column, found?.endLine, found?.endColumn] == [3, 5, 3, 9])
    }

    @Test(arguments: [
        "\"kind\": \"pass\"", "\"kind\": \"notApplicable\"", "\"kind\": \"INFORMATIONAL\"",
        "\"baselineState\": \"absent\"",
    ])
    func `what is no violation is none`(_ member: String) throws {
        let log = try run("[{\"message\": {\"text\": \"m\"}, \(member)}]")

        #expect(log.results.isEmpty)
        #expect(log.notViolations == 1)
    }

    @Test func `a suppression that stands leaves a result out, one that is rejected does not`() throws {
        let log = try run(
            """
            [{"message": {"text": "1"}, "suppressions": [{"kind": "inSource"}]},
             {"message": {"text": "2"}, "suppressions": []},
             {"message": {"text": "3"}, "suppressions": [{"kind": "external", "status": "rejected"}]},
             {"message": {"text": "4"}, "suppressions": [{"status": "underReview"}, {"status": "accepted"}]}]
            """)

        #expect(log.results.map(\.message) == ["2", "3"])
        #expect(log.suppressed == 2)
    }

    @Test func `a fingerprint is the tool's own, but no sentence`() throws {
        #expect(
            try result("\"partialFingerprints\": {\"z\": \"1\", \"a\": \"2\"}, \"fingerprints\": {\"k\": \"3\"}")?
                .fingerprint
                == "3")
        #expect(try result("\"partialFingerprints\": {\"z\": \"1\", \"a\": \"2\"}")?.fingerprint == "2")
        #expect(try result("\"fingerprints\": {\"matchBasedId/v1\": \"requires login\"}")?.fingerprint == "")
    }

    @Test func `no results is not the same as none`() throws {
        #expect(try run("[]").failures.isEmpty)
        #expect(try run("null").failures.count == 1)
        #expect(try read("{\"version\": \"2.1.0\", \"runs\": []}").failures == ["it reports no run"])
    }

    @Test func `a run that failed says so`() throws {
        let log = try run(
            "[]",
            more: """
                , "invocations": [{"executionSuccessful": false, "toolExecutionNotifications":
                  [{"message": {"text": "out of memory"}}]}]
                """)

        #expect(log.failures == ["it says that its run failed: out of memory"])
    }

    @Test(arguments: [
        ("", SARIFError.empty), ("[]", .notSARIF(found: "an array")), ("{}", .notSARIF(found: "JSON without runs")),
        ("{\"version\": \"2.1.0\", \"runs\": 3}", .notSARIF(found: "JSON without runs")),
        ("{\"version\": \"2.0.0-csd.2.beta\", \"runs\": []}", .otherVersion("2.0.0-csd.2.beta")),
        ("{\"version\": \"1.0.0\"}", .otherVersion("1.0.0")),
    ])
    func `what is no SARIF is refused with what it is`(_ text: String, _ error: SARIFError) {
        #expect(throws: error) { try read(text) }
    }

    @Test(arguments: [
        "{", "{\"version\": \"2.1.0\", \"runs\": [}", "warning: no config\n{}", "{\"a\": \"\\q\"}", "{} x",
    ])
    func `broken text is refused with its place or what it lacks`(_ text: String) {
        #expect(throws: SARIFError.self) { try read(text) }
    }

    @Test func `values of the wrong type count as not there`() throws {
        let log = try run(
            """
            [7, null, {"message": 4, "ruleId": [], "locations": {}, "level": 9, "suppressions": 1, "fingerprints": []},
             {"message": {"text": "m"}, "locations": [{}, {"physicalLocation": {"artifactLocation": {"uri": "a.py"},
               "region": {"startLine": -4, "startColumn": "x", "endLine": 1.5}}}]}]
            """, driver: ", \"rules\": 5")

        #expect(log.results.count == 2)
        #expect(log.results[0].rule == "")
        #expect(log.results[1].place?.file == .inside("a.py"))
        #expect(log.results[1].place?.line == 0)
    }

    @Test func `a byte order mark is no part of the text`() throws {
        let log = try SARIFReader(roots: []).read(
            [0xEF, 0xBB, 0xBF] + Array("{\"runs\": [{\"results\": []}]}".utf8))

        #expect(log.failures.isEmpty)
    }

    @Test func `every beginning of a report is refused, none traps`() throws {
        let whole = """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t"\(Self.driver)}}, "columnKind": "utf16CodeUnits",
            "results": [{"ruleId": "A", "message": {"text": "ü {0}", "arguments": ["x"]}, "locations": [{"physicalLocation":
            {"artifactLocation": {"uri": "a%2"}, "region": {"startLine": 1}}}]}]}]}
            """
        let bytes = Array(whole.utf8)
        for end in 0..<bytes.count {
            #expect(throws: SARIFError.self) { try SARIFReader(roots: []).read(Array(bytes[..<end])) }
        }
        #expect(try read(whole).results.count == 1)
    }
}
