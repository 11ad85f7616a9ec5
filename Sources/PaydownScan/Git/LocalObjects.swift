/// Which objects a repository has, where it may lack some.
///
/// A partial clone fetches what it lacks as soon as somebody asks, one request an object: reading a history would take
/// days and the network. So it is asked for what it has, which fetches nothing, and the rest is left alone.
struct LocalObjects {
    /// Nil when nothing is missing on purpose.
    private let present: Set<ObjectID>?

    init(in folder: String) throws(ScanError) {
        guard try Self.isPartial(folder) else {
            present = nil
            return
        }
        let listing = try GitProcess.output(
            ["cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)"], in: folder)
        present = Set(listing.split(separator: 0x0A).compactMap { ObjectID($0) })
    }

    func has(_ object: ObjectID) -> Bool {
        present?.contains(object) ?? true
    }

    private static func isPartial(_ folder: String) throws(ScanError) -> Bool {
        let settings = try GitProcess.output(["config", "--list", "--name-only", "-z"], in: folder)
        return settings.split(separator: 0).contains { setting in
            let name = String(decoding: setting, as: UTF8.self).lowercased()
            return name == "extensions.partialclone" || name.hasPrefix("remote.") && name.hasSuffix(".promisor")
        }
    }

    /// Whether the repository ends before the first commit: it is a shallow clone.
    static func isShallow(_ folder: String) throws(ScanError) -> Bool {
        try GitProcess.output(["rev-parse", "--is-shallow-repository"], in: folder).starts(with: Array("true".utf8))
    }
}
