import Testing

@testable import PaydownCore

struct SHA256Tests {
    /// FIPS 180-2, appendix B, and the empty text of the NIST's test vectors.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ]) func `published vectors come out`(_ text: String, _ digest: String) {
        #expect(SHA256.hex(text) == digest)
    }

    @Test(.enabled(if: SHA256.canAccelerate)) func `the processor's instructions give what the plain loop gives`() {
        var fast = SHA256(isAccelerated: true)
        var plain = SHA256(isAccelerated: false)
        var byte: UInt8 = 1
        for count in 0..<300 {
            for _ in 0..<count {
                byte = byte &* 77 &+ 29
                fast.update(byte)
                plain.update(byte)
            }
            #expect(fast.finish() == plain.finish(), "\(count) bytes")
        }
    }

    @Test func `a hasher that was finished is new`() {
        var hasher = SHA256()
        hasher.update("something")
        _ = hasher.finish()
        hasher.update("abc")

        #expect(HexText.of(hasher.finish().0, digits: 16) == "ba7816bf8f01cfea")
    }

    @Test func `only as many digits come as are asked for`() {
        #expect(SHA256.hex("abc", digits: 10) == "ba7816bf8f")
        #expect(HexText.of(0xF0, digits: 4) == "00f0")
    }
}
