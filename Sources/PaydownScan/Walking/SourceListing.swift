import PaydownCore

/// The files of a tree that a scan is to read, and all that it will not, each with its reason.
package struct SourceListing: Equatable, Sendable {
    /// By the bytes of their paths, ascending; relative to the root, with `/`.
    package var files: [String] = []
    /// By file, the number of its content in a tree that numbers them.
    var contents: [Int32] = []
    /// Files and folders that are left out, notebooks, names that cannot be written, folders that cannot be read.
    package var problems: [Coverage.Problem] = []

    package init() {}

    mutating func append(_ other: SourceListing) {
        files += other.files
        contents += other.contents
        problems += other.problems
    }

    /// What was listed since it was as long as that.
    func since(files count: Int, problems problemCount: Int) -> SourceListing {
        var part = SourceListing()
        part.files = Array(files[count...])
        part.contents = Array(contents[count...])
        part.problems = Array(problems[problemCount...])
        return part
    }
}
