import CVector
import PaydownTestSupport
import Testing

@testable import PaydownPython

@Suite("Bytes sixteen at a time")
struct VectorTests {
    @Test("masks are what plain loops make of the same bytes")
    func twins() {
        var random = SeededRandom(seed: 16)
        for round in 0..<20_000 {
            // Every other round is ASCII only, and every third mostly letters.
            let bytes = (0..<64).map { _ -> UInt8 in
                let byte = UInt8.random(in: 0...255, using: &random)
                return round % 3 == 0 ? byte % 26 + 97 : round % 2 == 0 ? byte & 0x7F : byte
            }
            bytes.withUnsafeBufferPointer { buffer in
                guard let text = buffer.baseAddress else { return }
                for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")] {
                    #expect(vector_quoted16(text, quote) == vector_quoted16_plain(text, quote))
                }
                #expect(vector_code64(text) == vector_code64_plain(text))
                let byte = text[round % 64]
                for fold in [0, 0x20] as [UInt8] {
                    #expect(vector_same16(text, byte | fold, fold) == vector_same16_plain(text, byte | fold, fold))
                }
            }
        }
    }

    @Test("every byte is told apart", arguments: UInt8.min...UInt8.max)
    func bytes(byte: UInt8) {
        let text = [UInt8](repeating: byte, count: 64)
        let ends = byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\") || byte <= 0x0D
        #expect(vector_quoted16(text, UInt8(ascii: "'")) == (ends ? 0xFFFF : 0))
        let means = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "'")
        #expect(vector_code64(text) == (means || 0x08...0x0F ~= byte ? .max : 0))
        #expect(vector_same16(text, UInt8(ascii: "m"), 0x20) == (byte == 0x4D || byte == 0x6D ? 0xFFFF : 0))
        #expect(vector_same16(text, UInt8(ascii: "m"), 0) == (byte == 0x6D ? 0xFFFF : 0))
    }
}
