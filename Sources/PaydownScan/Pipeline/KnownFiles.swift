/// What an earlier scan knows of the files of this one.
struct KnownFiles: Sendable {
    private let cache: ScanCache
    /// By the index of a file, its number in the cache; -1 for one that is new.
    private let numbers: [Int32]
    private let paths: [String]

    init(_ cache: ScanCache, _ numbers: [Int32], _ paths: [String]) {
        self.cache = cache
        self.numbers = numbers
        self.paths = paths
    }

    /// How many files the earlier scan knew that are not there now.
    var vanished: Int { cache.count - numbers.count { $0 >= 0 } }

    /// The file as it was, when its content is the same, with its new times.
    func file(_ index: Int, content: FileMark) -> ScannedFile? {
        guard numbers[index] >= 0 else { return nil }
        var file = cache.file(Int(numbers[index]), path: paths[index])
        guard file.mark.size == content.size, file.mark.hash == content.hash else { return nil }
        file.mark = content
        file.origin = .sameContent
        return file
    }
}
