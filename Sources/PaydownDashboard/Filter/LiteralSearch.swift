/// Whether a text has another one in it.
///
/// A performance file: a filter of the form `path:word` looks at 80,000 paths between two key presses. Sixteen places
/// are looked at together: where neither the first nor the last byte of the word stands in its place, which is
/// nearly everywhere, nothing else is compared.
struct LiteralSearch: Sendable {
    private let word: [UInt8]
    private let first: SoughtByte
    private let last: SoughtByte
    /// ASCII letters of the text count as small ones.
    private let ignoresCase: Bool

    /// - Parameter word: without capitals when case is ignored.
    init(_ word: [UInt8], ignoresCase: Bool) {
        self.word = word
        self.ignoresCase = ignoresCase
        first = SoughtByte(word.first ?? 0, ignoresCase: ignoresCase)
        last = SoughtByte(word.last ?? 0, ignoresCase: ignoresCase)
    }

    func isFound(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard word.count > 1 else { return word.isEmpty || first.place(in: text) != nil }
        let places = text.count - word.count + 1
        guard places > 0, let base = text.baseAddress else { return false }
        return word.withUnsafeBufferPointer { word in
            guard places >= 16 else { return (0..<places).contains { isFound(word, at: base + $0) } }
            var place = 0
            while true {
                var found = first.places(base + place) & last.places(base + place + word.count - 1)
                while found != 0 {
                    if isFound(word, at: base + place + found.trailingZeroBitCount) { return true }
                    found &= found - 1
                }
                if place + 16 >= places { return false }
                // The last sixteen places overlap with those before them.
                place = min(place + 16, places - 16)
            }
        }
    }

    /// How many bytes the word has.
    var count: Int { word.count }

    /// Whether it stands at that place.
    func isFound(in text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        guard place >= 0, place + word.count <= text.count, let base = text.baseAddress else { return word.isEmpty }
        return word.withUnsafeBufferPointer { isFound($0, at: base + place) }
    }

    @inline(__always)
    private func isFound(_ word: UnsafeBufferPointer<UInt8>, at text: UnsafePointer<UInt8>) -> Bool {
        var length = 0
        while length < word.count, fold(text[length]) == word[length] { length += 1 }
        return length == word.count
    }

    @inline(__always)
    private func fold(_ byte: UInt8) -> UInt8 {
        ignoresCase && byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
}
