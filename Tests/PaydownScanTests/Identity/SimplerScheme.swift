import PaydownCore

/// How other tools tell a finding again, as plainly as it can be said.
enum SimplerScheme: String, CaseIterable {
    /// The place is all.
    case line = "path and line"
    /// The text of the message, counted; as reports for merge requests often have it.
    case message = "path, message and ordinal"
    /// The next hundred characters from the line on, counted; as GitHub's code scanning has it.
    case lineHash = "hash of 100 characters"
    /// Line and text and message, then less and less of it, in a file; without the steps that look for moved blocks.
    case cascade = "cascade of line, text, message"

    /// - Returns: by new row the old row, or nil.
    func matches(_ old: TracedScan, _ new: TracedScan) -> [Int?] {
        var matches = [Int?](repeating: nil, count: new.findings.count)
        var isTaken = [Bool](repeating: false, count: old.findings.count)
        for stage in stages {
            var waiting: [[String]: [Int]] = [:]
            for row in old.findings.indices.reversed() where !isTaken[row] {
                waiting[stage(old, row), default: []].append(row)
            }
            for row in new.findings.indices where matches[row] == nil {
                guard let match = waiting[stage(new, row)]?.popLast() else { continue }
                matches[row] = match
                isTaken[match] = true
            }
        }
        return matches
    }

    /// What must be equal. Equal ones are paired in their order, which is what counting them comes to.
    private var stages: [(TracedScan, Int) -> [String]] {
        func key(_ parts: KeyPath<TracedScan.Parts, String>...) -> (TracedScan, Int) -> [String] {
            { scan, row in
                let parts = parts.map { scan.parts[row][keyPath: $0] }
                return [scan.findings[row].rule, scan.findings[row].path] + parts
            }
        }
        return switch self {
        case .line: [key(\.line)]
        case .message: [key(\.message)]
        case .lineHash: [key(\.following)]
        case .cascade:
            [
                key(\.line, \.text, \.message), key(\.line, \.text), key(\.text, \.message), key(\.line, \.message),
                key(\.text),
            ]
        }
    }
}
