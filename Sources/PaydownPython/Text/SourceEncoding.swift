/// An encoding other than UTF-8 that a file may declare, by the names that Python's codecs have.
///
/// Single-byte encodings are decoded exactly. Of the East Asian ones only the structure is known: each of their
/// characters becomes U+4E00, which keeps strings, comments, lines and columns right, but not names. Encodings that
/// are no superset of ASCII (EBCDIC, UTF-16, ISO 2022) are not known at all.
struct SourceEncoding {
    private enum Form {
        case single(StaticString)
        case multi(String)
    }

    private let form: Form

    /// nil when no encoding of that name is known.
    init?(_ name: String) {
        let normal = name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }.joined(separator: "_")
            .replacing(".", with: "_")
        if let found = Self.singleByte.first(where: { $0.names.rows.contains { $0 == normal } }) {
            form = .single(found.scalars)
        } else if let found = Self.multiByte.first(where: { $0.rows.contains { $0 == normal } }) {
            form = .multi(String(found.rows[0]))
        } else {
            return nil
        }
    }

    /// The text as UTF-8; nil when it has bytes that the encoding does not.
    func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        switch form {
        case .single(let scalars): decodeSingle(bytes, scalars)
        case .multi("utf_8"): UTF8Check.firstError(in: bytes) == nil ? Array(bytes) : nil
        case .multi(let codec): decodeMulti(bytes, codec)
        }
    }

    private func decodeSingle(_ bytes: UnsafeBufferPointer<UInt8>, _ scalars: StaticString) -> [UInt8]? {
        var table: [[UInt8]?] = []
        for row in scalars.rows {
            let parts = row.split(separator: "*")
            let count = parts.count > 1 ? UInt32(parts[0]) ?? 1 : 1
            let first = UInt32(parts[parts.count - 1], radix: 16)
            for step in 0..<count {
                table.append(first.flatMap { Unicode.Scalar($0 + step) }.map { Array(String($0).utf8) })
            }
        }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if byte < 0x80 {
                out.append(byte)
            } else if let scalar = table[Int(byte) - 0x80] {
                out.append(contentsOf: scalar)
            } else {
                return nil
            }
        }
        return out
    }

    private func decodeMulti(_ bytes: UnsafeBufferPointer<UInt8>, _ codec: String) -> [UInt8]? {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 2)
        var index = 0
        while index < bytes.count {
            let length = characterLength(bytes, at: index, codec)
            guard length > 0, index + length <= bytes.count else { return nil }
            if bytes[index] < 0x80 {
                out.append(bytes[index])
            } else {
                out.append(contentsOf: [0xE4, 0xB8, 0x80])
            }
            index += length
        }
        return out
    }

    /// How many bytes the character here has; 0 when there is none.
    private func characterLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ codec: String) -> Int {
        let first = bytes[index]
        if first < 0x80 { return 1 }
        guard codec != "ascii", index + 1 < bytes.count || codec.hasPrefix("shift") || codec == "cp932" else {
            return 0
        }
        switch codec {
        case "shift_jis", "shift_jis_2004", "shift_jisx0213", "cp932":
            if (0xA1...0xDF).contains(first) { return 1 }
            guard index + 1 < bytes.count, first != 0x80, first != 0xA0, first < 0xFD else { return 0 }
            return bytes[index + 1] >= 0x40 && bytes[index + 1] != 0x7F && bytes[index + 1] < 0xFD ? 2 : 0
        case "euc_jp", "euc_jis_2004", "euc_jisx0213":
            if first == 0x8F { return 3 }
            return (first == 0x8E || first >= 0xA1) && bytes[index + 1] >= 0xA1 ? 2 : 0
        case "gb2312", "euc_kr":
            return first >= 0xA1 && first < 0xFF && bytes[index + 1] >= 0xA1 ? 2 : 0
        case "gb18030":
            if (0x30...0x39).contains(bytes[index + 1]) { return 4 }
            return first > 0x80 && first < 0xFF && bytes[index + 1] >= 0x40 ? 2 : 0
        case "hz":
            return 0
        default:
            return first > 0x80 && first < 0xFF && bytes[index + 1] >= 0x31 ? 2 : 0
        }
    }
}
