/// A place in a stream of JSON text, with the bytes around it: what `SnapshotReader` reads through.
///
/// A performance file, with its chapters `+Strings`, `+Numbers` and `+Values`: a million findings are 280 MB,
/// of which only one chunk is ever in memory. Text is checked by RFC 8259 and Unicode's table 3-7 as it is
/// passed, also where its meaning is of no interest.
///
/// Named unsafe because it walks raw memory. Safe because: the memory is owned by this value alone (it cannot
/// be copied) and freed with it; behind `end` there are always `padding` bytes, the first of which is 0; 0 is
/// no legal byte of JSON text outside strings and none inside, so every loop over text stops at `end` at
/// the latest; words of 8 bytes are only read at or before `end`. Pointers handed out are good until the next
/// call of a mutating method, which no caller outlasts.
struct UnsafeJSONCursor: ~Copyable {
    /// Levels of arrays and objects inside each other, the outermost included; the format itself needs six.
    static let depthLimit = 64
    /// The longest string or number that is taken, in bytes: log excerpts are long, but not longer than this.
    static let tokenLimit = 16 << 20
    /// Chunks that fit the second-level cache: a read costs little and its bytes are still near when walked.
    static let defaultChunk = 256 << 10
    private static let padding = 64

    /// The name of the file, for messages.
    let file: String
    private let source: ByteSource
    var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// The next byte, as an index into `base`.
    var position = 0
    /// Behind the last byte that is there.
    private(set) var end = 0
    /// How many bytes of the stream came before `base[0]`.
    private(set) var passed = 0
    /// Bytes from this offset of the stream on stay in memory, for texts that are waiting; nil for none.
    var anchor: Int?
    private var sourceHasEnded = false
    /// 1-based. Line breaks stand only in white space, so they are counted where that is skipped.
    private(set) var line = 1
    /// Where the line begins, in bytes of the stream.
    private var lineStart = 0
    /// Where the key that was read last begins, in bytes of the stream.
    var keyOffset = 0

    init(file: String, chunk: Int = defaultChunk, source: @escaping ByteSource) {
        self.file = file
        self.source = source
        capacity = max(16, chunk)
        base = .allocate(capacity: capacity + Self.padding)
        // Bytes behind the padding are written before they are read.
        base.initialize(repeating: 0, count: Self.padding)
    }

    deinit {
        base.deallocate()
    }

    // MARK: Bytes

    /// Gets more bytes behind those that are there.
    ///
    /// - Parameter start: the bytes from this index on, or from `anchor` on, are still needed; they move to the front,
    ///   and every index moves with them, `position` included.
    /// - Returns: false at the end of the stream; indexes may have moved all the same.
    mutating func fill(keeping start: Int) throws(SnapshotError) -> Bool {
        if sourceHasEnded { return false }
        try checkLength(end - start, at: start)
        let start = min(start, anchor.map { $0 - passed } ?? start)
        let kept = end - start
        if start > 0 {
            base.update(from: base + start, count: kept)
            passed += start
            position -= start
            end = kept
        }
        if capacity - end < capacity / 2 { grow() }
        let count = try source(UnsafeMutableRawBufferPointer(start: base + end, count: capacity - end))
        end += count
        (base + end).update(repeating: 0, count: Self.padding)
        if count == 0 { sourceHasEnded = true }
        return count > 0
    }

    /// The limit on strings and numbers, the same however the chunks fall.
    @inline(__always)
    func checkLength(_ count: Int, at start: Int) throws(SnapshotError) {
        if count > Self.tokenLimit {
            throw .tooLong(place(at: start), what: "a string or number", limit: Self.tokenLimit)
        }
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + Self.padding)
        larger.initialize(from: base, count: end)
        (larger + end).initialize(repeating: 0, count: Self.padding)
        base.deallocate()
        base = larger
        capacity *= 2
    }

    /// Skips white space.
    ///
    /// - Returns: the byte that comes then, not yet consumed; 0 at the end of the stream.
    @inline(__always)
    mutating func next() throws(SnapshotError) -> UInt8 {
        let byte = base[position]
        return byte > 0x20 ? byte : try nextAfterSpace()
    }

    private mutating func nextAfterSpace() throws(SnapshotError) -> UInt8 {
        while true {
            switch base[position] {
            case 0x20, 0x09, 0x0D:
                position += 1
            case 0x0A:
                position += 1
                line += 1
                lineStart = passed + position
            case 0 where position == end:
                if try !fill(keeping: position) { return 0 }
            case let byte:
                return byte
            }
        }
    }

    /// Skips the byte order mark that some editors put in front; refuses the marks of other encodings.
    mutating func begin() throws(SnapshotError) {
        while end < 4, try fill(keeping: 0) {}
        if end == 0 { throw .empty(file: file) }
        switch (base[0], base[1], base[2]) {
        case (0xEF, 0xBB, 0xBF):
            position = 3
            lineStart = 3
        case (0xFF, 0xFE, _), (0xFE, 0xFF, _):
            throw .wrongEncoding(file: file, encoding: "UTF-16")
        case (0, 0, 0xFE), (0, 0, 0):
            throw .wrongEncoding(file: file, encoding: "UTF-32")
        case (0, 0x20..., _), (0x7B, 0, _):
            throw .wrongEncoding(file: file, encoding: "UTF-16")
        default:
            break
        }
    }

    /// Nothing may follow the outermost value but white space.
    mutating func finish() throws(SnapshotError) {
        _ = try next()
        if position < end { throw unexpected("the end of the file") }
    }

    /// Bytes at an offset of the stream that are still there, thanks to `anchor`.
    @inline(__always)
    func bytes(at offset: Int, count: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + (offset - passed), count: count)
    }

    // MARK: Messages

    /// The place of the byte at an index.
    func place(at index: Int) -> SnapshotPlace {
        SnapshotPlace(file: file, line: line, column: passed + index - lineStart + 1)
    }

    /// The place of the next byte.
    var here: SnapshotPlace { place(at: position) }

    /// The place of the key that was just read; not good any more behind its colon.
    var keyPlace: SnapshotPlace { SnapshotPlace(file: file, line: line, column: keyOffset - lineStart + 1) }

    /// How far the text before the next byte goes, in bytes of the stream.
    var offset: Int { passed + position }

    /// The next byte is not what the grammar wants here.
    func unexpected(_ expected: String) -> SnapshotError {
        if position >= end { return .endsEarly(here, inside: "the text, where \(expected) should come") }
        return .syntax(here, found: Self.name(of: base[position]), expected: expected)
    }

    /// How a byte is called in a message.
    static func name(of byte: UInt8) -> String {
        switch byte {
        case 0x21...0x7E: "'\(Unicode.Scalar(byte))'"
        case 0x20: "a space"
        case 0x09: "a tab"
        case 0x0A, 0x0D: "a line break"
        default: "byte 0x\(hexadecimal(byte))"
        }
    }
}
