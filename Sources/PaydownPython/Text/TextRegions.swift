/// Where a text's strings and comments are, for rules that look only there, or only elsewhere.
///
/// Works on any text, also on one that CPython refuses. An f-string counts as a string with all of its fields.
package struct TextRegions: Sendable {
    package enum Kind: Sendable {
        case code
        case string
        case comment
    }

    /// In the order of the text; what lies between them is code.
    package private(set) var spans: [(span: ByteSpan, kind: Kind)] = []

    package init(_ source: borrowing SourceText, version: PythonVersion) {
        spans = source.withBytes { Self.spans($0, version) }
    }

    /// What the byte there belongs to.
    package func kind(at offset: UInt32) -> Kind {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].span.end <= offset { low = middle + 1 } else { high = middle }
        }
        guard low < spans.count, spans[low].span.start <= offset else { return .code }
        return spans[low].kind
    }

    private static func spans(
        _ text: UnsafeRawBufferPointer, _ version: PythonVersion
    ) -> [(span: ByteSpan, kind: Kind)] {
        var spans: [(span: ByteSpan, kind: Kind)] = []
        var skipper = StringSkipper(text, version: version)
        let identifier = LexerTables.shared.identifier
        var index = 0
        var word = 0..<0
        while index < text.count {
            let start = index
            switch text[index] {
            case UInt8(ascii: "#"):
                while index < text.count, text[index] != 0x0A, text[index] != 0x0D { index += 1 }
                spans.append((ByteSpan(start: UInt32(start), end: UInt32(index)), .comment))
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                let isPrefixed = word.upperBound == index
                index = skipper.end(ofStringAt: index, isFormat: isPrefixed && skipper.isFormat(word))
                spans.append((ByteSpan(start: UInt32(start), end: UInt32(index)), .string))
            case let byte where identifier[Int(byte)] != 0:
                while index < text.count, identifier[Int(text[index])] != 0 { index += 1 }
                word = start..<index
            default:
                index += 1
            }
        }
        return spans
    }
}
