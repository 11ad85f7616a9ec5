import Testing

/// Expects two lists of lines to be the same, and shows only the lines that one of them has alone.
func expectSame(_ found: [String], _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    let difference = expected.difference(from: found)
    let lines = difference.map { change in
        switch change {
        case .insert(_, let line, _): "missing: " + line
        case .remove(_, let line, _): "extra:   " + line
        }
    }
    #expect(lines.isEmpty, "\(lines.sorted().joined(separator: "\n"))", sourceLocation: sourceLocation)
}
