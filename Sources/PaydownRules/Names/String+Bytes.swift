extension String {
    /// Whether the word's bytes stand anywhere in this text's, as Python's `in` has it.
    ///
    /// The library's `contains` compares characters, which takes a hundred times as long and finds other things.
    func holds(_ word: String) -> Bool {
        var (text, word) = (self, word)
        return text.withUTF8 { bytes in
            word.withUTF8 { word in
                if word.isEmpty { return true }
                var start = 0
                while start + word.count <= bytes.count {
                    if bytes[start] == word[0], UnsafeBufferPointer(rebasing: bytes[start...]).starts(with: word) {
                        return true
                    }
                    start += 1
                }
                return false
            }
        }
    }
}
