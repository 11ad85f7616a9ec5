/// The keys of a finding; the raw value is the key's bit in a set of those that were seen.
enum FindingKey: UInt32 {
    case rule
    case path
    case line
    case column
    case endLine
    case endColumn
    case symbol
    case message
    case excerpt
    case fingerprint
    case scope
    case statement
    case context
    case tags
    case related
    case properties
    case unknown

    /// A performance function: 15 keys a finding, told apart by their first eight bytes, then compared whole.
    @inline(__always)
    init(_ text: UnsafeJSONCursor.Text) {
        let candidate = FindingKey(firstWord: text.firstWord)
        self = candidate.isSpelled(text) ? candidate : .unknown
    }

    /// The key that begins with these bytes, little-endian, filled up with zeros.
    @inline(__always)
    private init(firstWord: UInt64) {
        switch firstWord {
        case 0x656C_7572: self = .rule
        case 0x6874_6170: self = .path
        case 0x656E_696C: self = .line
        case 0x6E6D_756C_6F63: self = .column
        case 0x65_6E69_4C64_6E65: self = .endLine
        case 0x6D75_6C6F_4364_6E65: self = .endColumn
        case 0x6C6F_626D_7973: self = .symbol
        case 0x65_6761_7373_656D: self = .message
        case 0x74_7072_6563_7865: self = .excerpt
        case 0x7270_7265_676E_6966: self = .fingerprint
        case 0x65_706F_6373: self = .scope
        case 0x6E65_6D65_7461_7473: self = .statement
        case 0x74_7865_746E_6F63: self = .context
        case 0x7367_6174: self = .tags
        case 0x64_6574_616C_6572: self = .related
        case 0x6974_7265_706F_7270: self = .properties
        default: self = .unknown
        }
    }

    /// Keys of up to eight bytes are told by their first word already, unless bytes follow.
    @inline(__always)
    private func isSpelled(_ text: UnsafeJSONCursor.Text) -> Bool {
        let utf8 = text.utf8
        switch self {
        case .endColumn: return utf8.count == 9 && utf8[8] == 0x6E
        case .fingerprint: return utf8.count == 11 && utf8[8] == 0x69 && utf8[9] == 0x6E && utf8[10] == 0x74
        case .statement: return utf8.count == 9 && utf8[8] == 0x74
        case .properties: return utf8.count == 10 && utf8[8] == 0x65 && utf8[9] == 0x73
        default: return utf8.count <= 8
        }
    }

    /// As it is written; empty for unknown keys.
    var name: StaticString {
        switch self {
        case .rule: "rule"
        case .path: "path"
        case .line: "line"
        case .column: "column"
        case .endLine: "endLine"
        case .endColumn: "endColumn"
        case .symbol: "symbol"
        case .message: "message"
        case .excerpt: "excerpt"
        case .fingerprint: "fingerprint"
        case .scope: "scope"
        case .statement: "statement"
        case .context: "context"
        case .tags: "tags"
        case .related: "related"
        case .properties: "properties"
        case .unknown: ""
        }
    }
}
