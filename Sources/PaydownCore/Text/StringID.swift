/// The number of a string in one `StringTable`; 0 is always the empty string.
///
/// A finding is a row of such numbers: equal ids of one table mean equal strings, so grouping and
/// comparing a million findings never touches text. Ids of two tables say nothing about each other.
package struct StringID: Hashable, Comparable, Sendable {
    package let rawValue: UInt32

    @inlinable
    package init(_ rawValue: UInt32) {
        self.rawValue = rawValue
    }

    @inlinable
    package static var empty: StringID { StringID(0) }

    @inlinable
    package var isEmpty: Bool { rawValue == 0 }

    @inlinable
    package static func < (left: StringID, right: StringID) -> Bool {
        left.rawValue < right.rawValue
    }
}
