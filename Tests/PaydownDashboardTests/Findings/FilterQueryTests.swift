import PaydownTestSupport
import Testing

@testable import PaydownDashboard

/// What is typed into a filter, and what it means.
struct FilterQueryTests {
    @Test(arguments: [
        ("word", FilterQuery.Field.any, FilterQuery.Pattern.fuzzy("word"), false),
        ("!word", .any, .fuzzy("word"), true),
        ("\"two words\"", .any, .literal("two words"), false),
        ("/a.b/", .any, .regex("a.b"), false),
        ("path:app/", .path, .literal("app/"), false),
        ("!rule:singleton", .rule, .literal("singleton"), true),
        ("name:Manager", .name, .literal("Manager"), false),
        ("new:", .new, .everything, false),
        ("fixed:core", .fixed, .literal("core"), false),
        ("path:/ap.*y/", .path, .regex("ap.*y"), false),
        ("NAME:x", .name, .literal("x"), false),
        ("nothing:x", .any, .fuzzy("nothing:x"), false),
        ("\"a \\\" b\"", .any, .literal("a \" b"), false),
    ])
    func `a term is read`(text: String, field: FilterQuery.Field, pattern: FilterQuery.Pattern, isNegated: Bool) {
        let query = FilterQuery(text)
        #expect(query.terms.map(\.field) == [field])
        #expect(query.terms.map(\.pattern) == [pattern])
        #expect(query.terms.map(\.isNegated) == [isNegated])
        #expect(query.problem == nil)
    }

    @Test func `several terms all count`() {
        #expect(FilterQuery("  a  path:b !\"c d\" ").terms.count == 3)
    }

    @Test(arguments: ["", "   ", "path:", "!", "\"\"", "rule: name:"])
    func `what is not finished hides nothing`(text: String) {
        #expect(FilterQuery(text).isEmpty)
    }

    @Test(arguments: [
        ("/(/", "/(/ is no regular expression"), ("\"abc", "a \" or / is not closed"),
        ("age:ada", "age:ada is no age; write age:>30d, age:<2w, age:1y"),
    ])
    func `what cannot be understood is said`(text: String, problem: String) {
        #expect(FilterQuery(text).problem == problem)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `a fuzzy word matches where its letters lie close together, and nowhere else`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let alphabet = Array("aabbcCdD._é")
        for _ in 0..<400 {
            let word = String(
                (0..<Int.random(in: 0...5, using: &random)).map { _ in
                    alphabet.randomElement(using: &random) ?? "a"
                })
            let text = String(
                (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    alphabet.randomElement(using: &random) ?? "a"
                })
            #expect(FuzzyMatch(word).matches(text) == NaiveFilter.fuzzy(word, text), "\(word) in \(text)")
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `a byte is found at its first place, wherever the search begins`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<400 {
            // Bytes that differ in the bit that tells capitals from small letters, letters or not.
            let text = (0..<Int.random(in: 0...70, using: &random)).map { _ in
                [0x61, 0x41, 0x62, 0x5F, 0x7F, 0x00, 0xC3, 0xE3].randomElement(using: &random) ?? UInt8(0)
            }
            let byte = [0x61, 0x5F, 0x7F, 0xC3, 0x71].randomElement(using: &random) ?? UInt8(0)
            let start = Int.random(in: 0...text.count, using: &random)
            for ignoresCase in [false, true] {
                let place = text.withUnsafeBufferPointer {
                    SoughtByte(byte, ignoresCase: ignoresCase).place(in: $0, from: start)
                }
                #expect(
                    place == text[start...].firstIndex { $0 == byte || ignoresCase && byte == 0x61 && $0 == 0x41 })
            }
        }
    }

    @Test func `a word with capitals respects them`() {
        #expect(FuzzyMatch("manager").matches("WebSocketManager"))
        #expect(FuzzyMatch("Manager").matches("WebSocketManager"))
        #expect(!FuzzyMatch("Manager").matches("websocket_manager"))
    }
}
