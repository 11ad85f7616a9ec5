import PaydownTestSupport
import Testing

@testable import PaydownScan

struct WildcardTwinTests {
    @Test(arguments: [true, false])
    func `matching that never goes far back finds what trying everything finds`(isPath: Bool) {
        var random = SeededRandom(seed: 7)
        for _ in 0..<20_000 {
            let pattern = Self.text(Array("ab*?/*[".utf8), &random)
            let text = Self.text(Array("aab/b".utf8), &random)
            guard let wildcard = WildcardPattern(pattern[...], isPath: isPath) else { continue }
            let expected = NaiveWildcard.matches(pattern[...], text[...], isPath: isPath, whole: pattern)
            #expect(
                wildcard.matches(text, from: 0) == expected,
                "\(String(decoding: pattern, as: UTF8.self)) \(String(decoding: text, as: UTF8.self))")
        }
    }

    @Test func `a pattern of many stars costs no more than its length times the name's`() throws {
        let pattern = Array((String(repeating: "*a", count: 60) + "*b").utf8)
        let wildcard = try #require(WildcardPattern(pattern[...], isPath: false))

        #expect(!wildcard.matches(Array(repeating: UInt8(ascii: "a"), count: 2000), from: 0))
    }

    private static func text(_ alphabet: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var text: [UInt8] = []
        for _ in 0..<Int.random(in: 1...9, using: &random) {
            var next = alphabet.randomElement(using: &random) ?? 0x61
            if next == UInt8(ascii: "[") {
                text += Array("[ab]".utf8)
                continue
            }
            // A path has no empty parts.
            if next == UInt8(ascii: "/"), text.last ?? next == next { next = UInt8(ascii: "a") }
            text.append(next)
        }
        return text.last == UInt8(ascii: "/") ? text + [UInt8(ascii: "b")] : text
    }
}

/// The rules of gitignore(5) by trying every length for every star; knows the one bracket that the test makes.
private enum NaiveWildcard {
    static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>, isPath: Bool, whole: [UInt8]) -> Bool {
        let slash = UInt8(ascii: "/")
        guard let first = pattern.first else { return text.isEmpty }
        if first == UInt8(ascii: "*") {
            let rest = pattern.drop { $0 == first }
            let isWhole = pattern.startIndex == 0 || whole[pattern.startIndex - 1] == slash
            let isDeep =
                isPath && rest.startIndex - pattern.startIndex > 1 && isWhole && (rest.isEmpty || rest.first == slash)
            if isDeep, !rest.isEmpty, matches(rest.dropFirst(), text, isPath: isPath, whole: whole) { return true }
            for end in text.startIndex...text.endIndex {
                if isPath, !isDeep, text[text.startIndex..<end].contains(slash) { return false }
                if matches(rest, text[end...], isPath: isPath, whole: whole) { return true }
            }
            return false
        }
        guard let byte = text.first else { return false }
        let isSlash = isPath && byte == slash
        if first == UInt8(ascii: "[") {
            guard byte == UInt8(ascii: "a") || byte == UInt8(ascii: "b") else { return false }
            return matches(pattern.dropFirst(4), text.dropFirst(), isPath: isPath, whole: whole)
        }
        guard first == byte || first == UInt8(ascii: "?") && !isSlash else { return false }
        return matches(pattern.dropFirst(), text.dropFirst(), isPath: isPath, whole: whole)
    }
}
