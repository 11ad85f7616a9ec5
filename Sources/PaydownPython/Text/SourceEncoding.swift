/// An encoding other than UTF-8 that a file may declare.
struct SourceEncoding {
    init?(_ name: String) {
        return nil
    }

    func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        nil
    }
}
