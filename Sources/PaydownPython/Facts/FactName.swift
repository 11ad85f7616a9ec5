/// A name in a fact: the number, from 1, of its place in `FactNames`; 0 for none.
///
/// Two facts of one name have two numbers: only its text tells whether names are the same.
package struct FactName: Sendable {
    package let number: UInt32

    package static let empty = FactName(number: 0)

    @inlinable
    package var isEmpty: Bool { number == 0 }
}
