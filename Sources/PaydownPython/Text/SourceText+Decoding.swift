/// From the bytes of a file to UTF-8, as PEP 263 and CPython's `compile` of bytes have it.
extension SourceText {
    /// Makes the text UTF-8 without a byte order mark, or says why it cannot be.
    mutating func decode(version: PythonVersion) {
        survey()
        isWellFormed = true
        if let zero = lines.zero {
            refuse(.nullByte, at: zero)
            return
        }
        let hasMark = count >= 3 && base[0] == 0xEF && base[1] == 0xBB && base[2] == 0xBF
        if hasMark {
            dropFirst(3)
            survey()
        }
        let declared = EncodingDeclaration(UnsafeBufferPointer(start: base, count: count))
        if let declared, !declared.isUTF8 {
            if hasMark {
                refuse(.encodingConflict, at: declared.offset)
                return
            }
            guard let encoding = SourceEncoding(declared.name) else {
                refuse(.unknownEncoding, at: 0)
                return
            }
            if isASCII { return }
            guard let decoded = encoding.decode(UnsafeBufferPointer(start: base, count: count)) else {
                refuse(.undecodable, at: 0)
                return
            }
            replace(with: decoded)
            survey()
            return
        }
        if isASCII { return }
        isWellFormed = UTF8Check.firstError(in: UnsafeBufferPointer(start: base, count: count)) == nil
    }

    private mutating func refuse(_ reason: SyntaxProblem.Reason, at offset: Int) {
        problem = SyntaxProblem(position: lineFinder().position(of: base + offset), reason: reason)
    }
}
