import CVector

/// At which bytes of a text tokens may begin, which belong to words and which end lines: a bit for each, in its place.
///
/// A performance file: one look at all of a text tells the lexer where the next token begins before it knows where the one
/// at hand ends; waiting for that took half of its time. Reading a window is safe because
/// there is a whole word of bits behind those of the text's end; places beyond that are never asked for.
struct TextMasks: ~Copyable {
    /// What is no space, and not in a word behind its first byte.
    private(set) var starts: UnsafeMutablePointer<UInt64>
    /// ASCII letters, digits, `_`, and bytes beyond ASCII.
    private(set) var words: UnsafeMutablePointer<UInt64>
    /// `\n` only.
    private(set) var lines: UnsafeMutablePointer<UInt64>
    /// In words of 64 bits, without the one behind.
    private(set) var count = 0
    private var capacity: Int

    private(set) var isASCII = true
    /// Whether there is a byte up to 0x0D that is neither a tab nor `\n`.
    private(set) var isOdd = false

    private static let isWide = masks_wide_is_there() != 0

    /// How many bits of a window are sure to be there.
    static let window = 57

    init() {
        capacity = 1 << 10
        starts = .allocate(capacity: capacity)
        words = .allocate(capacity: capacity)
        lines = .allocate(capacity: capacity)
    }

    deinit {
        starts.deallocate()
        words.deallocate()
        lines.deallocate()
    }

    /// Takes another text, behind which there are 64 bytes more (`SourceText.padding`).
    mutating func read(_ text: UnsafePointer<UInt8>, count length: Int) {
        count = length / 64 + 1
        if count + 1 > capacity { grow() }
        let seen =
            Self.isWide
            ? masks_read_wide(text, UInt64(length), starts, words, lines)
            : masks_read_vector(text, UInt64(length), starts, words, lines)
        starts[count] = 0
        words[count] = 0
        lines[count] = 0
        isASCII = seen.high == 0
        isOdd = seen.odd != 0
    }

    private mutating func grow() {
        starts.deallocate()
        words.deallocate()
        lines.deallocate()
        capacity = max(count + 1, capacity * 2)
        starts = .allocate(capacity: capacity)
        words = .allocate(capacity: capacity)
        lines = .allocate(capacity: capacity)
    }
}

/// One of the masks of a text, to be read from any place on.
struct TextMask {
    private let bytes: UnsafeRawPointer

    init(_ mask: UnsafeMutablePointer<UInt64>) {
        bytes = UnsafeRawPointer(mask)
    }

    /// The bits from this offset on, the first the lowest; of the highest, seven may be missing (see `TextMasks.window`).
    @inline(__always)
    func window(_ offset: Int) -> UInt64 {
        let word = bytes.loadUnaligned(fromByteOffset: offset >> 3, as: UInt64.self).littleEndian
        return word >> UInt64(truncatingIfNeeded: offset & 7)
    }
}
