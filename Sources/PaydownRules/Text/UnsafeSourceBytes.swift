/// The bytes of one file while it is being collected.
///
/// A performance file: rules look at every byte of thousands of files, and a bounds check for each is most of the
/// cost. Safe because all readers stay below `count`, which debug builds assert, and because the value never leaves
/// the call of `RuleCollector.collect` that made it, during which the owner keeps the bytes where they are.
package struct SourceBytes {
    private let base: UnsafeRawPointer
    package let count: Int

    package init(_ bytes: UnsafeRawBufferPointer) {
        // An empty buffer may have no address; nothing is ever read through this one.
        base = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1).unsafelyUnwrapped
        count = bytes.count
    }

    /// The first byte, for what reads below `count`.
    var start: UnsafePointer<UInt8> { base.assumingMemoryBound(to: UInt8.self) }

    @inline(__always)
    package subscript(index: Int) -> UInt8 {
        assert(index >= 0 && index < count)
        return base.load(fromByteOffset: index, as: UInt8.self)
    }

    /// Two bytes, the first one lowest.
    @inline(__always)
    func pair(_ index: Int) -> UInt32 {
        assert(index >= 0 && index + 2 <= count)
        return UInt32(UInt16(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt16.self)))
    }

    /// Four bytes, the first one lowest.
    @inline(__always)
    func quad(_ index: Int) -> UInt32 {
        assert(index >= 0 && index + 4 <= count)
        return UInt32(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt32.self))
    }

    /// Eight bytes, the first one lowest.
    @inline(__always)
    func word(_ index: Int) -> UInt64 {
        assert(index >= 0 && index + 8 <= count)
        return UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// Whether no byte has its high bit set.
    var isASCII: Bool {
        var seen: UInt64 = 0
        var index = 0
        while index + 8 <= count {
            seen |= word(index)
            index += 8
        }
        while index < count {
            seen |= UInt64(self[index])
            index += 1
        }
        return seen & ~EightBytes.low == 0
    }

    func holdsCarriageReturn(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index + 8 <= range.upperBound {
            if EightBytes.zeros(word(index) ^ EightBytes.all(0x0D)) != 0 { return true }
            index += 8
        }
        while index < range.upperBound {
            if self[index] == 0x0D { return true }
            index += 1
        }
        return false
    }

    /// Whether these bytes stand at an index.
    @inline(__always)
    func hold(_ word: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + word.count <= count else { return false }
        for offset in 0..<word.count where self[index + offset] != word[offset] { return false }
        return true
    }

    /// The same for a word in lower case, whatever the case of ASCII letters in the text.
    @inline(__always)
    func hold(folded word: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + word.count <= count else { return false }
        for offset in 0..<word.count where CaseFold.ascii(self[index + offset]) != word[offset] { return false }
        return true
    }

    /// The first occurrence of a word in a range, by looking at each place.
    func first(_ word: [UInt8], in range: Range<Int>) -> Int? {
        guard let head = word.first, range.count >= word.count else { return nil }
        var index = range.lowerBound
        while index + word.count <= range.upperBound {
            if self[index] == head, hold(word, at: index) { return index }
            index += 1
        }
        return nil
    }

    /// Whether the bytes there are surely UTF-8: ASCII.
    func isText(_ range: Range<Int>) -> Bool {
        var seen: UInt8 = 0
        for index in range { seen |= self[index] }
        return seen < 0x80
    }

    /// The bytes there, repaired where they are not UTF-8.
    package func text(_ range: Range<Int>) -> String {
        assert(range.lowerBound >= 0 && range.upperBound <= count)
        return String(decoding: buffer(range), as: UTF8.self)
    }

    func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        let start = (base + range.lowerBound).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: start, count: range.count)
    }
}

/// Words of eight bytes as eight numbers.
enum EightBytes {
    static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

    /// The byte in all eight places.
    @inline(__always)
    static func all(_ byte: UInt8) -> UInt64 {
        UInt64(byte) &* 0x0101_0101_0101_0101
    }

    /// The high bit of each byte that is zero, and no other bit; exact, since no carry crosses bytes.
    @inline(__always)
    static func zeros(_ word: UInt64) -> UInt64 {
        ~(((word & low) &+ low) | word | low)
    }
}
