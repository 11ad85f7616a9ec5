import PaydownPython
import Testing

struct EncodingTests {
    private func scanned(_ head: String, _ bytes: [UInt8]) -> ScannedPython {
        ScannedPython(bytes: Array(head.utf8) + bytes)
    }

    @Test func `a declared encoding decodes names and strings`() {
        let latin = scanned("# -*- coding: latin-1 -*-\n", [0xE9] + Array("()\n".utf8))
        #expect(latin.calls == ["é"])
        let cyrillic = scanned("#!/usr/bin/python\n# vim: set fileencoding=koi8-r :\n", [0xC1] + Array("()\n".utf8))
        #expect(cyrillic.calls == ["а"])
    }

    @Test func `East Asian encodings keep strings and lines right`() {
        // The second byte of this character is a backslash.
        let scanned = scanned("# coding: shift_jis\nx = '", [0x83, 0x5C] + Array("'\nf()\n".utf8))
        #expect(scanned.facts.problem == nil)
        #expect(scanned.position(scanned.facts.calls[0].site).line == 3)
    }

    @Test func `UTF-8 by any of its names is UTF-8`() {
        for name in ["utf-8", "UTF_8", "utf8", "U8", "utf-8-sig", "utf"] {
            #expect(scanned("# coding: \(name)\n", Array("é()\n".utf8)).calls == ["é"])
        }
    }

    @Test func `unknown encodings and bytes that an encoding lacks are refused`() {
        #expect(scanned("# coding: klingon\n", []).reason == .unknownEncoding)
        #expect(scanned("# coding: ascii\n", [0xE9, 0x0A]).reason == .undecodable)
        #expect(scanned("# coding: cp1252\n", [0x81, 0x0A]).reason == .undecodable)
        #expect(
            ScannedPython(bytes: [0xEF, 0xBB, 0xBF] + Array("# coding: latin-1\n".utf8)).reason == .encodingConflict)
    }

    @Test func `only a comment in the first two lines declares an encoding`() {
        #expect(scanned("x = 1 # coding: klingon\n", []).facts.problem == nil)
        #expect(scanned("\n\n# coding: klingon\n", []).facts.problem == nil)
        #expect(scanned("x\n# coding: klingon\n", []).facts.problem == nil)
        #expect(scanned("\n# coding: klingon\n", []).reason == .unknownEncoding)
    }

    @Test func `malformed UTF-8 is refused in strings and names, not in comments`() {
        #expect(scanned("x = '", [0xFF, 0x27, 0x0A]).reason == .notUTF8)
        #expect(scanned("x", [0xE9, 0x0A]).reason == .notUTF8)
        #expect(scanned("x = 1 # ", [0xFF, 0x0A]).facts.problem == nil)
    }

    @Test func `a null byte is refused wherever it stands`() {
        #expect(
            scanned("x = 1\n# ", [0, 0x0A]).facts.problem
                == SyntaxProblem(position: Position(line: 2, column: 3), reason: .nullByte))
    }
}
