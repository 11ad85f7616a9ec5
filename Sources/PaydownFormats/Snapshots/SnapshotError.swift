/// Why a snapshot could not be read or written.
package indirect enum SnapshotError: Error, Equatable, Sendable {
    // The file.
    case missing(file: String)
    case noPermission(file: String)
    case isFolder(file: String)
    case isSpecial(file: String)
    /// - Parameter reason: the system's words.
    case unreadable(file: String, reason: String)
    /// A link that leads back to itself.
    case endlessLink(file: String)
    case empty(file: String)
    /// - Parameter reason: what is wrong with the gzip data.
    case badCompression(file: String, reason: String)
    case cancelled(file: String)

    // The text.
    /// - Parameter encoding: the encoding that the first bytes show.
    case wrongEncoding(file: String, encoding: String)
    case syntax(SnapshotPlace, found: String, expected: String)
    case endsEarly(SnapshotPlace, inside: String)
    /// - Parameter byte: the byte that does not continue a valid sequence.
    case invalidUTF8(SnapshotPlace, byte: UInt8)
    case tooDeep(SnapshotPlace, limit: Int)
    /// - Parameter limit: bytes of UTF-8.
    case tooLong(SnapshotPlace, what: String, limit: Int)

    // What it says.
    case notASnapshot(SnapshotPlace, found: String)
    case newerVersion(SnapshotPlace, found: Int, known: Int)
    case wrongType(SnapshotPlace, key: String, found: String, expected: String)
    case badValue(SnapshotPlace, key: String, found: String, expected: String)
    case duplicateKey(SnapshotPlace, key: String)
    /// - Parameter inside: the object that lacks it.
    case missingKey(SnapshotPlace, key: String, inside: String)

    // Folders.
    case noSnapshots(folder: String, otherFiles: Int)

    // Writing.
    case unwritable(file: String, reason: String)
    /// - Parameter what: the value that JSON cannot hold.
    case unwritableValue(key: String, what: String)

    /// Whether there is nothing at all, rather than something that cannot be read.
    package var isMissing: Bool {
        switch self {
        case .missing, .noSnapshots: true
        default: false
        }
    }
}
