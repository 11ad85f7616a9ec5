/// What is known about files between two snapshots, from git or from the disk.
package struct FileMap: Equatable, Sendable {
    /// From the path in the old snapshot to the path in the new one. What stands here is believed; other files that
    /// went are looked for by the similarity of their findings.
    package var renames: [String: String]
    /// Every file that there is now; nil when that is not known, and then no finding counts as gone.
    package var existing: Set<String>?

    package init(renames: [String: String] = [:], existing: Set<String>? = nil) {
        self.renames = renames
        self.existing = existing
    }
}
