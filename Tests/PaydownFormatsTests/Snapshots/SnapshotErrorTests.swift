import PaydownCore
import PaydownFormats
import Testing

/// Broken snapshots and what is said about them.
struct BrokenSnapshot: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let message: String

    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8], _ message: String) {
        self.name = name
        self.bytes = bytes
        self.message = message
    }

    private static let mend = "; mend this place, or make the snapshot again"
    private static let mendIt = "; mend it, or make the snapshot again"
    private static let cut =
        ": it was cut off or is still being written; wait for its writer, or make the snapshot again"

    /// One finding with these members behind the required ones; the finding is on line 2.
    private static func finding(_ members: String) -> [UInt8] {
        snapshotText(#""findings":[{"rule":"r","path":"p","symbol":"s",\#(members)}]"#)
    }

    private static let start = #"{"format":"paydown-snapshot","version":1,"project":{"name":"p"},"#

    static let all = files + texts + headers + findings

    private static let files = [
        BrokenSnapshot("empty", [], "f.json: is empty; delete it, or make it again with 'paydown scan -o FILE'"),
        BrokenSnapshot(
            "only white space", Array(" \n ".utf8),
            "f.json:2:2: the file ends inside the text, where a value should come\(cut)"),
        BrokenSnapshot(
            "UTF-16", [0xFF, 0xFE, 0x7B, 0],
            "f.json: is written in UTF-16, and a snapshot is UTF-8; convert it with 'iconv -t UTF-8'"),
        BrokenSnapshot(
            "UTF-16 without a mark", [0x7B, 0, 0x7D, 0],
            "f.json: is written in UTF-16, and a snapshot is UTF-8; convert it with 'iconv -t UTF-8'"),
        BrokenSnapshot(
            "cut gzip", [0x1F, 0x8B, 8, 0, 0, 0],
            "f.json: the gzip data is broken: it ends early; "
                + "fetch it again, or make it again with 'paydown scan -o FILE'"),
        BrokenSnapshot(
            "no gzip", [0x1F, 0x8B, 77, 0, 0, 0, 0, 0, 0, 0, 0],
            "f.json: the gzip data is broken: unknown compression method; "
                + "fetch it again, or make it again with 'paydown scan -o FILE'"),
    ]

    private static let texts = [
        BrokenSnapshot(
            "not JSON", Array("hello".utf8),
            "f.json:1:1: found 'h', expected a value\(mend)"),
        BrokenSnapshot(
            "truncated in a key", Array((start + "\n\"take").utf8),
            "f.json:2:1: the file ends inside a string that begins here\(cut)"),
        BrokenSnapshot(
            "truncated behind a comma", Array(start.utf8),
            "f.json:1:65: the file ends inside the text, where a key in quotes should come\(cut)"),
        BrokenSnapshot(
            "half written", snapshotText("").dropLast(2) + [],
            "f.json:1:98: the file ends inside the text, where a key in quotes should come\(cut)"),
        BrokenSnapshot(
            "two objects", snapshotText("\"x\":1") + Array("{}".utf8),
            "f.json:2:7: found '{', expected the end of the file\(mend)"),
        BrokenSnapshot(
            "missing comma", snapshotText("\"x\":1 \"y\":2"),
            "f.json:2:7: found '\"', expected ',' or '}' after a value\(mend)"),
        BrokenSnapshot(
            "line break in text", snapshotText("\"x\":\"a\nb\""),
            "f.json:2:7: found a line break inside a string, expected an escape such as \\n for control characters\(mend)"
        ),
        BrokenSnapshot(
            "wrong escape", snapshotText(#""x":"a\q""#),
            "f.json:2:8: found 'q' after a backslash, expected one of \" \\ / b f n r t u\(mend)"),
        BrokenSnapshot(
            "half of a surrogate pair", snapshotText(#""x":"\ud800""#),
            "f.json:2:6: found the first half of a surrogate pair, expected its second half behind it\(mend)"),
        BrokenSnapshot(
            "leading zero", snapshotText(#""x":012"#),
            "f.json:2:5: found a number with a leading zero, expected a number without one\(mend)"),
        BrokenSnapshot(
            "word without quotes", snapshotText(#""x":nil"#),
            "f.json:2:5: found a word that is not in quotes, "
                + "expected a value: text in quotes, a number, true, false, null\(mend)"),
        BrokenSnapshot(
            "invalid UTF-8", snapshotText("\"x\":\"") + [0xE9, 0x22, 0x7D],
            "f.json:2:7: byte 0xE9 is not valid UTF-8; convert the file with 'iconv -t UTF-8'"),
        BrokenSnapshot(
            "too deep", snapshotText("\"x\":" + String(repeating: "[", count: 74) + String(repeating: "]", count: 74)),
            "f.json:2:68: nested more than 64 levels deep; flatten the value, or leave it out"),
        BrokenSnapshot(
            "too deep in properties",
            finding(
                #""properties":{"x":"# + String(repeating: "[", count: 70) + String(repeating: "]", count: 70) + "}"),
            "f.json:2:127: nested more than 64 levels deep; flatten the value, or leave it out"),
    ]

    private static let headers = [
        BrokenSnapshot(
            "an array", Array("[1]".utf8),
            "f.json:1:1: not a paydown snapshot: found an array, expected \"format\": \"paydown-snapshot\"; "
                + "other reports are read with 'paydown import FILE'"),
        BrokenSnapshot(
            "another format", Array(#"{"version":"2.1.0","runs":[]}"#.utf8),
            "f.json:1:30: not a paydown snapshot: found an object without a format, "
                + "expected \"format\": \"paydown-snapshot\"; other reports are read with 'paydown import FILE'"),
        BrokenSnapshot(
            "another tool's findings", Array(#"{"findings":[{"id":1}]}"#.utf8),
            "f.json:1:22: not a paydown snapshot: found findings of another kind, "
                + "expected \"format\": \"paydown-snapshot\"; other reports are read with 'paydown import FILE'"),
        BrokenSnapshot(
            "newer version", Array(#"{"format":"paydown-snapshot","version":2,"findings":{}}"#.utf8),
            "f.json:1:40: written in version 2 of the format, and this paydown understands up to 1; "
                + "update paydown to read it"),
        BrokenSnapshot(
            "version zero", Array(#"{"format":"paydown-snapshot","version":0}"#.utf8),
            "f.json:1:40: 'version' is the number 0, expected a whole number from 1 to 1000000000\(mendIt)"),
        BrokenSnapshot(
            "no version", Array(#"{"format":"paydown-snapshot"}"#.utf8),
            "f.json:1:30: the snapshot has no 'version'; add it, or make the snapshot again"),
        BrokenSnapshot(
            "no project", Array(#"{"format":"paydown-snapshot","version":1}"#.utf8),
            "f.json:1:42: the snapshot has no 'project'; add it, or make the snapshot again"),
        BrokenSnapshot(
            "no time", Array((start + #""x":1}"#).utf8),
            "f.json:1:71: the snapshot has no 'takenAt'; add it, or make the snapshot again"),
        BrokenSnapshot(
            "time without offset", Array((start + #""takenAt":"2025-01-01T00:00:00"}"#).utf8),
            "f.json:1:75: 'takenAt' is the text \"2025-01-01T00:00:00\", "
                + "expected a time with its offset such as 2025-09-14T15:49:15-07:00\(mendIt)"),
        BrokenSnapshot(
            "key twice", snapshotText(#""checks":[],"checks":[]"#),
            "f.json:2:13: 'checks' stands here a second time; remove one of the two"),
        BrokenSnapshot(
            "key twice inside", snapshotText(#""tool":{"name":"a","name":"b"}"#),
            "f.json:2:27: 'tool.name' stands here a second time; remove one of the two"),
        BrokenSnapshot(
            "wrong type of a part", snapshotText(#""checks":{}"#),
            "f.json:2:10: 'checks' is an object, expected an array of objects\(mendIt)"),
        BrokenSnapshot(
            "wrong type deep inside", snapshotText(#""checks":[{"id":"a","measures":[{"id":"b","value":"3"}]}]"#),
            "f.json:2:51: 'checks[0].measures[0].value' is the text \"3\", expected a number\(mendIt)"),
        BrokenSnapshot(
            "missing key inside", snapshotText(#""plan":{"phases":[{"id":"a"}]}"#),
            "f.json:2:19: 'plan.phases[0]' has no 'name'; add it, or make the snapshot again"),
        BrokenSnapshot(
            "number beyond doubles", snapshotText(#""metrics":[{"id":"a","value":1e400}]"#),
            "f.json:2:30: 'metrics[0].value' is the number 1e400, expected a number of at most about 1.8e308\(mendIt)"),
        BrokenSnapshot(
            "negative count", snapshotText(#""rules":[{"id":"a","count":-1}]"#),
            "f.json:2:28: 'rules[0].count' is the number -1, expected a whole number from 0 to 9223372036854775807\(mendIt)"
        ),
        BrokenSnapshot(
            "unknown severity", snapshotText(#""rules":[{"id":"a","severity":"fatal"}]"#),
            "f.json:2:31: 'rules[0].severity' is the text \"fatal\", expected one of error, warning, note\(mendIt)"),
        BrokenSnapshot(
            "no pattern", snapshotText(#""plan":{"mustPass":["a",1]}"#),
            "f.json:2:25: 'plan.mustPass' is the number 1, expected text in quotes\(mendIt)"),
        BrokenSnapshot(
            "no share", snapshotText(#""plan":{"leastCoverage":101}"#),
            "f.json:2:25: 'plan.leastCoverage' is the number 101, expected per cent of the files, 0 to 100\(mendIt)"),
        BrokenSnapshot(
            "no such day", snapshotText(#""plan":{"phases":[{"name":"a","due":"2025-02-30"}]}"#),
            "f.json:2:37: 'plan.phases[0].due' is the text \"2025-02-30\", expected a day such as 2025-09-28\(mendIt)"),
        BrokenSnapshot(
            "no target", snapshotText(#""plan":{"phases":[{"name":"a","targets":[{"measure":"m","target":"few"}]}]}"#),
            "f.json:2:66: 'plan.phases[0].targets[0].target' is the text \"few\", "
                + "expected a target such as \"<= 1\", \"< 10\", \">= 95 %\"\(mendIt)"),
        BrokenSnapshot(
            "null for text", snapshotText(#""revision":{"branch":null}"#),
            "f.json:2:22: 'revision.branch' is null, expected text in quotes\(mendIt)"),
    ]

    private static let findings = [
        BrokenSnapshot(
            "findings no array", snapshotText(#""findings":{}"#),
            "f.json:2:12: 'findings' is an object, expected an array of objects\(mendIt)"),
        BrokenSnapshot(
            "finding no object", snapshotText(#""findings":[1]"#),
            "f.json:2:13: 'findings[0]' is the number 1, expected an object\(mendIt)"),
        BrokenSnapshot(
            "no rule", snapshotText(#""findings":[{"path":"p","symbol":"s"}]"#),
            "f.json:2:38: 'findings[0]' has no 'rule'; add it, or make the snapshot again"),
        BrokenSnapshot(
            "neither symbol nor message",
            snapshotText(
                "\"findings\":[\n{\"rule\":\"r\",\"path\":\"p\",\"symbol\":\"s\"},\n{\"rule\":\"r\",\"path\":\"p\"}]"),
            "f.json:4:24: 'findings[1]' has no 'symbol'; add it, or make the snapshot again"),
        BrokenSnapshot(
            "text as line", finding(#""line":"12""#),
            "f.json:2:56: 'findings[0].line' is the text \"12\", expected a whole number\(mendIt)"),
        BrokenSnapshot(
            "negative line", finding(#""line":-1"#),
            "f.json:2:56: 'findings[0].line' is the number -1, expected a whole number from 0 to 4294967295\(mendIt)"),
        BrokenSnapshot(
            "line too large", finding(#""line":4294967296"#),
            "f.json:2:56: 'findings[0].line' is the number 4294967296, expected a whole number from 0 to 4294967295\(mendIt)"
        ),
        BrokenSnapshot(
            "line and a half", finding(#""line":1.5"#),
            "f.json:2:56: 'findings[0].line' is the number 1.5, expected a whole number from 0 to 4294967295\(mendIt)"),
        BrokenSnapshot(
            "number as path", snapshotText(#""findings":[{"rule":"r","path":5}]"#),
            "f.json:2:32: 'findings[0].path' is the number 5, expected text in quotes\(mendIt)"),
        BrokenSnapshot(
            "finding's key twice", finding(#""line":1,"line":2"#),
            "f.json:2:58: 'findings[0].line' stands here a second time; remove one of the two"),
        BrokenSnapshot(
            "number in context", finding(#""context":["a",1]"#),
            "f.json:2:64: 'findings[0].context[1]' is the number 1, expected text in quotes\(mendIt)"),
        BrokenSnapshot(
            "tags no array", finding(#""tags":"a""#),
            "f.json:2:56: 'findings[0].tags' is the text \"a\", expected an array of texts\(mendIt)"),
        BrokenSnapshot(
            "members no array", finding(#""properties":{"members":1}"#),
            "f.json:2:73: 'findings[0].properties.members' is the number 1, expected an array of texts\(mendIt)"),
        BrokenSnapshot(
            "property twice", finding(#""properties":{"a":1,"a":2}"#),
            "f.json:2:69: 'findings[0].properties.a' stands here a second time; remove one of the two"),
        BrokenSnapshot(
            "related without path", finding(#""related":[{"line":1}]"#),
            "f.json:2:60: 'findings[0].related[0]' has no 'path'; add it, or make the snapshot again"),
    ]
}

@Suite struct SnapshotErrorTests {
    @Test(arguments: BrokenSnapshot.all)
    func `a broken snapshot is refused with place, reason and way out`(broken: BrokenSnapshot) {
        #expect(throws: SnapshotError.self) { try SnapshotReader().read(bytes: broken.bytes, name: "f.json") }
        #expect(message(broken.bytes) == broken.message)
    }

    @Test(arguments: BrokenSnapshot.all)
    func `the message does not depend on the chunks`(broken: BrokenSnapshot) {
        for chunkSizes in [[1], [2], [5], [17, 1]] {
            #expect(message(broken.bytes, chunkSizes) == broken.message)
        }
    }

    private func message(_ bytes: [UInt8], _ chunkSizes: [Int] = []) -> String? {
        do throws(SnapshotError) {
            _ = try SnapshotReader().read(bytes: bytes, name: "f.json", chunkSizes: chunkSizes)
            return nil
        } catch {
            return error.description
        }
    }
}
