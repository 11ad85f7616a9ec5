/// A call of a bare or dotted name.
package struct CallFact: Sendable {
    /// `f` or `a.b.f`, whitespace left out.
    package var name: FactName
    /// The first positional argument, when it is one plain string that looks like a key; else empty.
    package var key: FactName
    package var site: FactSite
}

/// `name[key]`, where the key is one plain string that looks like a key.
package struct SubscriptFact: Sendable {
    package var name: FactName
    package var key: FactName
    package var site: FactSite
}

/// A string literal whose value is a dotted name, such as the target of a patch.
package struct DottedStringFact: Sendable {
    package var text: FactName
    package var site: FactSite
}

/// A bare or dotted name that a statement assigns to; in the body of a function only a dotted one, and none of `self`.
package struct AssignmentFact: Sendable {
    package enum Kind: UInt8, Sendable {
        /// `name = value`, also one of several targets.
        case plain
        /// `name: type = value`
        case annotated
        /// `name: type`
        case declared
        /// `name += value`
        case augmented
        /// A name within a tuple or list of targets.
        case unpacked
    }

    package var target: FactName
    package var kind: Kind
    /// What is assigned.
    package var value: ValueForm
    /// The dotted name called, when the value is such a call; else empty.
    package var callee: FactName
    /// The place of the target.
    package var site: FactSite
}

/// What kind of expression a value is, parentheses looked through.
package enum ValueForm: UInt8, Sendable {
    case absent
    case name
    case attribute
    case subscription
    case call
    case tuple
    case list
    case dictionary
    case set
    case comprehension
    case none
    case boolean
    case number
    case string
    case other
}

/// A name in a `global` or `nonlocal` statement.
package struct GlobalFact: Sendable {
    package var name: FactName
    package var isNonlocal: Bool
    /// The place of the statement.
    package var site: FactSite
}
