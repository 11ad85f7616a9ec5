import PaydownCore

/// The files of a tree that a scan is to read, and all that it will not, each with its reason.
package struct SourceListing: Equatable, Sendable {
    /// By the bytes of their paths, ascending; relative to the root, with `/`.
    package var files: [String] = []
    /// Files and folders that are left out, notebooks, names that cannot be written, folders that cannot be read.
    package var problems: [Coverage.Problem] = []

    package init() {}
}
