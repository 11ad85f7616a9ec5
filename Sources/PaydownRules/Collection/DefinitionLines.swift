import PaydownPython

/// The lines that classes and functions take up, decorators included.
struct DefinitionLines {
    private struct Definition {
        var first: UInt32
        var start: UInt32
        var last: UInt32
        var body: ScopeID
    }

    private let definitions: [Definition]

    init(_ facts: FileFacts) {
        func first(_ decorators: Range<Int>, _ line: UInt32) -> UInt32 {
            decorators.reduce(line) { min($0, facts.decorators[$1].position.line) }
        }
        let classes = facts.classes.map {
            Definition(
                first: first($0.decorators, $0.site.position.line), start: $0.site.position.line, last: $0.endLine,
                body: $0.body)
        }
        let functions = facts.functions.map {
            Definition(
                first: first($0.decorators, $0.site.position.line), start: $0.site.position.line, last: $0.endLine,
                body: $0.body)
        }
        definitions = (classes + functions).sorted { $0.start < $1.start }
    }

    /// The innermost definition that a line belongs to: of those around it, the one that begins last.
    func innermost(around line: UInt32) -> ScopeID? {
        var low = 0
        var high = definitions.count
        // A decorator's line precedes the `def`, so that the last candidates begin after the line.
        while low < high {
            let middle = (low + high) / 2
            if definitions[middle].start <= line { low = middle + 1 } else { high = middle }
        }
        for definition in definitions[low...] where definition.first <= line { return definition.body }
        return definitions[..<low].last { $0.first <= line && line <= $0.last }?.body
    }
}
