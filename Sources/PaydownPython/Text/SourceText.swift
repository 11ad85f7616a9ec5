#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes of one Python file, in a buffer that is used for file after file.
///
/// A performance file. The lexer reads through bare pointers and may look a few bytes ahead without asking
/// where the text ends: that is safe because this type always keeps `padding` zero bytes behind the text,
/// because a text with a zero byte in it is refused before it is read, and because no pointer outlives the
/// call it is handed to. Only `PythonScanner` writes to the bytes, and puts back what was there.
package struct SourceText: ~Copyable {
    /// How many zero bytes stand behind the text.
    static let padding = 64

    private(set) var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// The number of bytes of the text, once decoded.
    package private(set) var count = 0
    /// What the decoding of the bytes met, if it failed.
    var problem: SyntaxProblem?
    var isASCII: Bool { masks.isASCII }
    /// What its bytes are.
    private(set) var masks = TextMasks()
    /// Where its lines begin.
    package let lines = LineStarts()
    /// Whether all of the text is UTF-8; CPython lets malformed bytes pass in comments.
    var isWellFormed = true
    var hasCarriageReturn: Bool { lines.hasCarriageReturn }

    /// `capacity` is the room, in bytes, to begin with.
    package init(capacity: Int = 1 << 16) {
        self.capacity = capacity
        base = .allocate(capacity: capacity + Self.padding)
        base.initialize(repeating: 0, count: capacity + Self.padding)
    }

    deinit {
        base.deallocate()
    }

    /// Takes a copy of these bytes as the text.
    package mutating func load(_ bytes: UnsafeRawBufferPointer, version: PythonVersion = .newest) {
        fill(capacity: bytes.count, version: version) { buffer in
            buffer.copyMemory(from: bytes)
            return bytes.count
        }
    }

    package mutating func load(_ bytes: [UInt8], version: PythonVersion = .newest) {
        bytes.withUnsafeBytes { load($0, version: version) }
    }

    /// Lets `body` write the file's bytes, at most `capacity` of them; it returns how many it wrote.
    package mutating func fill<Failure: Error>(
        capacity needed: Int, version: PythonVersion = .newest,
        _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
    ) throws(Failure) {
        reserve(needed)
        problem = nil
        count = 0
        let written = try body(UnsafeMutableRawBufferPointer(start: base, count: needed))
        precondition(written >= 0 && written <= needed, "more bytes written than there was room for")
        finish(count: written)
        decode(version: version)
    }

    /// Looks at all bytes once.
    mutating func survey() {
        lines.read(base, count: count, masks: &masks)
    }

    /// Tells lines and columns of places in the text, as long as it stays.
    func lineFinder() -> LineFinder {
        LineFinder(base: base, lines: lines)
    }

    /// The decoded text.
    package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        body(UnsafeRawBufferPointer(start: base, count: count))
    }

    package subscript(span: ByteSpan) -> String {
        guard span.start <= span.end, Int(span.end) <= count else { return "" }
        let bytes = UnsafeBufferPointer(start: base + Int(span.start), count: Int(span.end - span.start))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Puts other bytes in the place of the text, as decoding does.
    mutating func replace(with bytes: [UInt8]) {
        reserve(bytes.count)
        bytes.withUnsafeBufferPointer { base.update(from: $0.baseAddress ?? UnsafePointer(base), count: $0.count) }
        finish(count: bytes.count)
    }

    /// Drops the first bytes of the text.
    mutating func dropFirst(_ length: Int) {
        memmove(base, base + length, count - length)
        finish(count: count - length)
    }

    private mutating func reserve(_ needed: Int) {
        guard needed > capacity else { return }
        base.deallocate()
        capacity = max(needed, capacity * 2)
        base = .allocate(capacity: capacity + Self.padding)
        base.initialize(repeating: 0, count: capacity + Self.padding)
    }

    private mutating func finish(count newCount: Int) {
        count = newCount
        (base + newCount).update(repeating: 0, count: Self.padding)
    }
}
