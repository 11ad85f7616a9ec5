/// Whether the letters of a word stand in a text in order and close together.
///
/// The list is a tree and is not ranked, so a match must be good enough on its own: the letters must lie in
/// a window of at most twice the word's length plus four. The first end is found forwards and the start
/// nearest to it backwards, as fzf's first algorithm does; if the window is too wide the search goes on
/// behind its start. O(text) in practice; works on UTF-8 bytes, ASCII letters ignore case when the word has
/// no capitals.
package struct FuzzyMatch: Sendable {
    private let word: [UInt8]
    private let ignoresCase: Bool
    private let window: Int

    package init(_ word: String) {
        ignoresCase = word == word.lowercased()
        self.word = Array(word.utf8)
        window = self.word.count * 2 + 4
    }

    package func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !word.isEmpty else { return true }
        guard text.count >= word.count else { return false }
        var start = 0
        while start + word.count <= text.count {
            guard let end = end(in: text, from: start) else { return false }
            let begin = begin(in: text, endingAt: end)
            if end - begin < window { return true }
            start = begin + 1
        }
        return false
    }

    package func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { matches($0) }
    }

    private func end(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var matched = 0
        for index in start..<text.count where fold(text[index]) == word[matched] {
            matched += 1
            if matched == word.count { return index }
        }
        return nil
    }

    private func begin(in text: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Int {
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

    private func fold(_ byte: UInt8) -> UInt8 {
        ignoresCase && byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
}
