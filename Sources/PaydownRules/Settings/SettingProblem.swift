/// What is wrong with a setting. Text and the nearest known word are made where the file's name is known.
package struct SettingProblem: Error, Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// - Parameter table: the table's name as messages write it, such as `rule` or `scope.api`.
        case unknownKey(String, table: String, known: [String])
        case wrongType(key: String, expected: String, found: String)
        case badValue(key: String, value: String, expected: String, known: [String])
        /// - Parameter table: the table in words, such as `this [[rule]]`.
        case missingKey(String, table: String)
    }

    package var place: SettingPlace
    package var kind: Kind

    package init(_ kind: Kind, at place: SettingPlace) {
        self.kind = kind
        self.place = place
    }
}
