/// A sentence with words in braces: `{symbol} is defined in {places} places`.
struct MessageTemplate: Hashable, Sendable {
    private enum Piece: Hashable {
        case text(String)
        case word(String)
    }

    private let pieces: [Piece]

    /// The words in braces, in order.
    var words: [String] {
        pieces.compactMap { if case .word(let word) = $0 { word } else { nil } }
    }

    init(_ text: String) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            pieces.append(.word(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
    }

    func filled(_ word: (String) -> String) -> String {
        pieces.reduce(into: "") { sentence, piece in
            switch piece {
            case .text(let text): sentence += text
            case .word(let name): sentence += word(name)
            }
        }
    }

    /// Appends the bytes of the sentence.
    func fill(_ bytes: inout [UInt8], _ word: (String) -> String) {
        for piece in pieces {
            switch piece {
            case .text(let text): bytes.append(contentsOf: text.utf8)
            case .word(let name): bytes.append(contentsOf: word(name).utf8)
            }
        }
    }
}
