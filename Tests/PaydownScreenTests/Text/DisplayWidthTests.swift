import CNcurses
import PaydownScreen
import Testing

@Suite struct DisplayWidthTests {
    @Test func `every scalar is as wide as the C library has it`() throws {
        let previous = uselocale(try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)))
        defer { freelocale(uselocale(previous)) }
        var different: [String] = []
        for value in UInt32(0x20)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let (ours, theirs) = (DisplayWidth.of(scalar), Int(wcwidth(wchar_t(bitPattern: value))))
            if ours != theirs { different.append("U+\(String(value, radix: 16)) \(ours) \(theirs)") }
        }
        #expect(different == [], "run Tests/PaydownScreenTests/Scripts/display-width-table.py and read what changed")
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("漢", 2), ("e\u{301}", 1), ("🔥", 2), ("⣿█▁●—·", 6), ("\u{1B}", 1),
        ("\u{301}", 1),
    ])
    func `a text is as wide as the cells it takes`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }
}
