import PaydownCore

/// Reads the `findings` array straight into columns.
///
/// A performance file: a million findings are 16 million keys and values. Each text goes from the chunk into the string
/// table without a `String` in between, and the texts of a few findings go together, see `TextBatch`.
struct FindingReader {
    private(set) var table = FindingTable()
    /// False to check the findings but keep none of them.
    private let isKeeping: Bool
    /// Findings whose texts wait in `batch`: the ids of their text columns are numbers of entries + 1, those of their
    /// lists numbers of `waitingLists` + 1.
    private var waiting: [FindingRow] = []
    private var batch = TextBatch()
    private var row = FindingRow()
    /// 0-based, of the finding being read.
    private var number = 0
    /// Lists whose texts wait in `batch`; the id of a list column is a number of this array + 1.
    private var waitingLists: [Range<Int>] = []

    /// More than enough for the misses that a processor has under way at once, and small enough for its first cache.
    private static let batchSize = 8

    init(isKeeping: Bool) {
        self.isKeeping = isKeeping
    }

    /// Reads the array; what came before an error is in `table`.
    mutating func read(_ cursor: inout UnsafeJSONCursor) throws(SnapshotError) {
        guard try cursor.next() == 0x5B else {
            // Read to say what it is; a file that ends here says that instead.
            let node = try cursor.node(depth: 1)
            throw .wrongType(node.place, key: "findings", found: node.summary, expected: "an array of objects")
        }
        do throws(SnapshotError) {
            try cursor.eachElement(depth: 1) { (cursor) throws(SnapshotError) in
                if waiting.isEmpty { cursor.anchor = cursor.offset }
                try readFinding(&cursor)
                if waiting.count == Self.batchSize { flush(cursor) }
            }
        } catch {
            flush(cursor)
            throw error
        }
        flush(cursor)
        cursor.anchor = nil
    }

    /// Interns the texts of the findings that wait, and keeps these.
    private mutating func flush(_ cursor: borrowing UnsafeJSONCursor) {
        table.strings.intern(&batch) { cursor.bytes(at: $0.offset, count: $0.count) }
        let lists = waitingLists.map { table.lists.intern(batch.ids[$0]) }
        for row in waiting {
            table.append(row.resolved(by: batch.ids, lists))
        }
        waiting.removeAll(keepingCapacity: true)
        waitingLists.removeAll(keepingCapacity: true)
        batch.removeAll()
        if !isKeeping, table.strings.bytes.count > UnsafeJSONCursor.tokenLimit || table.count > 1 << 16 {
            // Only checked: text and rows must not pile up.
            table = FindingTable()
        }
    }

    /// Hands the table over, without what only growing needs.
    mutating func takeTable() -> FindingTable {
        defer { table = FindingTable() }
        table.seal()
        return table
    }

    private mutating func readFinding(_ cursor: inout UnsafeJSONCursor) throws(SnapshotError) {
        guard try cursor.next() == 0x7B else {
            let node = try cursor.node(depth: 2)
            throw .wrongType(node.place, key: name(nil), found: node.summary, expected: "an object")
        }
        if table.strings.bytes.count > Self.textLimit {
            throw .tooLong(cursor.here, what: "all text of the findings together", limit: Self.textLimit)
        }
        row = FindingRow()
        var seen: UInt32 = 0
        try cursor.eachMember(depth: 2) { (cursor, text) throws(SnapshotError) in
            let key = FindingKey(text)
            if key == .unknown {
                try cursor.colon()
                return try cursor.skipValue(depth: 3)
            }
            let bit: UInt32 = 1 << key.rawValue
            if seen & bit != 0 { throw .duplicateKey(cursor.keyPlace, key: name(key)) }
            seen |= bit
            try cursor.colon()
            try readValue(of: key, &cursor)
        }
        try checkRequired(seen, cursor)
        number += 1
        waiting.append(row)
    }

    /// Distinct text that a table of 32-bit offsets holds, less one token.
    private static let textLimit = Int(UInt32.max) - UnsafeJSONCursor.tokenLimit * 16

    @inline(__always)
    private mutating func readValue(of key: FindingKey, _ cursor: inout UnsafeJSONCursor) throws(SnapshotError) {
        switch key {
        case .rule: row.rule = try text(key, &cursor)
        case .path: row.path = try text(key, &cursor)
        case .line: row.line = try count(key, &cursor)
        case .column: row.column = try count(key, &cursor)
        case .endLine: row.endLine = try count(key, &cursor)
        case .endColumn: row.endColumn = try count(key, &cursor)
        case .symbol: row.symbol = try text(key, &cursor)
        case .message: row.message = try text(key, &cursor)
        case .excerpt: row.excerpt = try text(key, &cursor)
        case .fingerprint: row.fingerprint = try text(key, &cursor)
        case .scope: row.scope = try text(key, &cursor)
        case .statement: row.statement = try text(key, &cursor)
        case .context: try readContext(&cursor)
        case .tags: row.tags = try list(key, &cursor)
        case .related: try readRelated(&cursor)
        case .properties: try readProperties(&cursor)
        case .unknown: break
        }
    }

    private func checkRequired(_ seen: UInt32, _ cursor: borrowing UnsafeJSONCursor) throws(SnapshotError) {
        func has(_ key: FindingKey) -> Bool { seen & 1 << key.rawValue != 0 }
        if has(.rule), has(.path), has(.symbol) || has(.message) { return }
        let missing = !has(.rule) ? "rule" : !has(.path) ? "path" : "symbol"
        throw .missingKey(cursor.here, key: missing, inside: "'\(name(nil))'")
    }

    // MARK: Values

    @inline(__always)
    private mutating func text(
        _ key: FindingKey, _ cursor: inout UnsafeJSONCursor
    ) throws(SnapshotError) -> StringID {
        guard try cursor.next() == 0x22 else {
            throw try Self.wrongType(key, row: number, expected: "text in quotes", &cursor)
        }
        let text = try cursor.text()
        let entry = batch.append(offset: cursor.offset(of: text), count: text.utf8.count)
        return StringID(UInt32(entry + 1))
    }

    @inline(__always)
    private func count(_ key: FindingKey, _ cursor: inout UnsafeJSONCursor) throws(SnapshotError) -> UInt32 {
        _ = try cursor.next()
        if let value = cursor.smallNumber() { return value }
        return try longCount(key, &cursor)
    }

    private func longCount(_ key: FindingKey, _ cursor: inout UnsafeJSONCursor) throws(SnapshotError) -> UInt32 {
        let first = try cursor.next()
        guard first == 0x2D || first &- 0x30 < 10 else {
            throw try Self.wrongType(key, row: number, expected: "a whole number", &cursor)
        }
        let place = cursor.here
        let number = try cursor.number()
        if number.isInteger, let value = UInt32(number.string) { return value }
        if let value = Double(number.string), let count = UInt32(exactly: value) { return count }
        throw .badValue(
            place, key: name(key), found: "the number \(number.string.prefix(40))",
            expected: "a whole number from 0 to \(largestCount)")
    }

    /// - Parameter key: of a list of texts, or `properties` for the members in it.
    private mutating func list(
        _ key: FindingKey, _ cursor: inout UnsafeJSONCursor
    ) throws(SnapshotError) -> StringListID {
        let depth = key == .properties ? 4 : 3
        let suffix = key == .properties ? ".members" : ""
        let row = number
        guard try cursor.next() == 0x5B else {
            let node = try cursor.node(depth: depth)
            throw .wrongType(
                node.place, key: Self.name(key, row: row) + suffix, found: node.summary, expected: "an array of texts")
        }
        let first = batch.entries.count
        try cursor.eachElement(depth: depth) { (cursor) throws(SnapshotError) in
            guard try cursor.next() == 0x22 else {
                let node = try cursor.node(depth: depth + 1)
                throw .wrongType(
                    node.place, key: "\(Self.name(key, row: row))\(suffix)[\(batch.entries.count - first)]",
                    found: node.summary,
                    expected: "text in quotes")
            }
            let text = try cursor.text()
            _ = batch.append(offset: cursor.offset(of: text), count: text.utf8.count)
        }
        if batch.entries.count == first { return .empty }
        waitingLists.append(first..<batch.entries.count)
        return StringListID(UInt32(waitingLists.count))
    }

    /// Lines in the usual form go into the table as numbers; others are texts as any.
    private mutating func readContext(_ cursor: inout UnsafeJSONCursor) throws(SnapshotError) {
        let first = batch.entries.count
        row.context = try list(.context, &cursor)
        var hashes = LineHashes()
        for entry in batch.entries[first...] {
            guard hashes.append(cursor.bytes(at: entry.offset, count: entry.count)) else { return }
        }
        guard let id = table.lists.append(hashes), !id.isEmpty else { return }
        row.context = id
        batch.removeLast(batch.entries.count - first)
        waitingLists.removeLast()
    }

    private mutating func readRelated(_ cursor: inout UnsafeJSONCursor) throws(SnapshotError) {
        let node = try cursor.node(depth: 3)
        for object in try JSONObject.objects(node, name: name(.related)) {
            let line = try object.integer("line", default: 0, in: 0...largestCount)
            let column = try object.integer("column", default: 0, in: 0...largestCount)
            let path = try object.string("path")
            let message = try object.string("message", default: "")
            row.related.append(
                RelatedRow(
                    path: table.strings.intern(path), line: UInt32(line), column: UInt32(column),
                    message: table.strings.intern(message)))
        }
    }

    /// `members` becomes a list; everything else is kept as compact text.
    private mutating func readProperties(_ cursor: inout UnsafeJSONCursor) throws(SnapshotError) {
        guard try cursor.next() == 0x7B else {
            throw try Self.wrongType(.properties, row: number, expected: "an object", &cursor)
        }
        var rest = JSONText()
        var keys: Set<String> = []
        try cursor.eachMember(depth: 3) { (cursor, key) throws(SnapshotError) in
            let key = key.string
            if !keys.insert(key).inserted { throw .duplicateKey(cursor.keyPlace, key: "\(name(.properties)).\(key)") }
            try cursor.colon()
            if key == "members" {
                row.members = try list(.properties, &cursor)
            } else {
                rest.raw(rest.isEmpty ? "{" : ",")
                rest.string(key)
                rest.raw(":")
                try cursor.compactValue(depth: 4, into: &rest)
            }
        }
        if rest.isEmpty { return }
        rest.raw("}")
        row.properties = rest.withBytes { table.strings.intern($0) }
    }

    // MARK: Messages

    private func name(_ key: FindingKey?) -> String {
        Self.name(key, row: number)
    }

    private static func name(_ key: FindingKey?, row: Int) -> String {
        key.map { "findings[\(row)].\($0.name)" } ?? "findings[\(row)]"
    }

    /// Reads the value to say what it is; if that fails, this is what is thrown.
    private static func wrongType(
        _ key: FindingKey, row: Int, expected: String, _ cursor: inout UnsafeJSONCursor
    ) throws(SnapshotError) -> SnapshotError {
        let node = try cursor.node(depth: 3)
        return .wrongType(node.place, key: name(key, row: row), found: node.summary, expected: expected)
    }
}

extension FindingRow {
    /// The same row with the ids of its texts instead of the numbers of their entries.
    @inline(__always)
    fileprivate func resolved(by ids: [StringID], _ lists: [StringListID]) -> FindingRow {
        func id(_ entry: StringID) -> StringID {
            entry.isEmpty ? .empty : ids[Int(entry.rawValue) - 1]
        }
        func list(_ number: StringListID) -> StringListID {
            number.isEmpty || number.isOfHashes ? number : lists[Int(number.rawValue) - 1]
        }
        var row = self
        row.rule = id(rule)
        row.path = id(path)
        row.symbol = id(symbol)
        row.message = id(message)
        row.excerpt = id(excerpt)
        row.fingerprint = id(fingerprint)
        row.scope = id(scope)
        row.statement = id(statement)
        row.context = list(context)
        row.tags = list(tags)
        row.members = list(members)
        return row
    }
}
