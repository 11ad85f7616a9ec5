/// Finds many literals in one text, in one or two passes over it.
///
/// A performance file: an automaton that looks at every byte cost three quarters of what reading all facts did. Here
/// only every n-th place is looked at, where n is the length of the shortest pattern less three: any occurrence covers
/// one such place whole, with four of its bytes. These four, in lower case, are hashed into a bit set; a hit is
/// then compared in full. Patterns are therefore searched in two sets, the long with their own stride, so that a
/// short pattern does not slow the long ones down. Patterns of less than four bytes are looked for one by one.
package struct TextMatcher: Sendable {
    private let patterns: [TextPattern]
    private let short: [Literal]
    private let sets: [GramSet]
    private let ignoresCaseSomewhere: Bool

    package init(_ patterns: [TextPattern]) {
        self.patterns = patterns
        let literals = patterns.enumerated().map { Literal($0.element, index: $0.offset) }.filter { !$0.bytes.isEmpty }
        short = literals.filter { $0.bytes.count < 4 }
        let medium = literals.filter { $0.bytes.count >= 4 && $0.bytes.count < 8 }
        let long = literals.filter { $0.bytes.count >= 8 }
        sets = [medium, long].filter { !$0.isEmpty }.map(GramSet.init)
        ignoresCaseSomewhere = patterns.contains { $0.ignoresCase }
    }

    /// Every occurrence of every pattern, overlapping ones included, in the order of the text.
    package func matches(in source: borrowing SourceText) -> [TextMatch] {
        var hits: [(pattern: Int, start: Int, end: Int)] = []
        search(source) { pattern, start, end in
            hits.append((pattern, start, end))
            return true
        }
        hits.sort { ($0.start, $0.pattern) < ($1.start, $1.pattern) }
        var lines = source.cursor()
        return hits.map { hit in
            TextMatch(
                pattern: hit.pattern, span: ByteSpan(start: UInt32(hit.start), end: UInt32(hit.end)),
                position: lines.position(of: source.base + hit.start)
            )
        }
    }

    /// For each pattern, whether it occurs; stops once all were found.
    package func occurrences(in source: borrowing SourceText) -> [Bool] {
        var found = patterns.map { $0.text.isEmpty }
        var missing = found.filter { !$0 }.count
        if missing == 0 { return found }
        search(source) { pattern, _, _ in
            if !found[pattern] {
                found[pattern] = true
                missing -= 1
            }
            return missing > 0
        }
        return found
    }

    /// Calls `body` with each occurrence until it returns false.
    private func search(_ source: borrowing SourceText, _ body: (Int, Int, Int) -> Bool) {
        source.withBytes { bytes in
            guard ignoresCaseSomewhere, !source.isASCII, let folded = FoldedText(bytes) else {
                _ = search(bytes, body)
                return
            }
            folded.bytes.withUnsafeBytes { text in
                _ = search(text) { pattern, start, end in
                    guard patterns[pattern].ignoresCase else { return true }
                    return body(pattern, folded.original(start), folded.original(end))
                }
            }
            _ = search(bytes) { pattern, start, end in
                patterns[pattern].ignoresCase || body(pattern, start, end)
            }
        }
    }

    private func search(_ text: UnsafeRawBufferPointer, _ body: (Int, Int, Int) -> Bool) -> Bool {
        for set in sets where !set.search(text, body) { return false }
        for literal in short {
            var index = 0
            while index + literal.bytes.count <= text.count {
                if literal.matches(text, at: index),
                    !body(literal.index, index, index + literal.bytes.count)
                {
                    return false
                }
                index += 1
            }
        }
        return true
    }
}

/// A pattern as bytes; in lower case when case does not matter.
private struct Literal: Sendable {
    let index: Int
    let bytes: [UInt8]
    let ignoresCase: Bool

    init(_ pattern: TextPattern, index: Int) {
        self.index = index
        ignoresCase = pattern.ignoresCase
        bytes = pattern.ignoresCase ? pattern.text.utf8.map(lowered) : Array(pattern.text.utf8)
    }

    func matches(_ text: UnsafeRawBufferPointer, at start: Int) -> Bool {
        guard start >= 0, start + bytes.count <= text.count else { return false }
        for offset in 0..<bytes.count {
            let byte = text[start + offset]
            if (ignoresCase ? lowered(byte) : byte) != bytes[offset] { return false }
        }
        return true
    }
}

/// Literals of at least four bytes, found by four bytes at every `stride`-th place.
private struct GramSet: Sendable {
    private struct Entry: Sendable {
        var literal: Int
        /// Where in the literal the four bytes stand.
        var offset: Int
    }

    private let literals: [Literal]
    private let stride: Int
    /// One bit for each hash.
    private var filter = [UInt64](repeating: 0, count: 1024)
    private var entries: [UInt16: [Entry]] = [:]

    init(_ literals: [Literal]) {
        self.literals = literals
        stride = (literals.map(\.bytes.count).min() ?? 4) - 3
        for (number, literal) in literals.enumerated() {
            for offset in 0..<stride {
                let word = literal.bytes[offset..<offset + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                let hash = Self.hash(word)
                filter[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
                entries[hash, default: []].append(Entry(literal: number, offset: offset))
            }
        }
    }

    @inline(__always)
    private static func hash(_ word: UInt32) -> UInt16 {
        UInt16(truncatingIfNeeded: ((word | 0x2020_2020) &* 0x9E37_79B1) >> 16)
    }

    /// False when `body` asked to stop.
    func search(_ text: UnsafeRawBufferPointer, _ body: (Int, Int, Int) -> Bool) -> Bool {
        filter.withUnsafeBufferPointer { filter in
            var index = 0
            let last = text.count - 4
            while index <= last {
                let word = text.loadUnaligned(fromByteOffset: index, as: UInt32.self).littleEndian
                let hash = Self.hash(word)
                if filter[Int(hash >> 6)] & (1 << UInt64(hash & 63)) != 0 {
                    for entry in entries[hash] ?? [] {
                        let literal = literals[entry.literal]
                        let start = index - entry.offset
                        if literal.matches(text, at: start),
                            !body(literal.index, start, start + literal.bytes.count)
                        {
                            return false
                        }
                    }
                }
                index += stride
            }
            return true
        }
    }
}

/// A text in which the two characters that become ASCII letters in lower case have done so.
private struct FoldedText {
    private(set) var bytes: [UInt8] = []
    /// Places in `bytes`, each with how much further on the same place of the original is.
    private var shifts: [(start: Int, shift: Int)] = []

    /// nil when the text has neither.
    init?(_ text: UnsafeRawBufferPointer) {
        var index = 0
        while index < text.count {
            if text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x84, text[index + 2] == 0xAA {
                bytes.append(UInt8(ascii: "k"))
                index += 3
                shifts.append((bytes.count, index - bytes.count))
            } else if text[index] == 0xC4, index + 1 < text.count, text[index + 1] == 0xB0 {
                bytes.append(contentsOf: [UInt8(ascii: "i"), 0xCC, 0x87])
                index += 2
                shifts.append((bytes.count, index - bytes.count))
            } else {
                bytes.append(text[index])
                index += 1
            }
        }
        if shifts.isEmpty { return nil }
    }

    func original(_ place: Int) -> Int {
        var low = 0
        var high = shifts.count
        while low < high {
            let middle = (low + high) / 2
            if shifts[middle].start <= place { low = middle + 1 } else { high = middle }
        }
        return place + (low == 0 ? 0 : shifts[low - 1].shift)
    }
}

@inline(__always)
private func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}
