import PaydownPython
import Testing

struct TextRegionsTests {
    /// `c`, `s` or `#` for each byte: code, string, comment.
    private func kinds(_ text: String, version: PythonVersion = .newest) -> String {
        var source = SourceText()
        source.load(Array(text.utf8))
        let regions = TextRegions(source, version: version)
        return String(
            (0..<UInt32(text.utf8.count)).map { offset -> Character in
                switch regions.kind(at: offset) {
                case .code: "c"
                case .string: "s"
                case .comment: "#"
                }
            }
        )
    }

    @Test(arguments: [
        ("x='a'#b", "ccsss##"), ("x=\"\"\"a'#\"\"\"y", "ccsssssssssc"), ("'a\\'b'c", "ssssssc"),
        ("'#'#'", "sss##"), ("x='a\ny", "ccsscc"), ("'''a", "ssss"), ("f'{a['b']}'c", "cssssssssssc"),
        ("#'\n'#'", "##csss"),
    ])
    func `strings and comments are told from code`(_ text: String, _ expected: String) {
        #expect(kinds(text) == expected)
    }

    @Test func `before Python 3.12 the first equal quote ends an f-string`() {
        #expect(kinds("f'{a['b']}'c", version: .v3_11) == "cssssscssssc")
    }

    @Test func `each token that the scanner reads as a string lies in one`() {
        let text = "x = 'a' \"b\" # 'c'\ny = f'{z!r:>{w}}' '''d\n'''\n"
        let expected = "ccccssscsssc#####c" + "ccccc" + "ssssssssssss" + "c" + "ssssssss" + "c"
        #expect(kinds(text) == expected)
    }
}
