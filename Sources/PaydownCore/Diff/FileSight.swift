/// Why a finding is not there any more, as far as its file tells.
struct FileSight {
    private let existing: Set<String>?
    /// Files and folders that the scan could not see.
    private let hidden: Set<String>
    /// What was found out about a path, by the pair of its old and new number.
    private var known: [UInt64: SnapshotDiff.OldState] = [:]

    init(files: FileMap, problems: [Coverage.Problem]) {
        existing = files.existing
        hidden = Set(problems.map { $0.path.hasSuffix("/") ? String($0.path.dropLast()) : $0.path })
    }

    /// - Parameters:
    ///   - path: the number of its path in the old snapshot.
    ///   - now: the number of the path where it should be now.
    mutating func state(ofMissing path: UInt32, now: UInt32, _ strings: StringTable) -> SnapshotDiff.OldState {
        let key = UInt64(path) << 32 | UInt64(now)
        if let state = known[key] { return state }
        let state = state(strings[StringID(path)], now: strings[StringID(now)])
        known[key] = state
        return state
    }

    private func state(_ path: String, now: String) -> SnapshotDiff.OldState {
        if isHidden(path) || isHidden(now) { return .unseen }
        if let existing, !now.isEmpty, !existing.contains(now) { return .gone }
        return .fixed
    }

    /// Whether the file or a folder around it was not seen.
    func isHidden(_ path: String) -> Bool {
        if hidden.isEmpty || path.isEmpty { return false }
        if hidden.contains(path) { return true }
        var rest = path[...]
        while let slash = rest.lastIndex(of: "/") {
            rest = rest[..<slash]
            if hidden.contains(String(rest)) { return true }
        }
        return false
    }
}
