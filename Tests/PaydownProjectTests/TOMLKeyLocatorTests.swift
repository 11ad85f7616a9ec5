import PaydownProject
import PaydownScreen
import PaydownTestSupport
import TOMLKit
import Testing

@Suite struct TOMLKeyLocatorTests {
    @Test func `tables, dotted keys, quoted keys, inline tables and arrays are found where they stand`() {
        let text = """
            # a comment with = and [brackets]
            plain = 1
              "quoted key" = 'a # no comment'
            dotted . "in part" = true
            inline = { a = 1, "b" = { c = [ 10,
              20 ] } }

            [table.sub]   # a header
            key = \"\"\"
            [not.a.header]
            key = "nor a key"\"\"\"\"
            after = 2
            [[list]]
            x = 1
            [[list]]
            x = 2
            [list.inner]
            y = 3
            """
        let places = TOMLKeyLocator(text).places

        func place(_ parts: TOMLPath.Part...) -> String {
            guard let place = places[TOMLPath(parts)] else { return "none" }
            return "\(place.key.line):\(place.key.column) \(place.value.line):\(place.value.column)"
        }

        #expect(place(.key("plain")) == "2:1 2:9")
        #expect(place(.key("quoted key")) == "3:3 3:18")
        #expect(place(.key("dotted")) == "4:1 4:1")
        #expect(place(.key("dotted"), .key("in part")) == "4:10 4:22")
        #expect(place(.key("inline")) == "5:1 5:10")
        #expect(place(.key("inline"), .key("a")) == "5:12 5:16")
        #expect(place(.key("inline"), .key("b"), .key("c")) == "5:27 5:31")
        #expect(place(.key("inline"), .key("b"), .key("c"), .index(0)) == "5:33 5:33")
        #expect(place(.key("inline"), .key("b"), .key("c"), .index(1)) == "6:3 6:3")
        #expect(place(.key("table")) == "8:2 8:2")
        #expect(place(.key("table"), .key("sub")) == "8:8 8:8")
        #expect(place(.key("table"), .key("sub"), .key("key")) == "9:1 9:7")
        #expect(place(.key("table"), .key("sub"), .key("after")) == "12:1 12:9")
        #expect(place(.key("list"), .index(0)) == "13:3 13:3")
        #expect(place(.key("list"), .index(0), .key("x")) == "14:1 14:5")
        #expect(place(.key("list"), .index(1), .key("x")) == "16:1 16:5")
        #expect(place(.key("list"), .index(1), .key("inner"), .key("y")) == "18:1 18:5")
        #expect(place(.key("nor a key")) == "none")
    }

    @Test(arguments: [
        (#""a\tb" = 1"#, "a\tb"), (#""\u00e9" = 1"#, "é"), (#""\U0001F600" = 1"#, "😀"), (#""q\"q" = 1"#, "q\"q"),
        (#"'back\slash' = 1"#, #"back\slash"#), (#""" = 1"#, ""), (#""a.b" = 1"#, "a.b"),
    ])
    func `a quoted key is the text it stands for`(text: String, key: String) {
        #expect(TOMLKeyLocator(text).places[TOMLPath([.key(key)])] != nil)
    }

    @Test func `columns count scalars, and a byte order mark is none`() {
        let text = "\u{FEFF}\"é😀\" = { x = 1 }\r\nnext = 2"
        let places = TOMLKeyLocator(text).places

        #expect(places[TOMLPath([.key("é😀")])]?.value == TextPosition(line: 1, column: 8))
        #expect(places[TOMLPath([.key("é😀"), .key("x")])]?.key == TextPosition(line: 1, column: 10))
        #expect(places[TOMLPath([.key("next")])]?.key == TextPosition(line: 2, column: 1))
    }

    @Test(arguments: 1...60)
    func `in a random document everything is found, and nothing else`(seed: UInt64) throws {
        let document = RandomTOML(seed: seed)

        let places = TOMLKeyLocator(document.text).places

        // TOMLKit must read it, or the generator is wrong.
        _ = try TOMLTable(string: document.text)
        #expect(Set(places.keys) == Set(document.places.keys), "\(document.text)")
        for (path, expected) in document.places {
            #expect(places[path] == expected, "\(path) in\n\(document.text)")
        }
    }

    @Test(arguments: 1...60)
    func `no text makes it trap or go on for ever`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let pieces = [
            "[", "]", "[[", "]]", "{", "}", "=", ",", ".", "\"", "'", "\"\"\"", "'''", "\\", "#", "\n", "\r\n", " ",
            "a",
            "é", "\t", "1", "\\u12", "\0", "a = ", "[a]\n", "x = [", "y = {",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...80, using: &random) {
            text += pieces.randomElement(using: &random) ?? ""
        }

        let lines = text.utf8.count { $0 == 0x0A } + 1
        for place in TOMLKeyLocator(text).places.values {
            #expect((1...lines).contains(place.key.line))
            #expect(place.key.column >= 1)
        }
    }

    @Test func `nesting deeper than any reader allows is not followed`() {
        let text = "a = " + String(repeating: "[", count: 100_000)

        #expect(TOMLKeyLocator(text).places.count < 1000)
    }
}
