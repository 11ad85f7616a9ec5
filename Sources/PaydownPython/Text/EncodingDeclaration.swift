/// The `coding:` comment of PEP 263 in one of the first two lines, found the way CPython's tokenizer does.
struct EncodingDeclaration {
    var name: String
    /// Where the name begins.
    var offset: Int

    /// nil when neither of the first two lines declares one.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for _ in 0..<2 {
            guard let comment = Self.comment(bytes, start) else { return nil }
            var end = comment
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            if let found = Self.name(bytes, comment, end) {
                offset = found.lowerBound
                name = String(decoding: bytes[found], as: UTF8.self)
                return
            }
            if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
            start = end + 1
            if start >= bytes.count { return nil }
        }
        return nil
    }

    /// Whether CPython takes the name for UTF-8 without looking a codec up.
    var isUTF8: Bool {
        let lowered = name.lowercased().replacing("_", with: "-")
        return lowered == "utf-8" || lowered.hasPrefix("utf-8-")
    }

    /// Where the line's comment begins (or the line ends); nil when something else stands before it.
    private static func comment(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "#"), 0x0A, 0x0D: return index
            case 0x20, 0x09, 0x0C: index += 1
            default: return nil
            }
        }
        return index
    }

    private static func name(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Range<Int>? {
        let word = "coding".utf8
        var index = start
        while index + word.count < end {
            guard bytes[index] == UInt8(ascii: "c"), bytes[index..<index + word.count].elementsEqual(word) else {
                index += 1
                continue
            }
            var begin = index + word.count
            guard begin < end, bytes[begin] == UInt8(ascii: ":") || bytes[begin] == UInt8(ascii: "=") else {
                index += 1
                continue
            }
            begin += 1
            while begin < end, bytes[begin] == 0x20 || bytes[begin] == 0x09 { begin += 1 }
            var stop = begin
            while stop < end, isNamePart(bytes[stop]) { stop += 1 }
            if stop > begin { return begin..<stop }
            index += 1
        }
        return nil
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default:
            false
        }
    }
}
