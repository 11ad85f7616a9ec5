/// Paths as people read them.
enum PathText {
    /// Bytes that are not UTF-8 stand as `\xE9`, so that different names stay different.
    static func shown(_ path: some Collection<UInt8>) -> String {
        if let text = String(validating: path, as: UTF8.self) { return text }
        return path.map { byte in
            byte < 0x80 ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
