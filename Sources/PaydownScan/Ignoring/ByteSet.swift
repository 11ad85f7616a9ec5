/// The bytes that a bracket of a shell pattern stands for, as wildmatch in Git reads it.
struct ByteSet: Equatable, Sendable {
    private var bits = SIMD4<UInt64>()

    /// Reads what follows a `[` up to and with its `]`; nil when it is never closed or names an unknown class.
    init?(bracket rest: inout ArraySlice<UInt8>) {
        let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
        if isNegated { rest.removeFirst() }
        var isFirst = true
        // A `-` is a range only behind a byte that could begin one.
        var low: UInt8?
        while true {
            guard var byte = rest.popFirst() else { return nil }
            if byte == UInt8(ascii: "]"), !isFirst { break }
            isFirst = false
            if byte == UInt8(ascii: "\\") {
                guard let escaped = rest.popFirst() else { return nil }
                byte = escaped
            } else if byte == UInt8(ascii: "-"), let start = low, let next = rest.first, next != UInt8(ascii: "]") {
                guard let end = Self.end(&rest) else { return nil }
                if start <= end { for member in start...end { insert(member) } }
                low = nil
                continue
            } else if byte == UInt8(ascii: "["), rest.first == UInt8(ascii: ":") {
                guard let close = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
                let word = rest[(rest.startIndex + 1)..<close]
                if word.last == UInt8(ascii: ":") {
                    guard let isMember = Self.classes[String(decoding: word.dropLast(), as: UTF8.self)] else {
                        return nil
                    }
                    for member in UInt8.min...UInt8.max where isMember(member) { insert(member) }
                    rest = rest[(close + 1)...]
                    low = nil
                    continue
                }
            }
            insert(byte)
            // NUL cannot begin a range there, for it is how the original says that nothing can.
            low = byte
        }
        if isNegated { bits = ~bits }
    }

    func contains(_ byte: UInt8) -> Bool {
        bits[Int(byte >> 6)] >> UInt64(byte & 63) & 1 != 0
    }

    private mutating func insert(_ byte: UInt8) {
        bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
    }

    private static func end(_ rest: inout ArraySlice<UInt8>) -> UInt8? {
        guard let byte = rest.popFirst() else { return nil }
        return byte == UInt8(ascii: "\\") ? rest.popFirst() : byte
    }

    /// In the C locale.
    private static let classes: [String: @Sendable (UInt8) -> Bool] = [
        "alnum": { isLetter($0) || isDigit($0) },
        "alpha": { isLetter($0) },
        "blank": { $0 == 0x20 || $0 == 0x09 },
        "cntrl": { $0 < 0x20 || $0 == 0x7F },
        "digit": { isDigit($0) },
        "graph": { (0x21...0x7E).contains($0) },
        "lower": { (0x61...0x7A).contains($0) },
        "print": { (0x20...0x7E).contains($0) },
        "punct": { (0x21...0x7E).contains($0) && !isLetter($0) && !isDigit($0) },
        "space": { $0 == 0x20 || (0x09...0x0D).contains($0) },
        "upper": { (0x41...0x5A).contains($0) },
        "xdigit": { isDigit($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0) },
    ]

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
