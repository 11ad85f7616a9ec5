import PaydownCore

/// An object's members by key, each read as the type that is asked for or refused with its place.
///
/// Keys that nobody asks for are ignored. `null` is a value like any other: where text is wanted it is refused.
struct JSONObject {
    private let members: [String: JSONNode]
    let place: SnapshotPlace
    /// How a message calls it: `plan.phases[2]`; empty for the outermost.
    let name: String

    /// - Parameter name: of the value, for messages.
    init(_ node: JSONNode, name: String) throws(SnapshotError) {
        guard case .object(let list) = node.value else {
            throw .wrongType(node.place, key: name, found: node.summary, expected: "an object")
        }
        var members: [String: JSONNode] = [:]
        for member in list where members.updateValue(member.value, forKey: member.key) != nil {
            throw .duplicateKey(member.value.place, key: Self.join(name, member.key))
        }
        self.members = members
        self.place = node.place
        self.name = name
    }

    private static func join(_ name: String, _ key: String) -> String {
        name.isEmpty ? key : name + "." + key
    }

    func has(_ key: String) -> Bool { members[key] != nil }

    func string(_ key: String) throws(SnapshotError) -> String {
        guard let node = members[key] else { throw missing(key) }
        guard case .string(let text) = node.value else { throw wrongType(key, node, "text in quotes") }
        return text
    }

    func string(_ key: String, default value: String) throws(SnapshotError) -> String {
        has(key) ? try string(key) : value
    }

    func bool(_ key: String, default value: Bool) throws(SnapshotError) -> Bool {
        guard let node = members[key] else { return value }
        guard case .bool(let value) = node.value else { throw wrongType(key, node, "true or false") }
        return value
    }

    /// A finite number.
    func number(_ key: String) throws(SnapshotError) -> Double {
        guard let node = members[key] else { throw missing(key) }
        guard case .number(let digits) = node.value else { throw wrongType(key, node, "a number") }
        guard let value = Double(digits), value.isFinite else {
            throw badValue(key, node, "a number of at most about 1.8e308")
        }
        return value
    }

    func optionalNumber(_ key: String) throws(SnapshotError) -> Double? {
        has(key) ? try number(key) : nil
    }

    /// A whole number within a range; `12.0` is whole.
    func integer(_ key: String, default value: Int, in range: ClosedRange<Int>) throws(SnapshotError) -> Int {
        guard let node = members[key] else { return value }
        guard case .number(let digits) = node.value else { throw wrongType(key, node, "a whole number") }
        guard let value = Int(digits) ?? Double(digits).flatMap({ Int(exactly: $0) }), range.contains(value) else {
            throw badValue(key, node, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    func time(_ key: String) throws(SnapshotError) -> Timestamp {
        let text = try string(key)
        guard let time = Timestamp(text) else {
            throw .badValue(
                members[key]?.place ?? place, key: Self.join(name, key), found: "the text \"\(text.prefix(40))\"",
                expected: "a time with its offset such as 2025-09-14T15:49:15-07:00")
        }
        return time
    }

    func day(_ key: String) throws(SnapshotError) -> Day? {
        guard let node = members[key] else { return nil }
        guard let day = Day(try string(key)) else { throw badValue(key, node, "a day such as 2025-09-28") }
        return day
    }

    /// One of the words of an enumeration.
    func choice<Choice: RawRepresentable>(
        _ key: String, default value: Choice, of words: [Choice]
    ) throws(SnapshotError) -> Choice where Choice.RawValue == String {
        guard let node = members[key] else { return value }
        guard let choice = Choice(rawValue: try string(key)) else {
            throw badValue(key, node, "one of " + words.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }

    func object(_ key: String) throws(SnapshotError) -> JSONObject? {
        guard let node = members[key] else { return nil }
        return try JSONObject(node, name: Self.join(name, key))
    }

    /// The objects of an array; none when the key is missing.
    func objects(_ key: String) throws(SnapshotError) -> [JSONObject] {
        guard let node = members[key] else { return [] }
        return try Self.objects(node, name: Self.join(name, key))
    }

    /// The texts of an array; none when the key is missing.
    func strings(_ key: String) throws(SnapshotError) -> [String] {
        guard let node = members[key] else { return [] }
        guard case .array(let elements) = node.value else { throw wrongType(key, node, "an array of texts in quotes") }
        var texts: [String] = []
        for element in elements {
            guard case .string(let text) = element.value else { throw wrongType(key, element, "text in quotes") }
            texts.append(text)
        }
        return texts
    }

    static func objects(_ node: JSONNode, name: String) throws(SnapshotError) -> [JSONObject] {
        guard case .array(let elements) = node.value else {
            throw .wrongType(node.place, key: name, found: node.summary, expected: "an array of objects")
        }
        var objects: [JSONObject] = []
        objects.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            objects.append(try JSONObject(element, name: "\(name)[\(index)]"))
        }
        return objects
    }

    func badValue(_ key: String, expected: String) -> SnapshotError {
        guard let node = members[key] else { return missing(key) }
        return badValue(key, node, expected)
    }

    private func missing(_ key: String) -> SnapshotError {
        .missingKey(place, key: key, inside: name.isEmpty ? "the snapshot" : "'\(name)'")
    }

    private func wrongType(_ key: String, _ node: JSONNode, _ expected: String) -> SnapshotError {
        .wrongType(node.place, key: Self.join(name, key), found: node.summary, expected: expected)
    }

    private func badValue(_ key: String, _ node: JSONNode, _ expected: String) -> SnapshotError {
        .badValue(node.place, key: Self.join(name, key), found: node.summary, expected: expected)
    }
}
