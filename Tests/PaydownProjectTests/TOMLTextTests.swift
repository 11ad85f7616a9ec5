import PaydownProject
import PaydownRules
import PaydownTestSupport
import Testing

/// TOML that is written reads back as what it was.
struct TOMLTextTests {
    @Test(arguments: 0..<200) func `any settings read back as the same values`(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        var text = TOMLText()
        var settings: [String: Setting.Value] = [:]
        for number in 0..<6 {
            let key = Self.word(&random) + "\(number)"
            settings[key] = Self.value(depth: 0, &random)
            text.comment(Self.word(&random) + "\n" + Self.word(&random))
            text.set(key, settings[key] ?? .boolean(false))
        }

        let read = try TOMLDocument.read(text.text, file: "f")

        #expect(read.mapValues { Setting($0).canonicalText } == settings.mapValues { Setting($0).canonicalText })
    }

    @Test func `a long list has an item a line, and a comment keeps to the width`() {
        var text = TOMLText()
        text.comment(String(repeating: "word ", count: 60))
        text.set("short", ["a", "b"])
        text.set("long", (0..<30).map { "item number \($0)" })

        #expect(text.lines.allSatisfy { $0.count <= TOMLText.width })
        #expect(text.lines.contains("short = [\"a\", \"b\"]"))
        #expect(text.lines.contains("    \"item number 29\","))
    }

    @Test func `a comment cannot end its line`() {
        var text = TOMLText()
        text.remark("a\r\u{2028}rule = 1\u{1B}[2J")

        #expect(text.lines == ["# a??rule = 1?[2J"])
    }

    private static func word(_ random: inout SeededRandom) -> String {
        let letters: [Character] = [
            "a", "Z", "9", "-", "_", " ", ".", "\"", "'", "\\", "\n", "\t", "\u{7F}", "ü", "→", "#", "=",
        ]
        return String(
            (0..<Int.random(in: 0...8, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
    }

    private static func value(depth: Int, _ random: inout SeededRandom) -> Setting.Value {
        switch Int.random(in: 0...(depth < 2 ? 6 : 3), using: &random) {
        case 0: .string(word(&random))
        case 1: .integer(Int.random(in: -1000...1000, using: &random))
        case 2: .boolean(Bool.random(using: &random))
        case 3: .number(Double(Int.random(in: -99...99, using: &random)) + 0.25)
        case 4, 5:
            .list(
                (0..<Int.random(in: 0...5, using: &random)).map { _ in Setting(value(depth: depth + 1, &random)) })
        default:
            .table(
                Dictionary(
                    uniqueKeysWithValues: (0..<Int.random(in: 1...3, using: &random)).map {
                        (word(&random) + "\($0)", Setting(value(depth: depth + 1, &random)))
                    }))
        }
    }
}
