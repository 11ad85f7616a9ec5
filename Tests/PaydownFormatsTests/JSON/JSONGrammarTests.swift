import Foundation
import PaydownFormats
import PaydownTestSupport
import Testing

@Suite struct JSONGrammarTests {
    @Test(arguments: JSONCase.all)
    func `what is JSON is read and what is not is refused, whatever the chunks`(sample: JSONCase) {
        let text = snapshotText(around: sample.bytes)

        for chunkSizes in [[], [1], [2], [3], [7], [16, 1]] {
            #expect((readingError(text, chunkSizes: chunkSizes) == nil) == sample.isValid)
        }
    }

    @Test(arguments: JSONCase.all)
    func `JSONSerialization agrees, but for what is known`(sample: JSONCase) {
        let text = snapshotText(around: sample.bytes)

        let isRead = (try? JSONSerialization.jsonObject(with: Data(text))) != nil

        #expect(isRead == (sample.foundation ?? sample.isValid))
    }

    @Test func `Python's json agrees, but for what is known`() throws {
        let verdicts = try Python.verdicts(on: JSONCase.all.map { snapshotText(around: $0.bytes) })

        for (sample, verdict) in zip(JSONCase.all, verdicts) {
            #expect(verdict == (sample.python ?? sample.isValid), "\(sample.name)")
        }
    }

    @Test(arguments: 0..<40)
    func `on text with random damage JSONSerialization agrees, but for commas at the end`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<50 {
            let text = snapshotText(around: Self.damaged(&random))

            let isRead = readingError(text) == nil

            let isReadByFoundation = (try? JSONSerialization.jsonObject(with: Data(text))) != nil
            let isCommaAtEnd = isReadByFoundation && Self.hasCommaAtEnd(text)
            #expect(isRead == (isReadByFoundation && !isCommaAtEnd), "\(String(decoding: text, as: UTF8.self))")
        }
    }

    @Test func `on text with random damage Python's json agrees`() throws {
        var random = SeededRandom(seed: 100)
        let texts = (0..<2000).map { _ in snapshotText(around: Self.damaged(&random)) }

        let verdicts = try Python.verdicts(on: texts)

        for (text, verdict) in zip(texts, verdicts) {
            #expect((readingError(text) == nil) == verdict, "\(String(decoding: text, as: UTF8.self))")
        }
    }

    private static func hasCommaAtEnd(_ text: [UInt8]) -> Bool {
        let packed = String(decoding: text.filter { ![0x20, 0x0A].contains($0) }, as: UTF8.self)
        return packed.contains(",]") || packed.contains(",}")
    }

    private static let pieces = [
        "[1,2,3]", #"{"a":"b"}"#, #""text with é and 😀""#, "-12.5e3", "true", "null", "[]", "{}", #""\u00e9\n""#, "0",
        #"[{"k":[null,false]},"x"]"#,
    ]
    private static let damage: [UInt8] =
        Array("[]{},:\"\\ \n0129.eE+-tfnu\u{7F}".utf8) + [0, 0x1F, 0x80, 0xC3, 0xE2, 0xFF]

    /// A few pieces in an array, and up to three bytes of them changed, left out or put in.
    private static func damaged(_ random: inout SeededRandom) -> [UInt8] {
        let inner = (0..<(1 + random.below(3))).map { _ in random.pick(pieces) }.joined(separator: ",")
        var bytes = Array("[\(inner)]".utf8)
        for _ in 0..<random.below(4) {
            let index = random.below(bytes.count)
            switch random.below(3) {
            case 0: bytes[index] = random.pick(damage)
            case 1: bytes.insert(random.pick(damage), at: index)
            default: bytes.remove(at: index)
            }
            if bytes.isEmpty { break }
        }
        return bytes
    }
}
