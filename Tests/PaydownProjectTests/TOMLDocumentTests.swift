import PaydownCore
import PaydownProject
import PaydownScreen
import Testing

@Suite struct TOMLDocumentTests {
    @Test func `values of every kind are read with their places`() throws {
        let text = """
            s = "text"
            i = 7
            f = 2.5
            b = true
            d = 2025-09-28
            t = 07:32:00
            [a]
            list = [1, "x"]
            """

        let root = try TOMLDocument.read(text, file: "x.toml")

        #expect(root["s"]?.value == .string("text"))
        #expect(root["i"]?.value == .integer(7))
        #expect(root["f"]?.value == .float(2.5))
        #expect(root["b"]?.value == .boolean(true))
        #expect(root["d"]?.value == Day("2025-09-28").map(TOMLNode.Value.day))
        #expect(root["t"]?.value == .time)
        let list = try #require(root["a"]?.table?["list"])
        #expect(list.keyPosition == TextPosition(line: 8, column: 1))
        #expect(list.position == TextPosition(line: 8, column: 8))
        #expect(list.array?.map(\.position.column) == [9, 12])
        #expect(list.array?.map(\.value) == [.integer(1), .string("x")])
    }

    /// Other tests parse meanwhile, but not half as much.
    @Test func `a text that was read before is not parsed again`() throws {
        let before = TOMLDocument.parsed
        var others = 0
        for _ in 0..<100_000 {
            let root = try TOMLDocument.read("# read again and again\na = [1, 2]\n", file: "x.toml")
            if root["a"]?.array?.count != 2 { others += 1 }
        }
        #expect(others == 0)
        #expect(TOMLDocument.parsed - before < 50_000)
    }

    @Test func `a text that changed is parsed, whatever was read under its name`() throws {
        for number in 0..<200 {
            let root = try TOMLDocument.read("a = \(number % 100)\n", file: "x.toml")
            #expect(root["a"]?.value == .integer(number % 100))
        }
    }

    @Test func `entries come in the order of the text`() throws {
        let root = try TOMLDocument.read("b = 1\na = 2\n[c]\n", file: "x.toml")

        #expect(root.inTextOrder.map(\.key) == ["b", "a", "c"])
    }

    @Test(arguments: [
        ("a = \n", "x.toml:1:5"), ("ok = 1\na = b\n", "x.toml:2:5"), ("a = 1\na = 2\n", "x.toml:2:5"),
        ("a = 1\nb = \"x\0y\"\n", "x.toml:2:7"), ("[a\n", "x.toml:1:3"),
    ])
    func `text that is not TOML is an error with its place`(text: String, place: String) {
        let error = #expect(throws: ConfigurationError.self) { try TOMLDocument.read(text, file: "x.toml") }

        let message = error?.description ?? ""
        #expect(message.hasPrefix(place + ": not valid TOML: "), "\(message)")
    }
}
