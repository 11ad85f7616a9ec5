import PaydownPython

/// Hands files to one thread of a scan, one after the other.
protocol FileSupply: ~Copyable, SendableMetatype {
    /// A file that no other thread gets; nil when there are no more.
    mutating func next() -> ListedFile?

    /// Brings a file's text, or what is known of it without.
    mutating func load(_ file: ListedFile, into text: inout SourceText) -> LoadedFile
}

enum LoadedFile {
    /// The text is there.
    case text(FileMark)
    /// Nothing to scan.
    case known(ScannedFile)
}

/// Above this a file is none that a person wrote, and not worth the memory: 16 MiB.
enum SizeLimit {
    static let bytes = 16 << 20

    static var message: String { "larger than \(bytes >> 20) MiB" }
}
