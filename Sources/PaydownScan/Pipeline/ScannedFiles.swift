/// What became of files, by their index in the listing, ascending.
///
/// A performance type: there are tens of thousands, and each copy of one counts a handful of references up and down again.
/// They are moved from the thread that made them to the outcome.
struct ScannedFiles: Sendable {
    private(set) var indices: [Int] = []
    private(set) var files: [ScannedFile] = []

    init() {}

    mutating func append(_ file: consuming ScannedFile, index: Int) {
        indices.append(index)
        files.append(file)
    }

    /// What several threads have, of which no two have the same file.
    init(merging parts: consuming [ScannedFiles]) {
        var parts = parts
        let count = parts.reduce(0) { $0 + $1.files.count }
        indices.reserveCapacity(count)
        files.reserveCapacity(count)
        // From the end, where something can be taken away without moving the rest.
        while let last = parts.indices.max(by: { (parts[$0].indices.last ?? -1) < (parts[$1].indices.last ?? -1) }),
            let index = parts[last].indices.popLast(), let file = parts[last].files.popLast()
        {
            append(file, index: index)
        }
        indices.reverse()
        files.reverse()
    }
}
