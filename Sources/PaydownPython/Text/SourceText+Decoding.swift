#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// From the bytes of a file to UTF-8, as PEP 263 and CPython's `compile` of bytes have it.
extension SourceText {
    /// Makes the text UTF-8 without a byte order mark, or says why it cannot be.
    mutating func decode(version: PythonVersion) {
        hasCarriageReturn = memchr(base, 0x0D, count) != nil
        isASCII = Self.isASCII(base, count)
        isWellFormed = true
        if let zero = memchr(base, 0, count) {
            refuse(.nullByte, at: UnsafeMutableRawPointer(base).distance(to: zero))
            return
        }
        let hasMark = count >= 3 && base[0] == 0xEF && base[1] == 0xBB && base[2] == 0xBF
        if hasMark { dropFirst(3) }
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
            isASCII = false
            return
        }
        if isASCII { return }
        if hasMark { isASCII = Self.isASCII(base, count) }
        isWellFormed = UTF8Check.firstError(in: UnsafeBufferPointer(start: base, count: count)) == nil
    }

    private mutating func refuse(_ reason: SyntaxProblem.Reason, at offset: Int) {
        var lines = LineCursor(base: base, isASCII: false, hasCarriageReturn: hasCarriageReturn)
        problem = SyntaxProblem(position: lines.position(of: base + offset), reason: reason)
    }

    /// Eight bytes at a time: most files are pure ASCII, and knowing it makes columns cheap.
    private static func isASCII(_ base: UnsafeMutablePointer<UInt8>, _ count: Int) -> Bool {
        let raw = UnsafeRawPointer(base)
        var index = 0
        while index < count {
            // May read up to 7 bytes of the zero padding.
            let end = min(index + 256, count)
            var seen: UInt64 = 0
            while index < end {
                seen |= raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                index += 8
            }
            if seen & 0x8080_8080_8080_8080 != 0 { return false }
        }
        return true
    }
}
