import PaydownPython

/// What the scanner said of a file, as a cache has it.
struct CacheVerdict: BitwiseCopyable {
    /// Of the reason; `parsed` for none.
    private var code: UInt32
    private var line: UInt32 = 0
    private var column: UInt32 = 0

    private static let parsed = UInt32.max

    init(_ fate: ScannedFile.Fate) {
        if case .unparsed(let problem) = fate {
            code = UInt32(problem.reason.rawValue)
            line = problem.position.line
            column = problem.position.column
        } else {
            code = Self.parsed
        }
    }

    /// Nil for a reason that there is not.
    var fate: ScannedFile.Fate? {
        if code == Self.parsed { return .parsed }
        guard let code = UInt8(exactly: code), let reason = SyntaxProblem.Reason(rawValue: code) else { return nil }
        return .unparsed(SyntaxProblem(position: Position(line: line, column: column), reason: reason))
    }
}
