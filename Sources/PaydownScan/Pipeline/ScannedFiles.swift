/// What became of the files that several threads have read, by their index in the listing.
///
/// A performance type: there are tens of thousands, and each copy of one counts a handful of references up and down again.
/// They are moved from the thread that made them to their places.
struct ScannedFiles: Sendable {
    /// One thread's.
    struct Part: Sendable {
        fileprivate var indices: [Int] = []
        fileprivate var files: [ScannedFile] = []

        mutating func append(_ file: consuming ScannedFile, index: Int) {
            indices.append(index)
            files.append(file)
        }
    }

    private var parts: [Part]

    /// - Parameter parts: no two have the same file.
    init(_ parts: consuming [Part] = []) {
        self.parts = parts
    }

    var count: Int { parts.reduce(0) { $0 + $1.files.count } }

    /// Each file, in no order.
    func forEach(_ body: (borrowing ScannedFile) -> Void) {
        for part in parts.indices {
            for index in parts[part].files.indices { body(parts[part].files[index]) }
        }
    }

    /// Puts each file in its place.
    consuming func move(to all: inout [ScannedFile]) {
        while var part = parts.popLast() {
            // Taken out without a name in between, which would be a copy.
            while let index = part.indices.popLast() { all[index] = part.files.removeLast() }
        }
    }

    /// All files of a listing, each of which was read.
    consuming func all(_ count: Int) -> [ScannedFile] {
        precondition(self.count == count, "a file was listed and not read")
        var all = [ScannedFile](repeating: ScannedFile(.parsed), count: count)
        move(to: &all)
        return all
    }
}
