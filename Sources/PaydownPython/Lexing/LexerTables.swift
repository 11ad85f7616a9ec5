/// Tables that all lexers share, in memory that is never freed.
///
/// A performance file. A table behind a bare pointer is read without the check for first use that a global
/// array costs on every access. The memory is written once, before the pointer is published by the `static let`,
/// and only read afterwards, so that sharing it between threads is safe; bytes index 256 entries, six bits and
/// lengths up to 63 index 64, so that no access can lie outside.
struct LexerTables: @unchecked Sendable {
    /// 1 for ASCII letters, digits and `_`; 2 for bytes of a multi-byte sequence; 0 for all else.
    let identifier: UnsafePointer<UInt8>
    let actions: UnsafePointer<ByteAction>
    let operators: UnsafePointer<OperatorByte>
    let followers: UnsafePointer<OperatorByte.Follower>
    /// By slot: the keyword as a number, and its kind.
    let keywordWords: UnsafePointer<UInt64>
    let keywordKinds: UnsafePointer<Token>
    /// By length up to `Keywords.longest`: see `Keywords.letters`.
    let keywordLetters: UnsafePointer<UInt64>

    /// Whether a token begins with this byte; white space, line ends, comments and `\` lie between tokens.
    @inline(__always)
    func startsToken(_ byte: UInt8) -> Bool {
        switch actions[Int(byte)] {
        case .blank, .lineFeed, .carriageReturn, .backslash, .hash, .zero: false
        default: true
        }
    }

    static let shared = LexerTables()

    private init() {
        let identifier = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        for byte in 0..<256 {
            let scalar = Unicode.Scalar(UInt8(byte))
            let isWord = scalar.properties.isAlphabetic || (48...57).contains(byte) || byte == 95
            identifier[byte] = byte >= 128 ? 2 : isWord ? 1 : 0
        }
        self.identifier = UnsafePointer(identifier)
        let actions = UnsafeMutablePointer<ByteAction>.allocate(capacity: 256)
        for byte in 0..<256 { (actions + byte).initialize(to: ByteAction(UInt8(byte))) }
        self.actions = UnsafePointer(actions)
        let operators = UnsafeMutablePointer<OperatorByte>.allocate(capacity: 256)
        let followers = UnsafeMutablePointer<OperatorByte.Follower>.allocate(capacity: 256)
        for byte in 0..<256 {
            (operators + byte).initialize(to: OperatorByte(byte: UInt8(byte)))
            (followers + byte).initialize(to: OperatorByte.Follower(byte: UInt8(byte)))
        }
        self.operators = UnsafePointer(operators)
        self.followers = UnsafePointer(followers)
        let words = UnsafeMutablePointer<UInt64>.allocate(capacity: Keywords.slotCount)
        let kinds = UnsafeMutablePointer<Token>.allocate(capacity: Keywords.slotCount)
        words.initialize(repeating: 0, count: Keywords.slotCount)
        kinds.initialize(repeating: .name, count: Keywords.slotCount)
        for (text, kind) in Keywords.words {
            let number = Keywords.number(text)
            words[Keywords.slot(number)] = number
            kinds[Keywords.slot(number)] = kind
        }
        keywordWords = UnsafePointer(words)
        keywordKinds = UnsafePointer(kinds)
        let letters = UnsafeMutablePointer<UInt64>.allocate(capacity: Keywords.longest + 1)
        for length in 0...Keywords.longest { (letters + length).initialize(to: Keywords.letters(length)) }
        keywordLetters = UnsafePointer(letters)
    }
}
