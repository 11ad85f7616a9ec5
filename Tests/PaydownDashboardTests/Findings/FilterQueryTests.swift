import PaydownDashboard
import PaydownTestSupport
import Testing

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

    @Test func `a word with capitals respects them`() {
        #expect(FuzzyMatch("manager").matches("WebSocketManager"))
        #expect(FuzzyMatch("Manager").matches("WebSocketManager"))
        #expect(!FuzzyMatch("Manager").matches("websocket_manager"))
    }
}
