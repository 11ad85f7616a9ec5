/// A JSON value that knows where it stands, for the parts of a snapshot that are small.
struct JSONNode {
    enum Value {
        case null
        case bool(Bool)
        /// The digits as written; their grammar has been checked.
        case number(String)
        case string(String)
        case array([JSONNode])
        case object([Member])
    }

    struct Member {
        let key: String
        let value: JSONNode
    }

    let value: Value
    /// Of the value's first byte.
    let place: SnapshotPlace

    init(_ value: Value, at place: SnapshotPlace) {
        self.value = value
        self.place = place
    }

    /// What stands there, as a message calls it: `the text "x"`, `an array`.
    var summary: String {
        switch value {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let digits): "the number \(digits.prefix(40))"
        case .string(let text): "the text \"\(text.prefix(40))\(text.count > 40 ? "…" : "")\""
        case .array: "an array"
        case .object: "an object"
        }
    }
}
