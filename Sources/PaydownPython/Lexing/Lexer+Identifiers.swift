/// Identifiers beyond ASCII (PEP 3131).
extension Lexer {
    /// Fails when the word has a character that Python does not allow there.
    mutating func checkIdentifier(_ first: Place, _ end: Place) {
        if UTF8Check.firstError(in: UnsafeBufferPointer(start: first, count: end - first)) != nil {
            fail(.notUTF8, at: first)
            return
        }
        let text = String(decoding: UnsafeBufferPointer(start: first, count: end - first), as: UTF8.self)
        var offset = 0
        for scalar in text.unicodeScalars {
            let isAllowed = offset == 0 ? scalar.startsIdentifier(version) : scalar.continuesIdentifier(version)
            if !isAllowed {
                fail(.invalidCharacter, at: first + offset)
                return
            }
            offset += String(scalar).utf8.count
        }
    }
}

extension Unicode.Scalar {
    fileprivate func startsIdentifier(_ version: PythonVersion) -> Bool {
        self == "_" || (properties.isXIDStart && isKnown(to: version))
    }

    fileprivate func continuesIdentifier(_ version: PythonVersion) -> Bool {
        properties.isXIDContinue && isKnown(to: version)
    }

    /// Whether the Unicode of that Python has the character at all.
    private func isKnown(to version: PythonVersion) -> Bool {
        if isASCII { return true }
        guard let age = properties.age else { return false }
        return age <= version.unicode
    }
}

extension PythonVersion {
    /// The Unicode that `unicodedata` of that Python is made from.
    fileprivate var unicode: Unicode.Version {
        switch self {
        case .v3_8: (12, 1)
        case .v3_9, .v3_10: (13, 0)
        case .v3_11: (14, 0)
        case .v3_12: (15, 0)
        case .v3_13: (15, 1)
        }
    }
}
