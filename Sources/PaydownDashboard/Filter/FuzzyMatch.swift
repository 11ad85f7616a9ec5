/// Whether the letters of a word stand in a text in order and close together.
///
/// The list is a tree and is not ranked, so a match must be good enough on its own: the letters must lie in
/// a window of at most twice the word's length plus four. The first end is found forwards and the start
/// nearest to it backwards, as fzf's first algorithm does; if the window is too wide the search goes on
/// behind its start. O(text) in practice; works on UTF-8 bytes, ASCII letters ignore case when the word has
/// no capitals.
package struct FuzzyMatch: Sendable {
    private let word: [UInt8]
    private let first: SoughtByte
    private let ignoresCase: Bool
    private let window: Int

    package init(_ word: String) {
        ignoresCase = word == word.lowercased()
        self.word = Array(word.utf8)
        first = SoughtByte(self.word.first ?? 0, ignoresCase: ignoresCase)
        window = self.word.count * 2 + 4
    }

    package func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard word.count > 1 else { return word.isEmpty || first.place(in: text) != nil }
        return word.withUnsafeBufferPointer { word in
            var start = 0
            while start + word.count <= text.count {
                guard let found = first.place(in: text, from: start),
                    let end = end(of: word, in: text, behind: found)
                else { return false }
                let begin = begin(of: word, in: text, endingAt: end)
                if end - begin < window { return true }
                start = begin + 1
            }
            return false
        }
    }

    package func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { matches($0) }
    }

    /// Where the last letter stands, at the earliest, when the first one stands there.
    private func end(
        of word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, behind first: Int
    ) -> Int? {
        var matched = 1
        var index = first + 1
        while index < text.count {
            if fold(text[index]) == word[matched] {
                matched += 1
                if matched == word.count { return index }
            }
            index += 1
        }
        return nil
    }

    private func begin(
        of word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, endingAt end: Int
    ) -> Int {
        var left = word.count - 1
        var index = end
        while true {
            if fold(text[index]) == word[left] {
                if left == 0 { return index }
                left -= 1
            }
            index -= 1
        }
    }

    @inline(__always)
    private func fold(_ byte: UInt8) -> UInt8 {
        ignoresCase && byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
}
