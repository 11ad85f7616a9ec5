import PaydownPython
import Testing

struct IdentityTests {
    private func hash(_ text: String) -> UInt64 {
        var source = SourceText()
        source.load(Array(text.utf8))
        return source.statementHash(ByteSpan(start: 0, end: UInt32(source.count)))
    }

    @Test func `a statement's hash ignores whitespace, comments and continuations`() {
        let plain = hash("from a import b, c")
        #expect(plain == hash("from   a import b,\\\n  c"))
        #expect(plain == hash("from a import b, c  # noqa"))
        #expect(hash("f(a, b)") == hash("f(  # why\n    a,\n    b)"))
    }

    @Test func `a statement's hash tells words and strings apart`() {
        #expect(hash("a b") != hash("ab"))
        #expect(hash("x = 'a b'") != hash("x = 'a  b'"))
        #expect(hash("x = '# a'") != hash("x = '# b'"))
        #expect(hash("f(a, b)") != hash("f(b, a)"))
    }

    @Test func `the hash is the one that is stored`() {
        #expect(hash("x") == 0x08F0_D807_B58D_20E5)
    }

    @Test func `context is the two nearest lines that are not blank, on each side`() {
        func context(_ text: String, of part: String) -> [UInt64] {
            let bytes = Array(text.utf8)
            let wanted = Array(part.utf8)
            let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
            var source = SourceText()
            source.load(bytes)
            let hashes = source.contextHashes(
                ByteSpan(start: UInt32(start), end: UInt32(start + wanted.count))
            )
            return [hashes.before.0, hashes.before.1, hashes.after.0, hashes.after.1]
        }
        let plain = context("a\nb\nX\nc\nd\n", of: "X")
        #expect(plain == context("z\na\r\n\r\n  b\r\nX # y\r\n\r\n\tc\r\nd", of: "X"))
        #expect(Set(plain).count == 4)
        #expect(context("X", of: "X") == [0, 0, 0, 0])
    }
}
