/// What an earlier scan knows of the files of this one.
struct KnownFiles: Sendable {
    /// By the index of a file; nil for one that is new.
    private let files: [ScannedFile?]

    init(_ files: [ScannedFile?]) {
        self.files = files
    }

    func has(_ index: Int) -> Bool {
        files[index] != nil
    }

    /// The file as it was, when the file system says that it has not changed.
    func file(_ index: Int, status: FileMark) -> ScannedFile? {
        guard let file = files[index], file.mark.isSame(asStatusOf: status) else { return nil }
        return file
    }

    /// The file as it was, when its content is the same, with its new times.
    func file(_ index: Int, content: FileMark) -> ScannedFile? {
        guard var file = files[index], file.mark.size == content.size, file.mark.hash == content.hash else {
            return nil
        }
        file.mark = content
        file.origin = .sameContent
        return file
    }
}
