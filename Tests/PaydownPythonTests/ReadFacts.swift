import PaydownPython

/// The facts of one text, with names and places as people read them.
struct ReadFacts {
    let facts: FileFacts
    /// The decoded text, and a zero byte.
    private let bytes: [UInt8]
    /// Where its lines begin, found byte by byte.
    private let starts: [Int]

    /// Scans the text.
    init(_ source: inout SourceText, by scanner: borrowing PythonScanner) {
        var facts = FileFacts()
        scanner.scan(&source, into: &facts)
        let bytes = source.withBytes { Array($0) + [0] }
        self.facts = facts
        self.bytes = bytes
        starts =
            [0]
            + bytes.indices.dropLast().filter {
                bytes[$0] == 0x0A || bytes[$0] == 0x0D && bytes[$0 + 1] != 0x0A
            }.map { $0 + 1 }
    }

    func text(_ name: FactName) -> String {
        bytes.withUnsafeBufferPointer { facts.names.text(name, of: $0.baseAddress.unsafelyUnwrapped) }
    }

    func line(_ offset: UInt32) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= Int(offset) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func position(_ offset: UInt32) -> Position {
        let line = line(offset)
        let column = bytes[starts[line - 1]..<Int(offset)].count { $0 & 0xC0 != 0x80 } + 1
        return Position(line: UInt32(line), column: UInt32(column))
    }

    func position(_ site: FactSite) -> Position {
        var position = position(site.offset)
        position.line = UInt32(Int(position.line) + Int(site.lineShift))
        return position
    }

    /// The names of the enclosing classes and functions, joined by dots; empty at module level.
    func scope(_ site: FactSite) -> String {
        var parts: [String] = []
        var scope = site.scope
        while !scope.isModule {
            parts.append(text(facts.scopes[scope.index].name))
            scope = facts.scopes[scope.index].parent
        }
        return parts.reversed().joined(separator: ".")
    }
}
