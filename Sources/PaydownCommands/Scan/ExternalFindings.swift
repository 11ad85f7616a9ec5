import PaydownCore
import PaydownFormats

/// Findings of a rule, made of what its tool reports.
struct ExternalFindings {
    let root: String
    let rule: String
    /// The tool's rules that count; none for all.
    let accepted: [String]

    struct Made: Equatable {
        var findings: [Finding] = []
        /// What was left out, in a sentence each.
        var notes: [String] = []
    }

    func findings(of log: SARIFLog) -> Made {
        var made = Made()
        var lines = SourceLines(root: root)
        var outside = 0
        var others = 0
        for result in log.results {
            guard accepted.isEmpty || accepted.contains(where: { isPart(result.rule, of: $0) }) else {
                others += 1
                continue
            }
            if case .outside = result.place?.file {
                outside += 1
                continue
            }
            made.findings.append(finding(result, &lines))
        }
        made.findings.sort { Self.key($0) < Self.key($1) }
        number(&made.findings)
        if others > 0 { made.notes.append("\(others) results of other rules of its tool do not count") }
        if outside > 0 { made.notes.append("\(outside) results about files outside of the project are left out") }
        if log.suppressed > 0 { made.notes.append("\(log.suppressed) results are suppressed by its tool") }
        return made
    }

    /// `CA1000/1` is a part of `CA1000`.
    private func isPart(_ rule: String, of accepted: String) -> Bool {
        rule == accepted || rule.hasPrefix(accepted + "/")
    }

    private func finding(_ result: SARIFResult, _ lines: inout SourceLines) -> Finding {
        let symbol = result.rule.isEmpty ? "result" : result.rule
        var finding = Finding(
            rule: rule, path: "", symbol: symbol, message: result.message.isEmpty ? symbol : result.message)
        finding.properties = "{\"level\":\"\(result.level.rawValue)\"}"
        if let place = result.place, case .inside(let path) = place.file {
            finding.path = path
            let line = lines.line(place.line, of: path)
            finding.line = place.line
            finding.column = scalars(place.column, in: line, place)
            finding.endLine = place.endLine
            finding.endColumn =
                place.endColumn == 0 ? 0 : scalars(place.endColumn, in: lines.line(place.endLine, of: path), place)
            let text = line ?? place.snippet.split(separator: "\n").first.map(String.init) ?? ""
            finding.excerpt = String(text.drop { $0 == " " || $0 == "\t" }.prefix(200))
            // The line without its white space is what stays when a file is reformatted.
            if place.line > 0, !text.isEmpty {
                finding.statement = SHA256.hex(text.filter { !$0.isWhitespace }, digits: 16)
            }
        }
        finding.related = result.related.compactMap { place in
            guard case .inside(let path) = place.file else { return nil }
            return RelatedPlace(path: path, line: place.line, column: place.column, message: place.message)
        }
        // Of what the tool stands for when it does; else of what it says and where, without the line.
        finding.fingerprint = SHA256.hex(
            [
                rule, symbol,
                result.fingerprint.isEmpty ? finding.message + "\0" + finding.statement : result.fingerprint,
            ]
            .joined(separator: "\0") + "\0" + finding.path, digits: 10)
        return finding
    }

    /// A column in Unicode scalars, of one in UTF-16 code units when the tool counts so and the line is known.
    private func scalars(_ column: Int, in line: String?, _ place: SARIFLocation) -> Int {
        guard place.countsUTF16, column > 1, let line else { return column }
        var units = column - 1
        var scalars = 1
        for scalar in line.unicodeScalars {
            guard units > 0 else { break }
            units -= scalar.value > 0xFFFF ? 2 : 1
            scalars += 1
        }
        return scalars + max(0, units)
    }

    /// Equal ones are told apart by their number, as everywhere.
    private func number(_ findings: inout [Finding]) {
        var seen: [String: Int] = [:]
        for index in findings.indices {
            let ordinal = seen[findings[index].fingerprint, default: 0] + 1
            seen[findings[index].fingerprint] = ordinal
            findings[index].fingerprint += "." + String(ordinal)
        }
    }

    private static func key(_ finding: Finding) -> Key {
        Key(
            path: finding.path, line: finding.line, column: finding.column, symbol: finding.symbol,
            message: finding.message)
    }

    /// By path, line, column and symbol, as all findings are.
    private struct Key: Comparable {
        let path: String
        let line: Int
        let column: Int
        let symbol: String
        let message: String

        static func < (left: Key, right: Key) -> Bool {
            if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
            return (left.line, left.column, left.symbol, left.message)
                < (right.line, right.column, right.symbol, right.message)
        }
    }
}

/// Lines of the project's files, for the results of tools; the last file is kept.
private struct SourceLines {
    let root: String
    private var path = ""
    private var lines: [Substring] = []
    /// Beyond this a file is no source that a person reads.
    private static let limit = 4 << 20

    init(root: String) {
        self.root = root
    }

    mutating func line(_ number: Int, of path: String) -> String? {
        if path != self.path {
            self.path = path
            lines = Self.text(root + "/" + path)?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        }
        guard lines.indices.contains(number - 1) else { return nil }
        let line = lines[number - 1]
        return String(line.last == "\r" ? line.dropLast() : line)
    }

    /// What cannot be read has no lines; the finding has its place all the same.
    private static func text(_ path: String) -> String? {
        (try? SmallFile.read(path, limit: limit)).flatMap { String(validating: $0, as: UTF8.self) }
    }
}
