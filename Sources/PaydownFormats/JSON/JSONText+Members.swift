/// Objects and arrays, member by member; the commas come by themselves.
extension JSONText {
    /// Begins a member: a comma unless it is the first, and the key.
    mutating func key(_ key: StaticString) {
        // Text ends in a quote, so a brace at the end is always one that opens.
        if last != 0x7B { raw(",") }
        raw("\"")
        raw(key)
        raw("\":")
    }

    mutating func member(_ key: StaticString, _ text: String) {
        self.key(key)
        string(text)
    }

    mutating func member(_ key: StaticString, _ value: Int) {
        self.key(key)
        integer(value)
    }

    mutating func member(_ key: StaticString, _ value: Bool) {
        self.key(key)
        raw(value ? "true" : "false")
    }

    /// - Parameter name: of what holds the number, for the message when there is no such number in JSON.
    mutating func member(_ key: StaticString, _ value: Double, of name: String) throws(SnapshotError) {
        guard value.isFinite else { throw .unwritableValue(key: "\(name).\(key)", what: "\(value)") }
        self.key(key)
        number(value)
    }

    /// A member that is left out when it is empty.
    mutating func optional(_ key: StaticString, _ text: String) {
        if !text.isEmpty { member(key, text) }
    }

    /// A member that is left out when it is the value that a reader takes for granted.
    mutating func optional(_ key: StaticString, _ value: Int, default usual: Int = 0) {
        if value != usual { member(key, value) }
    }

    mutating func optional(_ key: StaticString, _ value: Double?, of name: String) throws(SnapshotError) {
        if let value { try member(key, value, of: name) }
    }

    mutating func object(_ body: (inout JSONText) throws(SnapshotError) -> Void) throws(SnapshotError) {
        raw("{")
        try body(&self)
        raw("}")
    }

    mutating func strings(_ texts: [String]) {
        raw("[")
        for (index, text) in texts.enumerated() {
            if index > 0 { raw(",") }
            string(text)
        }
        raw("]")
    }

    /// An array of objects, all on one line, or each on its own.
    mutating func objects<Item>(
        _ items: [Item], onLines: Bool = false, _ body: (inout JSONText, Item) throws(SnapshotError) -> Void
    ) throws(SnapshotError) {
        raw("[")
        for (index, item) in items.enumerated() {
            if index > 0 { raw(",") }
            if onLines { raw("\n") }
            try object { (text) throws(SnapshotError) in try body(&text, item) }
        }
        if onLines, !items.isEmpty { raw("\n") }
        raw("]")
    }
}
