/// Where the repository is.
enum SamplePlace {
    /// With a slash at its end.
    static let root =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/") + "/"
}
