import CVector

/// Finds all occurrences of many words in a text at once.
///
/// A performance file. Words are divided by length, and for each division a table says which groups of up to four
/// bytes occur in a stretch of a word. As every occurrence of a word of *n* bytes covers *n* - 3 such groups,
/// looking at every (*n* - 3)th place is enough, where *n* is the shortest word's length: three bytes a step for words
/// of six. Longer words have a choice of stretches, and the one whose groups are rarest in texts is taken. Four places are
/// looked at before the processor has to decide anything. What the table lets through is compared byte by byte. An
/// automaton that looks at every byte took ten times as long. Where the processor has registers for it, 64 places are
/// looked at together, and one group of each word is enough (see `GroupSets`).
struct LiteralSearch: Sendable {
    /// By word: where it stands, ascending. Kept from file to file for its memory.
    struct Hits {
        fileprivate(set) var offsets: [[UInt32]] = []
        fileprivate var touched: [Int] = []

        subscript(word: Int) -> [UInt32] { offsets[word] }

        func has(_ word: Int) -> Bool { !offsets[word].isEmpty }

        fileprivate mutating func reset(_ count: Int) {
            if offsets.count != count { offsets = [[UInt32]](repeating: [], count: count) }
            for word in touched { offsets[word].removeAll(keepingCapacity: true) }
            touched.removeAll(keepingCapacity: true)
        }

        fileprivate mutating func add(_ word: Int, _ offset: Int) {
            if offsets[word].isEmpty { touched.append(word) }
            offsets[word].append(UInt32(truncatingIfNeeded: offset))
        }
    }

    let words: [[UInt8]]
    private let divisions: [Division]

    /// - Parameter ignoresCase: whether `A` to `Z` in the text count as `a` to `z`; the words are in lower case then.
    init(_ words: [[UInt8]], ignoresCase: Bool = false) {
        self.init(words, ignoresCase: ignoresCase, isAccelerated: GroupSets.areThere)
    }

    /// For tests, which compare both ways.
    init(_ words: [[UInt8]], ignoresCase: Bool, isAccelerated: Bool) {
        self.words = words
        // Shorter words would slow the others down.
        let bounds = isAccelerated ? [1..<2, 2..<4, 4..<Int.max] : [1..<2, 2..<4, 4..<6, 6..<Int.max]
        divisions = bounds.compactMap { bound in
            let members = words.indices.filter { bound.contains(words[$0].count) }
            guard !members.isEmpty else { return nil }
            return Division(members, of: words, ignoresCase: ignoresCase, isAccelerated: isAccelerated)
        }
    }

    func find(in source: SourceBytes, into hits: inout Hits) {
        hits.reset(words.count)
        for division in divisions { division.find(in: source, words: words, into: &hits) }
    }

    /// Words that are looked for with one step.
    private struct Division: Sendable {
        private static let hashBits: UInt32 = 13
        private static let hashCount = 1 << Int(hashBits)

        /// How many bytes a group has: 1, 2 or 4.
        private let width: Int
        private let step: Int
        private let ignoresCase: Bool
        /// What is added to each group, so that a letter's case does not show: bit 5 of every byte, or nothing.
        private let fold: UInt32
        /// By hash: 1 when a group with this hash occurs in a word. Bytes, for they are looked up faster than bits.
        private var isPossible = [UInt8](repeating: 0, count: hashCount)
        /// By hash, where its entries begin; one more than there are hashes.
        private var firstEntry = [UInt16](repeating: 0, count: hashCount + 1)
        private var entries: [Entry] = []
        /// The groups of all words, to look at 64 places together.
        private let sets: GroupSets?

        private struct Entry {
            var word: Int
            /// Of the group within the word.
            var offset: Int
        }

        init(_ members: [Int], of words: [[UInt8]], ignoresCase: Bool, isAccelerated: Bool) {
            let shortest = members.map { words[$0].count }.min() ?? 1
            width = shortest >= 4 ? 4 : shortest >= 2 ? 2 : 1
            let usesSets = isAccelerated && width == 4
            step = usesSets ? 1 : shortest - width + 1
            self.ignoresCase = ignoresCase
            fold = ignoresCase ? 0x2020_2020 : 0
            var byHash: [Int: [Entry]] = [:]
            var groups: [UInt32] = []
            for member in members {
                let first = Self.rarestStretch(of: words[member], width: width, count: step)
                for offset in first..<(first + step) {
                    let group = words[member][offset..<(offset + width)].reversed().reduce(UInt32(0)) {
                        $0 << 8 | UInt32($1)
                    }
                    byHash[Self.hash(group | fold), default: []].append(Entry(word: member, offset: offset))
                    groups.append(group | fold)
                }
            }
            for hash in 0..<Self.hashCount {
                firstEntry[hash] = UInt16(entries.count)
                guard let here = byHash[hash] else { continue }
                isPossible[hash] = 1
                entries += here
            }
            precondition(entries.count <= Int(UInt16.max), "more text patterns than one search can hold")
            firstEntry[Self.hashCount] = UInt16(entries.count)
            sets = usesSets ? GroupSets(groups, fold: UInt8(truncatingIfNeeded: fold)) : nil
        }

        /// Where so many groups begin one after the other that occur least often.
        private static func rarestStretch(of word: [UInt8], width: Int, count: Int) -> Int {
            func commonness(_ offset: Int) -> Int {
                1 << word[offset..<(offset + width)].reduce(0) { $0 + Self.commonness(of: $1) }
            }
            func commonness(from first: Int) -> Int {
                (first..<(first + count)).reduce(0) { $0 + commonness($1) }
            }
            let choices = 0...(word.count - width - count + 1)
            return choices.min { commonness(from: $0) < commonness(from: $1) } ?? 0
        }

        /// How often a byte occurs in source text, as a power of two: by the letters of English, and what is common in
        /// Python beside them.
        private static func commonness(of byte: UInt8) -> Int {
            if " etaoinsr".utf8.contains(byte | 0x20) { return 3 }
            if "lcdmpuf".utf8.contains(byte) || byte == UInt8(ascii: "_") { return 2 }
            return "ghbyvkw.,()=".utf8.contains(byte) ? 1 : 0
        }

        func find(in source: SourceBytes, words: [[UInt8]], into hits: inout Hits) {
            isPossible.withUnsafeBufferPointer { table in
                var index = 0
                let last = source.count - width
                if let sets {
                    sets.find(in: source, from: &index) { index in
                        let hash = Self.hash(source.quad(index) | fold)
                        if table[hash] != 0 { compare(hash, at: index, in: source, words: words, into: &hits) }
                    }
                } else if width == 4 {
                    findFours(table, &index, in: source, words: words, into: &hits)
                }
                while index <= last {
                    let hash = Self.hash(group(source, index) | fold)
                    if table[hash] != 0 { compare(hash, at: index, in: source, words: words, into: &hits) }
                    index += step
                }
            }
        }

        /// Four groups of four bytes at a time, as far as there are so many.
        private func findFours(
            _ table: UnsafeBufferPointer<UInt8>, _ index: inout Int, in source: SourceBytes, words: [[UInt8]],
            into hits: inout Hits
        ) {
            let (step, fold) = (step, fold)
            let last = source.count - 4 - step * 3
            while index <= last {
                let first = Self.hash(source.quad(index) | fold)
                let second = Self.hash(source.quad(index &+ step) | fold)
                let third = Self.hash(source.quad(index &+ step &* 2) | fold)
                let fourth = Self.hash(source.quad(index &+ step &* 3) | fold)
                if table[first] | table[second] | table[third] | table[fourth] != 0 {
                    if table[first] != 0 { compare(first, at: index, in: source, words: words, into: &hits) }
                    if table[second] != 0 { compare(second, at: index + step, in: source, words: words, into: &hits) }
                    if table[third] != 0 { compare(third, at: index + step * 2, in: source, words: words, into: &hits) }
                    if table[fourth] != 0 {
                        compare(fourth, at: index + step * 3, in: source, words: words, into: &hits)
                    }
                }
                index &+= step &* 4
            }
        }

        @inline(__always)
        private func group(_ source: SourceBytes, _ index: Int) -> UInt32 {
            switch width {
            case 4: source.quad(index)
            case 2: source.pair(index)
            default: UInt32(source[index])
            }
        }

        @inline(never)
        private func compare(
            _ hash: Int, at index: Int, in source: SourceBytes, words: [[UInt8]], into hits: inout Hits
        ) {
            for number in Int(firstEntry[hash])..<Int(firstEntry[hash + 1]) {
                let entry = entries[number]
                let start = index - entry.offset
                let word = words[entry.word]
                if ignoresCase ? source.hold(folded: word, at: start) : source.hold(word, at: start) {
                    hits.add(entry.word, start)
                }
            }
        }

        @inline(__always)
        private static func hash(_ group: UInt32) -> Int {
            Int(truncatingIfNeeded: (group &* 0x9E37_79B1) >> (32 - hashBits))
        }
    }
}
