import Foundation
import PaydownCore
import PaydownTestSupport
import Testing

@Suite struct JSONStringTests {
    /// Scalar by scalar.
    private static func naive(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\u{8}": json += "\\b"
            case "\t": json += "\\t"
            case "\n": json += "\\n"
            case "\u{C}": json += "\\f"
            case "\r": json += "\\r"
            case "\u{0}"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }

    @Test func `every scalar that matters is escaped at every place, and no other is`() {
        let beyond: [Unicode.Scalar] = ["\u{2027}", "\u{2028}", "\u{2029}", "\u{202A}", "😀"]
        let scalars = (0...0xFF).compactMap { Unicode.Scalar($0) } + beyond
        for scalar in scalars {
            for before in 0...9 {
                let behind = String(repeating: "y", count: 9 - before)
                let text = String(repeating: "x", count: before) + String(scalar) + behind
                #expect(JSONString.quoted(text) == Self.naive(text), "\(scalar.value) at \(before)")
            }
        }
    }

    @Test func `texts of all kinds are read back by another reader as they were`() throws {
        var random = SeededRandom(seed: 8)
        let letters = ["a", "bcdefgh", "\"", "\\", "\n", "\u{0}", "\u{7F}", "ä", "\u{2028}", "😀", "\u{2029}", " "]
        for _ in 0..<2000 {
            let text = (0..<random.below(30)).map { _ in random.pick(letters) }.joined()
            let json = JSONString.quoted(text)
            #expect(json == Self.naive(text))
            let read = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
            #expect(read as? String == text)
        }
    }

    @Test func `what is all escaped still has room`() {
        for count in 0...40 {
            let text = String(repeating: "\u{1}", count: count)
            #expect(JSONString.quoted(text).utf8.count == JSONString.room(for: count))
        }
    }
}
