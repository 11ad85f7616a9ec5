/// The form NFKC of identifiers, which CPython gives every name that is not ASCII.
///
/// The algorithm is that of Unicode Standard Annex #15: compatibility decomposition, canonical order, composition;
/// Hangul by arithmetic. The tables hold only characters that an identifier may have. Their Unicode is that of
/// Python 3.13; a character that an older Python does not know is refused before it comes here.
enum IdentifierForm {
    /// The normal form of UTF-8 bytes.
    static func normalised(_ utf8: [UInt8]) -> [UInt8] {
        var scalars: [Unicode.Scalar] = []
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars { decompose(scalar, into: &scalars) }
        sortMarks(&scalars)
        compose(&scalars)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return Array(String(text).utf8)
    }

    private static let tables = Tables()

    private struct Tables: Sendable {
        var decompositions: [UInt32: [Unicode.Scalar]] = [:]
        var composites: [UInt64: Unicode.Scalar] = [:]

        init() {
            var rows = HexadecimalRows(IdentifierForm.decompositions)
            while rows.next() {
                let targets = rows.numbers.dropFirst()
                for step in 0..<rows.count {
                    decompositions[rows.numbers[0] + step] = targets.compactMap { Unicode.Scalar($0 + step) }
                }
            }
            rows = HexadecimalRows(IdentifierForm.compositions)
            while rows.next() {
                composites[Self.key(rows.numbers[0], rows.numbers[1])] = Unicode.Scalar(rows.numbers[2])
            }
        }

        static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
            UInt64(first) << 32 | UInt64(second)
        }
    }

    private static func decompose(_ scalar: Unicode.Scalar, into scalars: inout [Unicode.Scalar]) {
        if scalar.isASCII {
            scalars.append(scalar)
        } else if let syllable = Hangul.syllable(scalar) {
            scalars.append(contentsOf: syllable)
        } else if let known = tables.decompositions[scalar.value] {
            scalars.append(contentsOf: known)
        } else {
            scalars.append(scalar)
        }
    }

    /// Each run of combining marks by class, keeping the order of equals.
    private static func sortMarks(_ scalars: inout [Unicode.Scalar]) {
        var start = 0
        while start < scalars.count {
            guard markClass(scalars[start]) != 0 else {
                start += 1
                continue
            }
            var end = start
            while end < scalars.count, markClass(scalars[end]) != 0 { end += 1 }
            let sorted = scalars[start..<end].enumerated().sorted {
                (markClass($0.element), $0.offset) < (markClass($1.element), $1.offset)
            }
            scalars.replaceSubrange(start..<end, with: sorted.map(\.element))
            start = end
        }
    }

    private static func compose(_ scalars: inout [Unicode.Scalar]) {
        var composed: [Unicode.Scalar] = []
        var starter: Int?
        var lastClass: UInt8 = 0
        for scalar in scalars {
            let ownClass = markClass(scalar)
            if let index = starter, index == composed.count - 1 || (lastClass < ownClass && lastClass != 0),
                let composite = composite(composed[index], scalar)
            {
                composed[index] = composite
                continue
            }
            if ownClass == 0 { starter = composed.count }
            lastClass = ownClass
            composed.append(scalar)
        }
        scalars = composed
    }

    private static func composite(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
        Hangul.composite(first, second) ?? tables.composites[Tables.key(first.value, second.value)]
    }

    private static func markClass(_ scalar: Unicode.Scalar) -> UInt8 {
        scalar.isASCII ? 0 : scalar.properties.canonicalCombiningClass.rawValue
    }
}

/// Hangul syllables, section 3.12 of the Unicode Standard.
private enum Hangul {
    private static let base: UInt32 = 0xAC00
    private static let leading: UInt32 = 0x1100
    private static let vowel: UInt32 = 0x1161
    private static let trailing: UInt32 = 0x11A7

    static func syllable(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
        guard (base..<base + 11172).contains(scalar.value) else { return nil }
        let index = scalar.value - base
        let tail = index % 28
        let parts = [leading + index / 588, vowel + index % 588 / 28] + (tail > 0 ? [trailing + tail] : [])
        return parts.compactMap(Unicode.Scalar.init)
    }

    static func composite(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
        if (leading..<leading + 19).contains(first.value), (vowel..<vowel + 21).contains(second.value) {
            return Unicode.Scalar(base + ((first.value - leading) * 21 + second.value - vowel) * 28)
        }
        if (base..<base + 11172).contains(first.value), (first.value - base) % 28 == 0,
            (trailing + 1..<trailing + 28).contains(second.value)
        {
            return Unicode.Scalar(first.value + second.value - trailing)
        }
        return nil
    }
}

extension StaticString {
    /// The parts between spaces and line ends.
    var rows: [Substring] {
        description.split { $0 == " " || $0 == "\n" }
    }
}
