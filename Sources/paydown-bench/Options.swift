/// Arguments of a benchmark: `--name value` pairs and the rest in order.
struct Options: Sendable {
    private var values: [String: String] = [:]
    private(set) var rest: [String] = []

    init(_ arguments: [String]) {
        var index = 0
        while index < arguments.count {
            let argument = arguments[index]
            if argument.hasPrefix("--"), index + 1 < arguments.count {
                values[String(argument.dropFirst(2))] = arguments[index + 1]
                index += 1
            } else {
                rest.append(argument)
            }
            index += 1
        }
    }

    func text(_ name: String, default value: String) -> String {
        values[name] ?? value
    }

    func integer(_ name: String, default value: Int) throws -> Int {
        guard let text = values[name] else { return value }
        guard let number = Int(text), number > 0 else {
            throw BenchmarkError("--\(name) is '\(text)', expected a whole number above 0")
        }
        return number
    }
}
