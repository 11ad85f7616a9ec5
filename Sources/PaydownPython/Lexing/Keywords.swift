/// Keywords by one multiplication: a performance table, for every second token is a word.
///
/// A word of at most 8 bytes is read as one little-endian number, multiplied, and its top six bits name a
/// slot. The factor was found by trial, so that no two keywords share one.
struct Keywords {
    private static let factor: UInt64 = 0xB57C_8E05_E3C9_B0E1
    static let slotCount = 64
    /// The longest word that is asked about: no keyword has more than 8 letters.
    static let longest = 63

    static let words: [(StaticString, Token)] = [
        ("False", .kwFalse), ("None", .kwNone), ("True", .kwTrue), ("and", .kwAnd), ("as", .kwAs),
        ("assert", .kwAssert), ("async", .kwAsync), ("await", .kwAwait), ("break", .kwBreak),
        ("class", .kwClass), ("continue", .kwContinue), ("def", .kwDef), ("del", .kwDel), ("elif", .kwElif),
        ("else", .kwElse), ("except", .kwExcept), ("finally", .kwFinally), ("for", .kwFor),
        ("from", .kwFrom), ("global", .kwGlobal), ("if", .kwIf), ("import", .kwImport), ("in", .kwIn),
        ("is", .kwIs), ("lambda", .kwLambda), ("nonlocal", .kwNonlocal), ("not", .kwNot), ("or", .kwOr),
        ("pass", .kwPass), ("raise", .kwRaise), ("return", .kwReturn), ("try", .kwTry), ("while", .kwWhile),
        ("with", .kwWith), ("yield", .kwYield),
    ]

    @inline(__always)
    static func slot(_ word: UInt64) -> Int {
        Int(truncatingIfNeeded: (word &* factor) >> 58)
    }

    /// Which bits of the eight bytes of a text belong to a word of this length; none of one that is no keyword.
    static func letters(_ length: Int) -> UInt64 {
        (1...8).contains(length) ? .firstBytes(length) : 0
    }

    /// The bytes as a number; longer words give 0, which is no keyword.
    static func number(_ word: StaticString) -> UInt64 {
        var number: UInt64 = 0
        for (index, byte) in UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount).enumerated()
        where index < 8 {
            number |= UInt64(byte) << UInt64(index * 8)
        }
        return number
    }
}
