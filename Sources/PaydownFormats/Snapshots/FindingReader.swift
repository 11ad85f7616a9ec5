import PaydownCore

/// Reads the `findings` array straight into columns.
///
/// A performance file: a million findings are 16 million keys and values. Each text goes from the chunk into
/// the string table without a `String` in between; where a column repeats the value of the row before, as
/// rules and paths do in files that are written in order, the table is not asked at all.
struct FindingReader {
    private(set) var table = FindingTable()
    /// False to check the findings but keep none of them.
    private let isKeeping: Bool
    private var row = FindingRow()
    /// 0-based, of the finding being read.
    private var number = 0
    private var listItems: [StringID] = []
    private var last = LastTexts()

    init(isKeeping: Bool) {
        self.isKeeping = isKeeping
    }

    /// Reads the array; what came before an error is in `table`.
    mutating func read(_ cursor: inout UnsafeJSONCursor) throws(SnapshotError) {
        guard try cursor.next() == 0x5B else {
            throw .wrongType(cursor.here, key: "findings", found: "something else", expected: "an array of objects")
        }
        try cursor.eachElement(depth: 1) { (cursor) throws(SnapshotError) in
            try readFinding(&cursor)
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
            throw .wrongType(cursor.here, key: name(nil), found: "not an object", expected: "an object")
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
        if isKeeping {
            table.append(row)
        } else if table.strings.bytes.count > UnsafeJSONCursor.tokenLimit {
            // Only checked: text must not pile up.
            table = FindingTable()
            last = LastTexts()
        }
    }

    /// Distinct text that a table of 32-bit offsets holds, less one token.
    private static let textLimit = Int(UInt32.max) - UnsafeJSONCursor.tokenLimit * 16

    @inline(__always)
    private mutating func readValue(of key: FindingKey, _ cursor: inout UnsafeJSONCursor) throws(SnapshotError) {
        switch key {
        case .rule: row.rule = try Self.text(key, &last.rule, &table, row: number, &cursor)
        case .path: row.path = try Self.text(key, &last.path, &table, row: number, &cursor)
        case .line: row.line = try count(key, &cursor)
        case .column: row.column = try count(key, &cursor)
        case .endLine: row.endLine = try count(key, &cursor)
        case .endColumn: row.endColumn = try count(key, &cursor)
        case .symbol: row.symbol = try Self.text(key, &last.symbol, &table, row: number, &cursor)
        case .message: row.message = try Self.text(key, &last.message, &table, row: number, &cursor)
        case .excerpt: row.excerpt = try Self.text(key, &last.excerpt, &table, row: number, &cursor)
        case .fingerprint: row.fingerprint = try Self.text(key, &last.fingerprint, &table, row: number, &cursor)
        case .scope: row.scope = try Self.text(key, &last.scope, &table, row: number, &cursor)
        case .statement: row.statement = try Self.text(key, &last.statement, &table, row: number, &cursor)
        case .context: row.context = try list(key, &cursor)
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
    private static func text(
        _ key: FindingKey, _ last: inout LastTexts.Entry, _ table: inout FindingTable, row: Int,
        _ cursor: inout UnsafeJSONCursor
    ) throws(SnapshotError) -> StringID {
        guard try cursor.next() == 0x22 else {
            throw try wrongType(key, row: row, expected: "text in quotes", &cursor)
        }
        let text = try cursor.text()
        if last.hash == text.hash, table.strings.isEqual(last.id, text.utf8) { return last.id }
        let id = table.strings.intern(text.utf8, hash: text.hash)
        last.hash = text.hash
        last.id = id
        return id
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
        listItems.removeAll(keepingCapacity: true)
        try cursor.eachElement(depth: depth) { (cursor) throws(SnapshotError) in
            guard try cursor.next() == 0x22 else {
                let node = try cursor.node(depth: depth + 1)
                throw .wrongType(
                    node.place, key: "\(Self.name(key, row: row))\(suffix)[\(listItems.count)]", found: node.summary,
                    expected: "text in quotes")
            }
            let text = try cursor.text()
            listItems.append(table.strings.intern(text.utf8, hash: text.hash))
        }
        return table.lists.intern(listItems)
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
                rest.raw(rest.bytes.isEmpty ? "{" : ",")
                rest.string(key)
                rest.raw(":")
                try cursor.compactValue(depth: 4, into: &rest)
            }
        }
        if rest.bytes.isEmpty { return }
        rest.raw("}")
        row.properties = rest.bytes.withUnsafeBufferPointer { table.strings.intern($0) }
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

/// The text that each column had in the row before.
private struct LastTexts {
    struct Entry {
        var hash: UInt64 = 0
        var id = StringID.empty
    }

    var rule = Entry()
    var path = Entry()
    var symbol = Entry()
    var message = Entry()
    var excerpt = Entry()
    var fingerprint = Entry()
    var scope = Entry()
    var statement = Entry()
}
