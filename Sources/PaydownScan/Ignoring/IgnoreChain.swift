/// The ignore files that count in a folder, the nearest first.
///
/// Each answers for what it has a pattern for; what it says nothing about is left to the next. A folder's files are
/// asked only when the folder itself is not excluded, so that nothing takes back what is in an excluded folder.
package final class IgnoreChain: Sendable {
    private let file: IgnoreFile
    /// How many bytes of a path lead to the folder that the file's patterns are about.
    private let base: Int
    private let next: IgnoreChain?

    package init(_ file: IgnoreFile, base: Int, before next: IgnoreChain?) {
        self.file = file
        self.base = base
        self.next = next
    }

    /// What the files say about a file or folder.
    package enum Verdict: Equatable {
        case excluded(String)
        case included
    }

    /// Nil when no pattern is about it.
    ///
    /// - Parameters:
    ///   - path: from the repository's root, with `/`.
    ///   - name: where in it the last part begins.
    package func verdict(_ path: [UInt8], name: Int, isFolder: Bool) -> Verdict? {
        var chain: IgnoreChain? = self
        while let current = chain {
            if let pattern = current.file.decision(path, base: current.base, name: name, isFolder: isFolder) {
                return pattern.isNegated
                    ? .included : .excluded("excluded by \(current.file.name), line \(pattern.line)")
            }
            chain = current.next
        }
        return nil
    }
}
