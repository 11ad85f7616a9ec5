/// Paths as people read them.
enum PathText {
    /// Nil for bytes that are not UTF-8.
    ///
    /// The standard library looks up types for each text that it validates, which takes longer than to look at a path's bytes.
    static func exact(_ path: ArraySlice<UInt8>) -> String? {
        path.reduce(0, |) < 0x80 ? String(decoding: path, as: UTF8.self) : String(validating: path, as: UTF8.self)
    }

    /// Bytes that are not UTF-8 stand as `\xE9`, so that different names stay different.
    static func shown(_ path: ArraySlice<UInt8>) -> String {
        if let text = exact(path) { return text }
        return path.map { byte in
            byte < 0x80 ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
