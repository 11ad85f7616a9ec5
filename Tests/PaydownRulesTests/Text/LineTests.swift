import PaydownPython
import PaydownTestSupport
import Testing

@testable import PaydownRules

/// Lines of text and of Python: fast ways beside plain ones.
struct LineTests {
    /// Whole statements, and what may stand between them.
    private static let pieces = [
        "x = 1\n", "f(a,\n  b)\n", "'''a\nb'''\n", "x = \\\n  1\n", "# c\n", "\n", "   \n", "if a: b; c\n",
        "\u{C}\ny\n",
        "class A:\n    def f(self):\n        return {\n1: 2}\n", "@d(1)\ndef g(): pass\n", "f'{a}' 'b'\n",
        "x = 1 # c\r\n", "async def h():\n\tawait x\n", "\"a\\\"b\"\n", "x = r'\\'[0]\\\n\n", "lambda: (\n# c\n1)\n",
        "f'''{a\n}'''\n", "for i in a:\n\n    # c\n    b\nelse:\n    pass\n", "x: int = [\n]; y = 2\n", "x\r",
        "del é\n",
        "f\"{x['a']}\"\n", "with a as b, c:\n  f'{{}}'\n",
    ]

    @Test(arguments: PythonVersion.allCases)
    func `logical lines of the scanner are those found without a grammar`(_ version: PythonVersion) {
        var random = SeededRandom(seed: UInt64(version.rawValue))
        var read = 0
        for _ in 0..<400 {
            let count = Int.random(in: 0...8, using: &random)
            var text = (0..<count).map { _ in Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)] }
                .joined()
            if Bool.random(using: &random), text.last?.isNewline == true { text.removeLast() }
            let facts = Self.facts(text, version)
            guard facts.problem == nil, facts.areLinesOfEveryPython else { continue }
            read += 1
            let lines = LogicalLines(facts.logicalLines.all)
            #expect(Self.lines(lines) == Self.plainLines(text), "\(text.debugDescription)")
        }
        #expect(read > 250)
    }

    @Test(arguments: ["x = f'{a['b']}'\n", "f'{\na}'\n", "f'{f'{a}'}'\n", "f'''{'''a'''}'''\n"])
    func `an f-string that only newer Pythons end there is told`(_ text: String) {
        let facts = Self.facts(text, .v3_13)

        #expect(facts.problem == nil)
        #expect(!facts.areLinesOfEveryPython)
    }

    @Test(arguments: ["x = f'{a[\"b\"]}'\n", "f'''{\na}'''\n", "f'a' 'b'\n", "f\"{{}}\\\"\"\n"])
    func `an f-string that every Python ends there is none of those`(_ text: String) {
        #expect(Self.facts(text, .v3_13).areLinesOfEveryPython)
    }

    @Test(arguments: 0..<40) func `lines end with each of the three ends`(_ seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let bytes = (0..<Int.random(in: 0...90, using: &random)).map { _ in
            Array("ab\n\r ".utf8)[Int.random(in: 0..<5, using: &random)]
        }
        bytes.withUnsafeBytes { raw in
            let source = SourceBytes(raw)
            var table = LineTable()
            table.read(SourceBytes(UnsafeRawBufferPointer(start: nil, count: 0)))
            table.read(source)

            var starts = [0]
            for index in bytes.indices where bytes[index] == 0x0A || bytes[index] == 0x0D {
                let isHalf = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
                if !isHalf { starts.append(index + 1) }
            }
            #expect(table.starts.map(Int.init) == starts)
            var text = SourceText()
            text.load(bytes)
            table.take(text.lines.offsets, of: source)
            #expect(table.starts.map(Int.init) == starts)
            for (line, start) in starts.enumerated() {
                let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
                let text = bytes[start..<end].prefix { $0 != 0x0A && $0 != 0x0D }
                #expect(Array(bytes[table.range(line + 1, in: source)]) == Array(text))
            }
        }
    }

    // MARK: Twins

    private static func facts(_ text: String, _ version: PythonVersion) -> FileFacts {
        var source = SourceText()
        var facts = FileFacts()
        source.load(Array(text.utf8), version: version)
        PythonScanner(version: version).scan(&source, into: &facts)
        return facts
    }

    private static func lines(_ lines: LogicalLines) -> [Range<Int>] {
        lines.indices.map { lines[$0] }
    }

    private static func plainLines(_ text: String) -> [Range<Int>] {
        Array(text.utf8).withUnsafeBytes { lines(LogicalLines(SourceBytes($0))) }
    }
}
