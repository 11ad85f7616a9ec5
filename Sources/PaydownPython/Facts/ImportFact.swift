import PaydownCore

/// One module that an import statement names: `import a, b` makes two of them, `from m import a, b` one.
package struct ImportFact: Hashable, Sendable {
    /// The module as written, whitespace left out; empty for `from . import x`.
    package var module: StringID
    /// The name after `as` in `import a as b`, or empty.
    package var alias: StringID
    /// How many dots precede the module.
    package var level: UInt32
    /// Whether this is a `from` import.
    package var isFrom: Bool
    /// The place of the statement.
    package var site: FactSite
    /// The place of the module in `import a, b`; that of the statement in a `from` import.
    package var modulePosition: Position
    /// Where the imported names begin in `FileFacts.importedNames`.
    package var firstName: UInt32
    package var nameCount: UInt32

    package var names: Range<Int> { Int(firstName)..<Int(firstName + nameCount) }
}

/// A name that a `from` import binds; `*` for all.
package struct ImportedNameFact: Hashable, Sendable {
    package var name: StringID
    /// The name after `as`, or empty.
    package var alias: StringID
    package var position: Position
}
