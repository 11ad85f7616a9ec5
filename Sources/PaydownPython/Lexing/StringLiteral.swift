/// What a string token consists of.
struct StringLiteral {
    /// Where the text between the quotes begins and ends.
    var contentStart: UnsafePointer<UInt8>?
    var contentEnd: UnsafePointer<UInt8>?
    var isRaw = false
    var isBytes = false
    var isFormat = false
    var isTriple = false
    /// Whether a backslash may be among the text.
    var mayHaveEscapes = false
    var quote: UInt8 = 0
}
