import PaydownCore
import PaydownTestSupport
import Testing

@Suite struct LineHashesTests {
    /// The plain way: eight of these digits, or nothing.
    private static func isUsual(_ text: String) -> Bool {
        text.isEmpty || text.utf8.count == 8 && text.allSatisfy { "0123456789abcdef".contains($0) }
    }

    private static func hashes(_ lines: [String]) -> LineHashes? {
        var hashes = LineHashes()
        for line in lines where !line.utf8.withContiguousStorageIfAvailable({ hashes.append($0) })! { return nil }
        return hashes
    }

    private static func texts(_ hashes: LineHashes) -> [String] {
        var texts: [String] = []
        hashes.forEachText { texts.append(String(decoding: $0, as: UTF8.self)) }
        return texts
    }

    @Test func `every byte in every place is taken when it is a digit or a small letter up to f, and else refused`() {
        for place in 0..<8 {
            for byte in UInt8(0)...127 {
                var bytes = Array("0af91b2e".utf8)
                bytes[place] = byte
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(Self.hashes([text]).map(Self.texts) == (Self.isUsual(text) ? [text] : nil), "byte \(byte)")
            }
        }
        for text in ["é23456", "1234567", "123456789", "0123é67"] { #expect(Self.hashes([text]) == nil) }
    }

    @Test func `four numbers are the lists of their texts, with nothing where there is none`() {
        for mask in UInt8(0)...15 {
            let values = SIMD4<UInt32>(0, 1, 0xDEAD_BEEF, .max)
            let lines = (0..<4).map { line in
                let digits = String(values[line], radix: 16)
                return mask >> UInt8(line) & 1 == 0 ? "" : String(repeating: "0", count: 8 - digits.count) + digits
            }
            #expect(LineHashes(values, mask: mask) == Self.hashes(lines))
        }
    }

    @Test func `lists of up to four lines come back as they were put in, whichever lines have none`() {
        var random = SeededRandom(seed: 11)
        var table = StringListTable()
        var kept: [(id: StringListID, lines: [String])] = []
        for _ in 0..<2000 {
            let lines = (0..<random.below(5)).map { _ in
                let digits = String(random.below(1 << 32), radix: 16)
                return random.pick(["", String(repeating: "0", count: 8 - digits.count) + digits, "ffffffff"])
            }
            let id = Self.hashes(lines).flatMap { table.append($0) }
            kept.append((id ?? StringListID(.max), lines))
        }
        table.seal()

        for (id, lines) in kept {
            #expect(lines.isEmpty ? id == .empty : table.hashes(id).map(Self.texts) == lines)
            #expect(lines.isEmpty || table.hashes(id)?.isBlank == lines.allSatisfy(\.isEmpty))
        }
    }

    @Test func `a fifth line is refused`() {
        #expect(Self.hashes(["", "", "", ""]) != nil)
        #expect(Self.hashes(["", "", "", "", ""]) == nil)
    }
}
