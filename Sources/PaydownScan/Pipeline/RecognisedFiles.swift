/// The files of a listing, as far as an earlier scan knows them.
struct RecognisedFiles: Sendable {
    /// By the index of a file, its number in the cache; -1 for one that is new.
    private(set) var numbers: [Int32] = []
    /// By index, what is known of a file that has not changed. For one that is to be read, something in its place.
    private(set) var files: [ScannedFile] = []
    /// The indices of files that are to be read, ascending.
    private(set) var wanted: [Int] = []
    /// Of the files that are not.
    private(set) var byteCount = 0

    mutating func reserveCapacity(_ count: Int) {
        numbers.reserveCapacity(count)
        files.reserveCapacity(count)
    }

    mutating func append(_ file: consuming ScannedFile, _ number: Int) {
        numbers.append(Int32(number))
        byteCount += file.byteCount
        files.append(file)
    }

    /// - Parameter number: nil for a file that is not known.
    mutating func appendWanted(_ number: Int?) {
        wanted.append(files.count)
        numbers.append(number.map(Int32.init) ?? -1)
        files.append(ScannedFile(.parsed))
    }

    /// Those that come behind these in the listing.
    mutating func append(_ others: consuming RecognisedFiles) {
        let first = files.count
        wanted += others.wanted.map { first + $0 }
        numbers += others.numbers
        files += others.files
        byteCount += others.byteCount
    }

    /// What became of all files, when those that were wanted have been read.
    consuming func merged(with read: consuming ScannedFiles) -> [ScannedFile] {
        precondition(read.count == wanted.count, "a file has changed and was not read")
        read.move(to: &files)
        return files
    }
}
