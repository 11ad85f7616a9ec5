/// The paths that a `.gitmodules` names.
enum SubmoduleList {
    /// Lines `path = some/folder`; quoted values are taken out of their quotes, without escapes.
    static func paths(_ text: [UInt8]) -> Set<[UInt8]> {
        var paths: Set<[UInt8]> = []
        for line in text.split(separator: 0x0A) {
            let parts = line.split(separator: UInt8(ascii: "="), maxSplits: 1)
            guard parts.count == 2, trimmed(parts[0]).elementsEqual("path".utf8) else { continue }
            var value = trimmed(parts[1])
            if value.count > 1, value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\"") {
                value = value.dropFirst().dropLast()
            }
            paths.insert(Array(value))
        }
        return paths
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.drop { $0 <= 0x20 }
        while let last = text.last, last <= 0x20 { text.removeLast() }
        return text
    }
}
