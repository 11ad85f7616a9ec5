import PaydownCore

/// The hashes of a finding, to be written as digits: its fingerprint and its statement.
struct HashDigits {
    private let identity: UInt64
    private let ordinal: Int
    private let statement: UInt64
    let hasStatement: Bool

    /// - Parameters:
    ///   - identity: the row's own, or another one in its place.
    ///   - ordinal: tells findings of one identity apart.
    init(_ row: ContributionRow, _ identity: UInt64, ordinal: Int) {
        self.identity = identity
        self.ordinal = ordinal
        statement = row.statement
        hasStatement = row.hasStatement
    }

    /// Appends the fingerprint, and the statement if there is one.
    ///
    /// - Parameter note: told of each where it begins and how long it is.
    func write(to text: inout [UInt8], _ note: (_ offset: Int, _ count: Int) -> Void) {
        let start = text.count
        let head = LineHashes.digits(of: UInt32(truncatingIfNeeded: identity >> 32))
        Self.append(UInt16(truncatingIfNeeded: head >> 48), to: &text)
        Self.append(LineHashes.digits(of: UInt32(truncatingIfNeeded: identity)), to: &text)
        text.append(UInt8(ascii: "."))
        Self.append(decimal: ordinal, to: &text)
        note(start, text.count - start)
        if hasStatement {
            note(text.count, 16)
            Self.append(LineHashes.digits(of: UInt32(truncatingIfNeeded: statement >> 32)), to: &text)
            Self.append(LineHashes.digits(of: UInt32(truncatingIfNeeded: statement)), to: &text)
        }
    }

    private static func append(_ digits: some FixedWidthInteger & BitwiseCopyable, to text: inout [UInt8]) {
        withUnsafeBytes(of: digits.littleEndian) { text.append(contentsOf: $0) }
    }

    private static func append(decimal number: Int, to text: inout [UInt8]) {
        var scale = 1
        while scale <= number / 10 { scale *= 10 }
        while scale > 0 {
            text.append(0x30 + UInt8(number / scale % 10))
            scale /= 10
        }
    }
}
