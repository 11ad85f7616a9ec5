import PaydownCore

/// Reads Python files one after the other and yields their facts, as the CPython of one version has them.
///
/// One scanner serves one thread. All memory is kept from file to file: the text, the facts and the names grow to
/// what the largest file needs and no further.
package struct PythonScanner: ~Copyable {
    package let version: PythonVersion
    private let stacks = LexerStacks()
    private let fileNames = FileNames()
    private let statements = SpanStore()

    package init(version: PythonVersion = .newest) {
        self.version = version
    }

    /// Puts the facts of the text in place of those that were there; names are added to the table.
    ///
    /// A text that CPython refuses leaves `facts.problem` and no facts.
    package func scan(_ source: inout SourceText, into facts: inout FileFacts, names: inout StringTable) {
        facts.removeAll()
        if let problem = source.problem {
            facts.problem = problem
            return
        }
        let base = UnsafePointer(source.base)
        fileNames.begin(base, count: source.count)
        let lexer = Lexer(
            base: base, count: source.count, masks: source.masks, hasCarriageReturn: source.hasCarriageReturn,
            version: version, stacks: stacks
        )
        var recogniser = Recogniser(
            lexer: lexer, lines: source.cursor(), facts: exchange(&facts, with: FileFacts()),
            names: exchange(&names, with: StringTable()), writableBase: source.base,
            isWellFormed: source.isWellFormed, fileNames: fileNames, statements: statements.lend(forBytes: source.count)
        )
        let problem = recogniser.run()
        swap(&facts, &recogniser.facts)
        swap(&names, &recogniser.names)
        if let problem {
            facts.removeAll()
            facts.problem = problem
        } else {
            fileNames.resolve(&facts, into: &names)
        }
    }
}

extension Recogniser {
    /// Reads the file; why it is refused, if it is.
    mutating func run() -> SyntaxProblem? {
        do throws(Refusal) {
            try file()
            facts.lineCount = Int(position(lexer.limit).line)
            lexer.copyLines(into: &facts.logicalLines)
            statements.copy(statementCount, into: &facts.statements)
            return nil
        } catch {
            return lateProblem()
        }
    }
}
