/// A class statement; its members are the facts whose scope is `body`.
package struct ClassFact: Sendable {
    package var name: FactName
    /// The place of the word `class` and what encloses it; the statement is the header up to the colon.
    package var site: FactSite
    /// The last byte of the body.
    package var last: UInt32
    package var body: ScopeID
    package var firstBase: UInt32
    package var baseCount: UInt32
    package var firstDecorator: UInt32
    package var decoratorCount: UInt32

    package var bases: Range<Int> { Int(firstBase)..<Int(firstBase + baseCount) }
    package var decorators: Range<Int> { Int(firstDecorator)..<Int(firstDecorator + decoratorCount) }
}

/// One argument in the parentheses of a class statement.
package struct BaseFact: Sendable {
    package enum Kind: UInt8, Sendable {
        case base
        /// `*bases`
        case unpacked
        /// `metaclass=M`
        case keyword
        /// `**options`
        case unpackedKeywords
    }

    package var kind: Kind
    /// The keyword's name, or empty.
    package var keyword: FactName
    /// The dotted name, when the argument is one; else empty. The base of `Generic[T]` is in `subscripted`.
    package var name: FactName
    /// `Generic` of `Generic[T]`, or empty.
    package var subscripted: FactName
    package var offset: UInt32
    /// The argument's own text, without a keyword or stars.
    package var text: ByteSpan
}

/// A `def` or `async def`; a method when its scope is a class.
package struct FunctionFact: Sendable {
    package var name: FactName
    package var isAsync: Bool
    /// The place of `def` or `async`; the statement is the header up to the colon.
    package var site: FactSite
    /// The last byte of the body.
    package var last: UInt32
    package var body: ScopeID
    package var firstParameter: UInt32
    package var parameterCount: UInt32
    package var firstDecorator: UInt32
    package var decoratorCount: UInt32
    /// The text after `->`, or empty.
    package var returns: ByteSpan

    package var parameters: Range<Int> { Int(firstParameter)..<Int(firstParameter + parameterCount) }
    package var decorators: Range<Int> { Int(firstDecorator)..<Int(firstDecorator + decoratorCount) }
}

package struct ParameterFact: Sendable {
    package enum Kind: UInt8, Sendable {
        case positionalOnly
        case positional
        /// `*args`
        case variadic
        case keywordOnly
        /// `**options`
        case keywords
    }

    package var kind: Kind
    package var hasDefault: Bool
    package var name: FactName
    package var annotation: ByteSpan
}

package struct DecoratorFact: Sendable {
    /// The dotted name that decorates or that is called to decorate; empty for any other expression.
    package var name: FactName
    package var offset: UInt32
    /// The expression after `@`.
    package var text: ByteSpan
}
