import PaydownRules
import PaydownScreen

extension Setting {
    /// A value of a TOML document, with its place.
    package init(_ node: TOMLNode) {
        let value: Setting.Value =
            switch node.value {
            case .string(let string): .string(string)
            case .integer(let number): .integer(number)
            case .float(let number): .number(number)
            case .boolean(let boolean): .boolean(boolean)
            case .day(let day): .day(day)
            case .time: .other("a time")
            case .array(let nodes): .list(nodes.map(Setting.init))
            case .table(let table): .table(table.mapValues(Setting.init))
            }
        self.init(
            value, keyPlace: SettingPlace(line: node.keyPosition.line, column: node.keyPosition.column),
            place: SettingPlace(line: node.position.line, column: node.position.column))
    }
}

extension ConfigurationError {
    /// A problem with rules, in the words of all configuration errors.
    package init(_ problem: SettingProblem, file: String) {
        let position = TextPosition(line: problem.place.line, column: problem.place.column)
        let words: Problem =
            switch problem.kind {
            case .unknownKey(let key, let table, let known):
                .unknownKey(key, table: table, nearest: NearestName.of(key, among: known), known: known)
            case .wrongType(let key, let expected, let found):
                .wrongType(key: key, expected: expected, found: found)
            case .badValue(let key, let value, let expected, let known):
                .badValue(
                    key: key, value: value, expected: expected, nearest: NearestName.of(value, among: known))
            case .missingKey(let key, let table): .missingKey(key, table: table)
            }
        self.init(file: file, at: position, words)
    }
}
