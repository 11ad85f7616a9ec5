/// Values of a file that many programs write: whatever has another type than it should counts as not there.
extension JSONNode {
    /// The last value of that key: what most readers of JSON take.
    subscript(_ key: String) -> JSONNode? {
        guard case .object(let members) = value else { return nil }
        return members.last { $0.key == key }?.value
    }

    var text: String? {
        if case .string(let text) = value { text } else { nil }
    }

    var elements: [JSONNode]? {
        if case .array(let elements) = value { elements } else { nil }
    }

    var isFalse: Bool {
        if case .bool(false) = value { true } else { false }
    }

    /// A whole number that fits a line or a column.
    var count: Int? {
        guard case .number(let digits) = value else { return nil }
        guard let number = Int(digits) ?? Double(digits).flatMap({ Int(exactly: $0) }) else { return nil }
        return (0...largestCount).contains(number) ? number : nil
    }

    /// An index into a list; negative ones mean none.
    func element(_ number: JSONNode?) -> JSONNode? {
        guard let index = number?.count, let elements, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    var members: [Member] {
        if case .object(let members) = value { members } else { [] }
    }
}
