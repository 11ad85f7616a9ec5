import PaydownCore

/// What makes a snapshot that one: the same commit scanned by the same tool with the same rules is the same snapshot.
///
/// A work tree that differs from its commit is another one at every moment.
enum SnapshotKey {
    /// - Parameter ordinal: tells work trees of one second apart; they stand in this order.
    static func bytes(_ header: SnapshotHeader, ordinal: Int = 0) -> [UInt8] {
        var hasher = SHA256()
        func feed(_ text: String) {
            hasher.update(text)
            hasher.update(0)
        }
        feed(header.project.name)
        feed(header.tool.name)
        feed(header.tool.version)
        feed(header.tool.rules)
        feed(header.revision?.commit ?? "")
        if !isCommit(header) { feed(header.takenAt.iso) }
        var key = digest(hasher.finish())
        if ordinal > 0 { withUnsafeBytes(of: UInt32(clamping: ordinal).bigEndian) { key += $0 } }
        return key
    }

    /// Whether it shows a commit and nothing else.
    static func isCommit(_ header: SnapshotHeader) -> Bool {
        guard let revision = header.revision else { return false }
        return !revision.commit.isEmpty && !revision.isDirty
    }

    /// When the commit was made, or when the snapshot was taken.
    static func moment(_ header: SnapshotHeader) -> Timestamp {
        guard isCommit(header), let committedAt = header.revision?.committedAt else { return header.takenAt }
        return committedAt
    }

    static func digest(of bytes: [UInt8]) -> [UInt8] {
        var hasher = SHA256()
        bytes.withUnsafeBufferPointer { hasher.update($0) }
        return digest(hasher.finish())
    }

    /// 128 bits are enough to tell things apart that nobody forges.
    private static func digest(_ hash: (UInt64, UInt64, UInt64, UInt64)) -> [UInt8] {
        var writer = ByteWriter()
        writer.append(fixed: hash.0)
        writer.append(fixed: hash.1)
        return writer.bytes
    }
}
