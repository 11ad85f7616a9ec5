import PaydownPython

/// What the names in the facts of the file at hand say.
package struct NameTexts {
    private let names: FactNames
    private let text: UnsafePointer<UInt8>

    /// - Parameter source: the text that the names are of; it must stay as long as this is asked.
    init(_ names: FactNames, of source: SourceBytes) {
        self.names = names
        text = source.start
    }

    var count: Int { names.count }

    /// See `FactNames`.
    @inline(__always)
    func plainLength(_ name: FactName) -> Int? { names.plainLength(name) }

    package subscript(name: FactName) -> String { names.text(name, of: text) }

    @inline(__always)
    package func withUTF8<Result>(_ name: FactName, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        names.withUTF8(name, of: text, body)
    }
}
