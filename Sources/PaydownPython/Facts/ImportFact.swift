/// One module that an import statement names: `import a, b` makes two of them, `from m import a, b` one.
package struct ImportFact: Sendable {
    /// The module as written, whitespace left out; empty for `from . import x`.
    package var module: FactName
    /// The name after `as` in `import a as b`, or empty.
    package var alias: FactName
    /// How many dots precede the module.
    package var level: UInt32
    /// Whether this is a `from` import.
    package var isFrom: Bool
    /// The place of the statement.
    package var site: FactSite
    /// Where the module begins in `import a, b`; where the statement does in a `from` import.
    package var moduleOffset: UInt32
    /// Where the imported names begin in `FileFacts.importedNames`.
    package var firstName: UInt32
    package var nameCount: UInt32

    package var names: Range<Int> { Int(firstName)..<Int(firstName + nameCount) }
}

/// A name that a `from` import binds; `*` for all.
package struct ImportedNameFact: Sendable {
    package var name: FactName
    /// The name after `as`, or empty.
    package var alias: FactName
    package var offset: UInt32
}
