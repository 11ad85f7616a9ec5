/// What encloses a statement, as far as rules ask for it.
package struct FactContext: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// In the body of a `try` (not in its handlers, `else` or `finally`).
    package static let inTry = FactContext(rawValue: 1)
    /// In an `except` clause.
    package static let inHandler = FactContext(rawValue: 2)
    /// In the body of a function, at any depth.
    package static let inFunction = FactContext(rawValue: 4)
    /// In the body of `if TYPE_CHECKING:` or `if typing.TYPE_CHECKING:`.
    package static let typeChecking = FactContext(rawValue: 8)
    /// Not directly in the body of its scope, but in an `if`, `for`, `while`, `with`, `try` or `match` there.
    package static let nested = FactContext(rawValue: 16)
}

/// The number of a `ScopeFact` in its file, or the module.
package struct ScopeID: Hashable, Sendable {
    package let rawValue: Int32

    package static let module = ScopeID(rawValue: -1)

    package var isModule: Bool { rawValue < 0 }
    package var index: Int { Int(rawValue) }
}

/// A class or function body, in which names are bound.
package struct ScopeFact: Sendable {
    package enum Kind: UInt8, Sendable {
        case `class`
        case function
    }

    package var kind: Kind
    package var name: FactName
    package var parent: ScopeID
    /// The index in `FileFacts.classes` or `FileFacts.functions`, by kind.
    package var owner: UInt32
}

/// Where a fact stands: the statement, what is around it, and the place CPython gives its node.
package struct FactSite: Hashable, Sendable {
    /// Of its first byte in the text.
    package var offset: UInt32
    /// How far CPython 3.8 puts it from its true line, as it does with what stands in an f-string; else 0.
    package var lineShift: Int32
    package var scope: ScopeID
    /// The index in `FileFacts.statements`.
    package var statement: UInt32
    package var context: FactContext
}
