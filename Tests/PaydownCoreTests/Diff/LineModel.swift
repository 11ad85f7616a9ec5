import PaydownCore
import PaydownTestSupport

/// Source files as lists of lines, each of which knows where it came from, so that what should be matched is known.
///
/// A line that begins with `import` is a finding. Its fingerprint is the line's origin, which matching does not look at.
struct LineModel {
    struct Line {
        var text: String
        /// The same for a line in all its versions.
        var origin: Int
    }

    var files: [(path: String, lines: [Line])] = []
    private var nextOrigin = 0

    /// Files with imports in groups of identical ones, and other lines between them, out of a seed.
    init(files count: Int, seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for number in 0..<count {
            var lines = (0..<6).map { line("# header \(number) \($0)") }
            for block in 0..<(4 + random.below(8)) {
                lines.append(line("import pkg\(random.below(3)).manager"))
                lines.append(line("value_\(number)_\(block) = \(random.below(1000))"))
                lines.append(line("call_\(number)_\(block)()"))
            }
            lines.append(line("import only.in\(number).here"))
            files.append(("src/dir\(number % 3)/module_\(number).py", lines))
        }
    }

    mutating func line(_ text: String) -> Line {
        nextOrigin += 1
        return Line(text: text, origin: nextOrigin)
    }

    /// What a scan of these files finds, in the order of files and lines.
    var findings: [Finding] {
        files.flatMap { path, lines in
            lines.indices.filter { lines[$0].text.drop { $0 == " " }.hasPrefix("import") }.map { index in
                let text = Self.code(lines[index].text)
                return Finding(
                    rule: "manager-import", path: path, line: index + 1, column: 1,
                    symbol: String(text.dropFirst("import".count)), fingerprint: "\(lines[index].origin)",
                    statement: text, context: [-2, -1, 1, 2].map { Self.context(lines, index + $0) })
            }
        }
    }

    private static func code(_ text: String) -> String {
        String(text.prefix { $0 != "#" }.filter { $0 != " " })
    }

    private static func context(_ lines: [Line], _ index: Int) -> String {
        lines.indices.contains(index) ? lines[index].text.filter { $0 != " " } : ""
    }

    /// How a diff judged findings whose truth is known.
    struct Judgement: Equatable, CustomStringConvertible {
        /// There before, called new.
        var falseAlarms = 0
        /// Matched with another finding than the one it was.
        var wrongPartners = 0
        /// New, called unchanged or moved.
        var hidden = 0

        var description: String { "F\(falseAlarms) W\(wrongPartners) M\(hidden)" }
    }

    static func judge(_ diff: SnapshotDiff, _ old: [Finding], _ new: [Finding]) -> Judgement {
        var judgement = Judgement()
        let origins = Set(old.map(\.fingerprint))
        for (row, finding) in new.enumerated() {
            let match = Int(diff.matchOfNew[row])
            let wasThere = origins.contains(finding.fingerprint)
            if match < 0 {
                judgement.falseAlarms += wasThere ? 1 : 0
            } else if !wasThere {
                judgement.hidden += 1
            } else if old[match].fingerprint != finding.fingerprint {
                judgement.wrongPartners += 1
            }
        }
        return judgement
    }
}
