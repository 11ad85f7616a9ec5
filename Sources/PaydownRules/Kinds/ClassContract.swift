import PaydownPython

/// The methods that classes of some names must have.
struct ClassContract: Sendable {
    let name: NameTest
    let methods: [String]
    /// The names of the parameters that a method must have, in order, by method.
    let parameters: [String: [String]]

    init(from settings: inout SettingReader) {
        name = settings.nameTest("class") ?? NameTest()
        parameters = settings.nested("parameters") { $0.stringLists() } ?? [:]
        methods = settings.strings("methods") ?? []
        if name.isTrivial { settings.require("class") }
        if methods.isEmpty { settings.require("methods") }
    }

    /// What a class with these methods of its own lacks, in the order of the contract.
    ///
    /// - Parameter asynchronous: methods that are there and do not count.
    func absent(
        from own: [String: FunctionFact], asynchronous: Set<String>, in file: FileReading
    ) -> [AbsentMethod] {
        methods.compactMap { method in
            guard let fact = own[method] else {
                return AbsentMethod(name: method, reason: asynchronous.contains(method) ? .asynchronous : .missing)
            }
            guard let expected = parameters[method] else { return nil }
            let found = file.facts.parameters[fact.parameters].map { file.names[$0.name] }
            return found == expected ? nil : AbsentMethod(name: method, reason: .parameters(found))
        }
    }
}

/// A method that a class should have, and has not as it should.
struct AbsentMethod: Equatable {
    enum Reason: Equatable {
        case missing
        /// It is there as an `async def`, which does not count.
        case asynchronous
        /// It is there, with these parameters.
        case parameters([String])

        var words: String {
            switch self {
            case .missing: "it is missing"
            case .asynchronous: "async def does not count"
            case .parameters(let names): "its parameters are (" + names.joined(separator: ", ") + ")"
            }
        }
    }

    var name: String
    var reason: Reason
}

extension SettingReader {
    /// Lists of strings by name, whatever the names.
    fileprivate mutating func stringLists() -> [String: [String]] {
        var lists: [String: [String]] = [:]
        for key in keys { lists[key] = strings(key) }
        return lists
    }
}
