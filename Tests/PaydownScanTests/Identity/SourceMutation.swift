/// What people do to files. Every file stays one that Python reads.
enum SourceMutation: String, CaseIterable, Sendable {
    case insertThreeLines = "insert 3 lines at the top"
    case renameFiles = "rename every file"
    case renameAndEdit = "rename and edit 10 % of lines"
    case indent = "indent the whole file"
    case editLine = "edit the line (add a comment)"
    case editNextLine = "edit the next line"
    case fixFirst = "fix the first of identical lines"
    case fixAndAdd = "fix one and add one in each file"
    case sortImports = "sort imports"
    case splitImports = "make imports multi-line"
    case insertAndEdit = "insert 3 lines and edit the line"
    case renameAndSplit = "rename and make imports multi-line"
    case splitFiles = "split each file in two"
    // Beyond the thirteen: what is hardest to tell apart.
    case fixAndAddInFunction = "fix the first, add the same text in a new function"
    case fixAndAppendSame = "fix the first of identical lines, append the same line"
    case fixHereAddThere = "fix one, add the same text in the next file"
    case renameClasses = "rename every class and function"

    /// - Parameter findings: by file, the 0-based lines that have findings, ascending.
    func apply(to sources: inout TracedSources, findings: [[Int]]) {
        for index in sources.files.indices {
            apply(to: &sources, file: index, Set(findings[index]))
        }
    }

    private func apply(to sources: inout TracedSources, file: Int, _ findings: Set<Int>) {
        switch self {
        case .insertThreeLines: insert(&sources, file)
        case .renameFiles: rename(&sources, file)
        case .renameAndEdit:
            rename(&sources, file)
            edit(&sources, file) { $0 % 10 == 3 }
        case .indent:
            for line in sources.files[file].lines.indices where !sources.files[file].lines[line].text.isEmpty {
                sources.files[file].lines[line].text = "    " + sources.files[file].lines[line].text
            }
            sources.files[file].lines.insert(sources.line("if True:"), at: 0)
        case .editLine: edit(&sources, file) { findings.contains($0) }
        case .editNextLine: edit(&sources, file) { findings.contains($0 - 1) }
        case .fixFirst: fixFirst(&sources, file, findings)
        case .fixAndAdd:
            let fixed = fixFirst(&sources, file, findings, orAny: true)
            if let module = fixed.map(Self.module) { add(&sources, file, function: "import \(module) as added") }
        case .sortImports: sortImports(&sources.files[file].lines)
        case .splitImports: splitImports(&sources, file, findings)
        case .insertAndEdit:
            edit(&sources, file) { findings.contains($0) }
            insert(&sources, file)
        case .renameAndSplit:
            rename(&sources, file)
            splitImports(&sources, file, findings)
        case .splitFiles: splitFile(&sources, file)
        case .fixAndAddInFunction:
            let fixed = fixFirst(&sources, file, findings, orAny: true)
            if let fixed { add(&sources, file, function: String(fixed.trimmed)) }
        case .fixAndAppendSame:
            let fixed = fixFirst(&sources, file, findings)
            if let fixed { sources.files[file].lines.append(sources.line(String(fixed.trimmed))) }
        case .fixHereAddThere:
            // Every other file, so that none has the same line taken and given.
            guard file % 2 == 0, file + 1 < sources.files.count else { return }
            let fixed = fixFirst(&sources, file, findings, orAny: true)
            if let fixed { sources.files[file + 1].lines.append(sources.line(String(fixed.trimmed))) }
        case .renameClasses: renameDefinitions(&sources.files[file].lines)
        }
    }

    private func insert(_ sources: inout TracedSources, _ file: Int) {
        let added = (0..<3).map { sources.line("# inserted line \($0)") }
        sources.files[file].lines.insert(contentsOf: added, at: 0)
    }

    private func rename(_ sources: inout TracedSources, _ file: Int) {
        sources.files[file].path = "zz/renamed\(file % 7)/module_\(file).py"
    }

    private func edit(_ sources: inout TracedSources, _ file: Int, _ isWanted: (Int) -> Bool) {
        for line in sources.files[file].lines.indices where isWanted(line) {
            sources.files[file].lines[line] = sources.files[file].lines[line].with(comment: "edited")
        }
    }

    /// Of the lines with findings that stand in the file more than once, the first becomes `pass`.
    ///
    /// - Parameter orAny: without such lines, the first finding of all.
    /// - Returns: the line that is no more.
    @discardableResult
    private func fixFirst(
        _ sources: inout TracedSources, _ file: Int, _ findings: Set<Int>, orAny: Bool = false
    ) -> TracedSources.Line? {
        let lines = sources.files[file].lines
        // A relative one could not be written in another way.
        let rows = findings.sorted().filter {
            $0 < lines.count && lines[$0].isWholeImport && !lines[$0].trimmed.hasPrefix("from .")
        }
        let groups = Dictionary(grouping: rows) { lines[$0].text }
        guard let row = rows.first(where: { (groups[lines[$0].text]?.count ?? 0) > 1 }) ?? (orAny ? rows.first : nil)
        else { return nil }
        sources.files[file].lines[row] = sources.line(lines[row].indentation + "pass")
        return lines[row]
    }

    /// `from a.b import c` and `import a.b, d` are about `a.b`.
    private static func module(_ line: TracedSources.Line) -> String {
        String(line.trimmed.split { " ,#".contains($0) }[1])
    }

    private func add(_ sources: inout TracedSources, _ file: Int, function: String) {
        for text in ["", "", "def added_afterwards():", "    " + function, "    return None"] {
            sources.files[file].lines.append(sources.line(text))
        }
    }

    /// Each run of imports at the margin by itself.
    private func sortImports(_ lines: inout [TracedSources.Line]) {
        func isSortable(_ line: TracedSources.Line) -> Bool {
            line.indentation.isEmpty && line.isWholeImport && !line.text.contains("__future__")
        }
        var start = 0
        while start < lines.count {
            var end = start
            while end < lines.count, isSortable(lines[end]) { end += 1 }
            lines[start..<end].sort { ($0.text, $0.origin) < ($1.text, $1.origin) }
            start = max(end, start + 1)
        }
    }

    /// As a formatter does when a line is too long.
    private func splitImports(_ sources: inout TracedSources, _ file: Int, _ findings: Set<Int>) {
        var lines: [TracedSources.Line] = []
        for (number, line) in sources.files[file].lines.enumerated() {
            let parts = line.trimmed.split(separator: " import ", maxSplits: 1)
            guard findings.contains(number), line.isWholeImport, parts.count == 2, !line.text.contains("#"),
                !line.text.contains("*")
            else {
                lines.append(line)
                continue
            }
            lines.append(
                TracedSources.Line(text: line.indentation + parts[0] + " import (", origin: line.origin))
            for name in parts[1].split(separator: ",") {
                lines.append(sources.line(line.indentation + "    " + name.drop { $0 == " " } + ","))
            }
            lines.append(sources.line(line.indentation + ")"))
        }
        sources.files[file].lines = lines
    }

    /// In its middle, where a function or class begins at the margin; the second half goes to a file of its own.
    private func splitFile(_ sources: inout TracedSources, _ file: Int) {
        let lines = sources.files[file].lines
        var isOpen = false
        for (number, line) in lines.enumerated() {
            let marks = line.text.components(of: "\"\"\"") + line.text.components(of: "'''")
            if number > lines.count / 2, !isOpen, line.text.hasPrefix("def ") || line.text.hasPrefix("class "),
                lines[number - 1].text.isEmpty
            {
                let path = sources.files[file].path.dropLast(3) + "_rest.py"
                sources.files.append(TracedSources.File(path: String(path), lines: Array(lines[number...])))
                sources.files[file].lines = Array(lines[..<number])
                return
            }
            if marks % 2 == 1 { isOpen.toggle() }
        }
    }

    private func renameDefinitions(_ lines: inout [TracedSources.Line]) {
        for index in lines.indices {
            for word in ["def ", "class "] where lines[index].trimmed.hasPrefix(word) {
                let rest = lines[index].trimmed.dropFirst(word.count)
                let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                if name.isEmpty || name.hasPrefix("__") { continue }
                lines[index].text = lines[index].indentation + word + "new_" + rest
            }
        }
    }
}

extension String {
    /// How often a text occurs, without overlaps.
    fileprivate func components(of text: String) -> Int {
        split(separator: text, omittingEmptySubsequences: false).count - 1
    }
}
