import PaydownPython

/// What the lines of classes and functions are, decorators included, by offsets of bytes: no two begin on one line.
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
        func definition(_ site: FactSite, _ last: UInt32, _ body: ScopeID, _ decorators: Range<Int>) -> Definition {
            let first = decorators.reduce(site.offset) { min($0, facts.decorators[$1].offset) }
            return Definition(first: first, start: site.offset, last: last, body: body)
        }
        let classes = facts.classes.map { definition($0.site, $0.last, $0.body, $0.decorators) }
        let functions = facts.functions.map { definition($0.site, $0.last, $0.body, $0.decorators) }
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
    ///
    /// - Parameter line: its bytes, without its end.
    func innermost(around line: Range<Int>) -> ScopeID? {
        let (start, end) = (UInt32(truncatingIfNeeded: line.lowerBound), UInt32(truncatingIfNeeded: line.upperBound))
        var low = 0
        var high = definitions.count
        while low < high {
            let middle = (low + high) / 2
            if definitions[middle].start < end { low = middle + 1 } else { high = middle }
        }
        // A decorator's line precedes the `def`: it belongs to the one that begins next.
        if low < definitions.count, definitions[low].first < end { return definitions[low].body }
        var index = low - 1
        while index >= 0 {
            if start <= definitions[index].last { return definitions[index].body }
            index = definitions[index].outer
        }
        return nil
    }
}
