import PaydownCore

/// A value from a configuration file and where it was written, whatever the file's language.
package struct Setting: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        case string(String)
        case integer(Int)
        case number(Double)
        case boolean(Bool)
        case day(Day)
        case list([Setting])
        case table([String: Setting])
        /// Something that no setting can be, with what it is in words: `a time`.
        case other(String)
    }

    package var value: Value
    /// Of the key, or of the element in a list.
    package var keyPlace: SettingPlace
    package var place: SettingPlace

    package init(_ value: Value, keyPlace: SettingPlace = .start, place: SettingPlace = .start) {
        self.value = value
        self.keyPlace = keyPlace
        self.place = place
    }

    package var table: [String: Setting]? {
        if case .table(let table) = value { table } else { nil }
    }

    package var list: [Setting]? {
        if case .list(let list) = value { list } else { nil }
    }

    package var string: String? {
        if case .string(let string) = value { string } else { nil }
    }

    /// What kind of value it is, as messages say it.
    package var kind: String {
        switch value {
        case .string: "a string"
        case .integer: "a whole number"
        case .number: "a number"
        case .boolean: "true or false"
        case .day: "a date"
        case .list: "a list"
        case .table: "a table"
        case .other(let words): words
        }
    }
}

/// Line and column in a configuration file, both 1-based, the column in Unicode scalars.
package struct SettingPlace: Hashable, Comparable, Sendable {
    package var line: Int
    package var column: Int

    package static let start = SettingPlace(line: 1, column: 1)

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (left: SettingPlace, right: SettingPlace) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

extension Setting {
    /// The value without its places, in one form for all ways to write it: what a digest of rules is made of.
    package var canonicalText: String {
        switch value {
        case .string(let string): "\"" + string + "\""
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .boolean(let boolean): String(boolean)
        case .day(let day): day.iso
        case .list(let list): "[" + list.map(\.canonicalText).joined(separator: ",") + "]"
        case .table(let table):
            "{" + table.sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value.canonicalText }.joined(separator: ",")
                + "}"
        case .other(let words): "(" + words + ")"
        }
    }
}
