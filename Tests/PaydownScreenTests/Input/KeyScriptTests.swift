import PaydownScreen
import Testing

@Suite struct KeyScriptTests {
    @Test func `keys stand for themselves, names stand between angle brackets`() throws {
        #expect(
            try KeyScript.keys("2jj<enter>/ü <^d><lt><gt>>")
                == [
                    .character("2"), .character("j"), .character("j"), .enter, .character("/"), .character("ü"),
                    .character(" "), .control("d"), .character("<"), .character(">"), .character(">"),
                ])
        #expect(try KeyScript.keys("") == [])
    }

    @Test func `every key can be written in a script`() throws {
        for key in KeyTests.all where key != .character("<") && key != .character(">") {
            #expect(try KeyScript.keys("<\(key.name)>") == [key])
        }
    }

    @Test func `an unknown name and a missing bracket are told with their column`() {
        #expect(throws: KeyScript.ScriptError.unknownKey(name: "bogus", column: 3)) { try KeyScript.keys("ab<bogus>") }
        #expect(throws: KeyScript.ScriptError.unclosed(column: 2)) { try KeyScript.keys("a<enter") }
        #expect(throws: KeyScript.ScriptError.unknownKey(name: "", column: 1)) { try KeyScript.keys("<>") }
    }
}
