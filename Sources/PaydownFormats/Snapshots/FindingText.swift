import PaydownCore

/// Findings as JSON text, from the columns, one line each.
///
/// A performance file: texts go from the table into the file without a `String` in between.
struct FindingText {
    private let table: FindingTable

    init(_ table: FindingTable) {
        self.table = table
    }

    /// The keys in their fixed order; those with empty values are left out.
    mutating func append(_ row: Int, to text: inout JSONText) throws(SnapshotError) {
        text.raw("{\"rule\":")
        string(table.rule[row], &text)
        text.raw(",\"path\":")
        string(table.path[row], &text)
        number(",\"line\":", table.line[row], &text)
        number(",\"column\":", table.column[row], &text)
        number(",\"endLine\":", table.endLine[row], &text)
        number(",\"endColumn\":", table.endColumn[row], &text)
        // One of the two must be there; a finding without either says so with an empty symbol.
        if table.symbol[row].isEmpty, table.message[row].isEmpty { text.raw(",\"symbol\":\"\"") }
        optional(",\"symbol\":", table.symbol[row], &text)
        optional(",\"message\":", table.message[row], &text)
        optional(",\"excerpt\":", table.excerpt[row], &text)
        optional(",\"fingerprint\":", table.fingerprint[row], &text)
        optional(",\"scope\":", table.scope[row], &text)
        optional(",\"statement\":", table.statement[row], &text)
        context(row, &text)
        list(",\"tags\":", table.tags[row], &text)
        related(row, &text)
        try properties(row, &text)
        text.raw("}")
    }

    private func string(_ id: StringID, _ text: inout JSONText) {
        table.strings.withUTF8(id) { text.string($0) }
    }

    private func optional(_ key: StaticString, _ id: StringID, _ text: inout JSONText) {
        if id.isEmpty { return }
        text.raw(key)
        string(id, &text)
    }

    private func number(_ key: StaticString, _ value: UInt32, _ text: inout JSONText) {
        if value == 0 { return }
        text.raw(key)
        text.integer(value)
    }

    private func list(_ key: StaticString, _ id: StringListID, _ text: inout JSONText) {
        if id.isEmpty { return }
        text.raw(key)
        for (index, item) in table.lists[id].enumerated() {
            text.raw(index == 0 ? "[" : ",")
            string(item, &text)
        }
        text.raw("]")
    }

    private func context(_ row: Int, _ text: inout JSONText) {
        if table.context[row].isEmpty { return }
        text.raw(",\"context\":")
        var isFirst = true
        table.forEachContextLine(row) { line in
            text.raw(isFirst ? "[" : ",")
            text.string(line)
            isFirst = false
        }
        text.raw("]")
    }

    private func related(_ row: Int, _ text: inout JSONText) {
        let places = table.related(row)
        if places.isEmpty { return }
        text.raw(",\"related\":")
        for (index, place) in places.enumerated() {
            text.raw(index == 0 ? "[{\"path\":" : ",{\"path\":")
            string(place.path, &text)
            number(",\"line\":", place.line, &text)
            number(",\"column\":", place.column, &text)
            optional(",\"message\":", place.message, &text)
            text.raw("}")
        }
        text.raw("]")
    }

    /// The members and, behind them, what else the finding carries, which must be a JSON object.
    private func properties(_ row: Int, _ text: inout JSONText) throws(SnapshotError) {
        let members = table.members[row]
        let rest = table.properties[row]
        if members.isEmpty, rest.isEmpty { return }
        text.raw(",\"properties\":{")
        if !members.isEmpty { list("\"members\":", members, &text) }
        if !rest.isEmpty {
            let inner = try compactMembers(of: rest, row: row)
            if !members.isEmpty, !inner.isEmpty { text.raw(",") }
            inner.withUnsafeBufferPointer { text.raw($0) }
        }
        text.raw("}")
    }

    /// What stands between the braces of an object, checked, since it may come from another tool.
    private func compactMembers(of id: StringID, row: Int) throws(SnapshotError) -> [UInt8] {
        let key = "findings[\(row)].properties"
        var cursor = UnsafeJSONCursor(file: key, source: UnsafeMemorySource.source(Array(table.strings[id].utf8)))
        var compact = JSONText()
        do throws(SnapshotError) {
            guard try cursor.next() == 0x7B else { throw .unwritableValue(key: key, what: "no JSON object") }
            // As deep as it will be when it is read again.
            try cursor.compactValue(depth: 3, into: &compact)
            try cursor.finish()
        } catch {
            throw .unwritableValue(key: key, what: "no JSON object (\(error))")
        }
        return compact.withBytes { Array($0.dropFirst().dropLast()) }
    }
}
