import PaydownPython

/// The lines that classes and functions take up, decorators included.
struct DefinitionLines {
    private struct Definition {
        var first: UInt32
        var start: UInt32
        var last: UInt32
        var body: ScopeID
        /// The number of the definition around it, or -1.
        var outer = -1
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
        definitions = Self.nested((classes + functions).sorted { $0.start < $1.start })
    }

    /// Each with the one around it, so that thousands side by side are not all asked.
    private static func nested(_ definitions: [Definition]) -> [Definition] {
        var definitions = definitions
        var open: [Int] = []
        for index in definitions.indices {
            while let last = open.last, definitions[last].last < definitions[index].start { open.removeLast() }
            definitions[index].outer = open.last ?? -1
            open.append(index)
        }
        return definitions
    }

    /// The innermost definition that a line belongs to: of those around it, the one that begins last.
    func innermost(around line: UInt32) -> ScopeID? {
        var low = 0
        var high = definitions.count
        while low < high {
            let middle = (low + high) / 2
            if definitions[middle].start <= line { low = middle + 1 } else { high = middle }
        }
        // A decorator's line precedes the `def`: it belongs to the one that begins next.
        if low < definitions.count, definitions[low].first <= line { return definitions[low].body }
        var index = low - 1
        while index >= 0 {
            if line <= definitions[index].last { return definitions[index].body }
            index = definitions[index].outer
        }
        return nil
    }
}
