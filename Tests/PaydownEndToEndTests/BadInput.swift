import PaydownTestSupport
import Testing

/// A snapshot file that cannot be used, and what is to be said of it.
struct BadInput: Sendable, CustomTestStringConvertible {
    let name: String
    let text: [UInt8]
    /// Line and column, where the fault has a place in the file.
    let place: String
    /// What is wrong.
    let reason: String
    /// What to do about it.
    let wayOut: String

    var testDescription: String { name }

    init(_ name: String, _ text: [UInt8], _ place: String, _ reason: String, _ wayOut: String) {
        self.name = name
        self.text = text
        self.place = place
        self.reason = reason
        self.wayOut = wayOut
    }

    /// A good snapshot of two days, one after the other.
    static func good(day: Int = 1, findings: String = finding, more: String = "") -> String {
        """
        {
        "format": "paydown-snapshot",
        "version": 1,
        "project": {"name": "shop"},
        "takenAt": "2025-11-0\(day)T08:00:00+01:00",\(more)
        "checks": [{"id": "imports", "title": "Imports"}],
        "rules": [{"id": "r", "check": "imports", "title": "R"}],
        "findings": [\(findings)]
        }

        """
    }

    static let finding = #"{"rule": "r", "path": "a.py", "symbol": "s", "line": 3}"#

    private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// The newer of two, broken in one place.
    private static func newer(_ old: String, _ new: String) -> [UInt8] {
        bytes(good(day: 2).replacing(old, with: new))
    }

    static let all = [
        BadInput("empty", [], "", "is empty", "make it again"),
        BadInput(
            "truncated", Array(bytes(good(day: 2)).dropLast(60)), ":8:", "the file ends inside",
            "make the snapshot again"),
        BadInput(
            "half written", Array(bytes(good(day: 2)).prefix(40)), ":3:", "still being written", "wait for its writer"),
        BadInput("not JSON", bytes("hello\n"), ":1:1:", "found 'h'", "mend this place"),
        BadInput("another JSON", bytes("[]\n"), ":1:1:", "not a paydown snapshot", "paydown import FILE"),
        BadInput(
            "a version of the future", newer("\"version\": 1", "\"version\": 9"), ":3:12:", "version 9 of the format",
            "update paydown"),
        BadInput(
            "a wrong type", newer("\"symbol\": \"s\"", "\"symbol\": 5"), ":8:", "is the number 5, expected text",
            "mend it"),
        BadInput(
            "ten levels too deep",
            bytes(
                good(
                    day: 2,
                    more: "\n\"x\": " + String(repeating: "[", count: 73) + String(repeating: "]", count: 73) + ",")),
            ":6:", "nested more than 64 levels deep", "flatten the value"),
        BadInput(
            "a number out of range", newer("\"line\": 3", "\"line\": 99999999999999999999"), ":8:",
            "expected a whole number from 0 to 4294967295", "mend it"),
        BadInput(
            "invalid UTF-8",
            Array(bytes(good(day: 2)).map { $0 == UInt8(ascii: "h") ? 0xFF : $0 }), ":", "is not valid UTF-8",
            "iconv -t UTF-8"),
        BadInput(
            "a key twice", newer("\"version\": 1", "\"version\": 1, \"version\": 1"), ":3:15:", "a second time",
            "remove one of the two"),
    ]
}
