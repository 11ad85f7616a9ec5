/// Reads Python files one after the other and yields their facts, as the CPython of one version has them.
///
/// One scanner serves one thread. All memory is kept from file to file: the text and the facts grow to what the largest
/// file needs and no further.
package struct PythonScanner: ~Copyable {
    package let version: PythonVersion
    private let stacks = LexerStacks()

    package init(version: PythonVersion = .newest) {
        self.version = version
    }

    /// Puts the facts of the text in place of those that were there.
    ///
    /// A text that CPython refuses leaves `facts.problem` and no facts.
    package func scan(_ source: inout SourceText, into facts: inout FileFacts) {
        facts.removeAll()
        if let problem = source.problem {
            facts.problem = problem
            return
        }
        let lexer = Lexer(
            base: UnsafePointer(source.base), count: source.count, masks: source.masks,
            hasCarriageReturn: source.hasCarriageReturn, version: version, stacks: stacks,
            lines: facts.logicalLines.begin(forBytes: source.count)
        )
        let (statements, names) = (
            facts.statements.begin(forBytes: source.count), facts.names.places.begin(forBytes: source.count)
        )
        var recogniser = Recogniser(
            lexer: lexer, lines: source.lineFinder(), facts: exchange(&facts, with: FileFacts()),
            writableBase: source.base, isWellFormed: source.isWellFormed, statements: statements, names: names
        )
        let problem = recogniser.run()
        swap(&facts, &recogniser.facts)
        if let problem {
            facts.removeAll()
            facts.problem = problem
        }
    }
}

extension Recogniser {
    /// Reads the file; why it is refused, if it is.
    mutating func run() -> SyntaxProblem? {
        do throws(Refusal) {
            try file()
            facts.logicalLines.end(lexer.lineCount)
            facts.statements.end(statementCount)
            facts.names.places.end(nameCount)
            return nil
        } catch {
            return lateProblem()
        }
    }
}
