import PaydownCore
import PaydownScreen

/// A value of a TOML document, with the place it was written at.
package struct TOMLNode: Equatable, Sendable {
    package enum Value: Equatable, Sendable {
        case string(String)
        case integer(Int)
        case float(Double)
        case boolean(Bool)
        /// A local date.
        case day(Day)
        /// A time, or a date with a time: nothing here has use for one.
        case time
        case array([TOMLNode])
        case table([String: TOMLNode])
    }

    package var value: Value
    /// Of the key, or of the element in an array.
    package var keyPosition: TextPosition
    package var position: TextPosition

    package init(_ value: Value, keyPosition: TextPosition, position: TextPosition) {
        self.value = value
        self.keyPosition = keyPosition
        self.position = position
    }

    package var string: String? {
        if case .string(let string) = value { string } else { nil }
    }

    package var boolean: Bool? {
        if case .boolean(let boolean) = value { boolean } else { nil }
    }

    package var array: [TOMLNode]? {
        if case .array(let array) = value { array } else { nil }
    }

    package var table: [String: TOMLNode]? {
        if case .table(let table) = value { table } else { nil }
    }

    /// What kind of value it is, as messages say it: `a string`.
    package var kind: String {
        switch value {
        case .string: "a string"
        case .integer: "a whole number"
        case .float: "a number"
        case .boolean: "true or false"
        case .day: "a date"
        case .time: "a time"
        case .array: "a list"
        case .table: "a table"
        }
    }
}

extension [String: TOMLNode] {
    /// The entries in the order of the text.
    package var inTextOrder: [(key: String, value: TOMLNode)] {
        sorted { ($0.value.keyPosition, $0.key) < ($1.value.keyPosition, $1.key) }
    }
}
