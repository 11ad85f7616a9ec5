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

    @Test("places where groups may begin are what a loop over the bytes finds, however many are looked at together")
    func groups() {
        var random = SeededRandom(seed: 67)
        for round in 0..<3000 {
            var sets = groups_sets()
            withUnsafeMutableBytes(of: &sets) { tables in
                for index in tables.indices { tables[index] = random.below(3) == 0 ? UInt8(random.below(256)) : 0xFF }
            }
            let bytes = (0..<400).map { _ in UInt8(random.below(256)) }
            let fold: UInt8 = round % 2 == 0 ? 0 : 0x20
            let last = Int64(random.below(bytes.count - 66))
            let forms = [
                (true, groups_next64_plain), (vector_avx2_is_there() != 0, groups_next64),
                (vector_avx512_is_there() != 0, groups_next64_widest),
            ]
            let found = forms.filter(\.0).map { form in
                var index: Int64 = 0
                var places: [Int64] = []
                while true {
                    var block = form.1(bytes, &index, last, &sets, fold)
                    if block == 0 { break }
                    while block != 0 {
                        places.append(index + Int64(block.trailingZeroBitCount))
                        block &= block - 1
                    }
                    index += 64
                }
                return places + [index]
            }
            #expect(found.allSatisfy { $0 == found[0] })
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
