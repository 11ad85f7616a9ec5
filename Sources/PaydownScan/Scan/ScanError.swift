/// Why nothing could be scanned.
package enum ScanError: Error, Equatable, Sendable, CustomStringConvertible {
    case unreadableRoot(String, reason: String)
    case notARepository(String)
    case unknownRevision(String, folder: String)
    /// It may be a commit before the ones that the clone has.
    case unknownInShallowClone(String, folder: String)
    case git(arguments: [String], reason: String)
    case gitMissing(reason: String)
    case interrupted

    package var description: String {
        switch self {
        case .unreadableRoot(let root, let reason):
            "\(root): cannot be read: \(reason); name a folder, or give --root"
        case .notARepository(let root):
            "\(root): not in a git repository; leave --commit out to scan the files that are there"
        case .unknownRevision(let revision, let folder):
            "\(folder): no commit is called '\(revision)'; 'git log --all' shows which there are"
        case .unknownInShallowClone(let revision, let folder):
            "\(folder): no commit is called '\(revision)' in this shallow clone; "
                + "'git fetch --unshallow' brings what was before"
        case .git(let arguments, let reason):
            "git \(arguments.joined(separator: " ")): \(reason); check that it works in this folder"
        case .gitMissing(let reason):
            "git could not be started: \(reason); install it, or leave --commit out"
        case .interrupted:
            "interrupted; nothing was written"
        }
    }
}
