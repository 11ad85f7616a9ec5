import PaydownCore

/// One reading of one snapshot: the outermost object, whose parts may come in any order.
struct SnapshotSession {
    enum Mode {
        case full
        /// Stops where the findings begin, when enough came before.
        case header
    }

    private let mode: Mode
    private var parts = SnapshotHeaderParts()
    private var findings: FindingReader
    private var seen: Set<SnapshotHeaderParts.Key> = []

    init(mode: Mode) {
        self.mode = mode
        findings = FindingReader(isKeeping: mode == .full)
    }

    mutating func snapshot(_ cursor: inout UnsafeJSONCursor) throws(SnapshotError) -> Snapshot {
        _ = try readAll(&cursor)
        let header = try parts.header(at: cursor.here)
        return Snapshot(header: header, findings: findings.takeTable())
    }

    mutating func heading(_ cursor: inout UnsafeJSONCursor) throws(SnapshotError) -> SnapshotHeading {
        let isComplete = try readAll(&cursor)
        return SnapshotHeading(header: try parts.header(at: cursor.here), isComplete: isComplete)
    }

    /// After an error: what was read before it, when it is enough for a snapshot.
    mutating func salvaged(at place: SnapshotPlace) -> Snapshot? {
        // Without a header there is nothing to show; the error that broke the reading says why.
        guard let header = try? parts.header(at: place) else { return nil }
        return Snapshot(header: header, findings: findings.takeTable())
    }

    /// - Returns: false when it stopped at the findings.
    private mutating func readAll(_ cursor: inout UnsafeJSONCursor) throws(SnapshotError) -> Bool {
        try cursor.begin()
        guard try cursor.next() == 0x7B else {
            let node = try cursor.node(depth: 0)
            throw .notASnapshot(node.place, found: node.summary)
        }
        let isWhole = try cursor.members(depth: 0) { (cursor, key) throws(SnapshotError) in
            try readMember(key.string, &cursor)
        }
        if isWhole { try cursor.finish() }
        return isWhole
    }

    /// - Returns: false to stop here.
    private mutating func readMember(_ name: String, _ cursor: inout UnsafeJSONCursor) throws(SnapshotError) -> Bool {
        guard let key = SnapshotHeaderParts.Key(rawValue: name) else {
            try cursor.colon()
            try cursor.skipValue(depth: 1)
            return true
        }
        guard seen.insert(key).inserted else { throw .duplicateKey(cursor.keyPlace, key: name) }
        try cursor.colon()
        if key == .findings {
            if mode == .header, parts.suffices { return false }
            try readFindings(&cursor)
        } else {
            try parts.take(key, cursor.node(depth: 1))
        }
        return true
    }

    /// What other tools call findings is no broken snapshot.
    private mutating func readFindings(_ cursor: inout UnsafeJSONCursor) throws(SnapshotError) {
        do throws(SnapshotError) {
            try findings.read(&cursor)
        } catch {
            guard parts.hasFormat || !error.isAboutMeaning else {
                throw .notASnapshot(error.place ?? cursor.here, found: "findings of another kind")
            }
            throw error
        }
    }
}
