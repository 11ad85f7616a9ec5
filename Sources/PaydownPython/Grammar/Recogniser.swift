/// Reads one text by Python's grammar, statement by statement, and notes facts as it goes.
///
/// A performance file: there is no syntax tree and no going back, but for `match` and parenthesised `with`.
/// Each method reads one construct, begins with the current token being its first and leaves the token behind it.
/// Precedence does not matter for facts, so that all binary operators are one loop.
struct Recogniser: ~Copyable {
    typealias Place = UnsafePointer<UInt8>

    var lexer: Lexer
    let lines: LineFinder
    var facts: FileFacts
    let version: PythonVersion
    /// The text, writable for the one byte that ends an f-string's expression before Python 3.12.
    let writableBase: UnsafeMutablePointer<UInt8>
    /// Whether the text is known to be UTF-8; otherwise each string and name is looked at.
    let isWellFormed: Bool

    var scope = ScopeID.module
    /// Whether the scope is a function's body.
    var isFunctionScope = false
    var context: FactContext = []
    var statementStart: Place
    /// The index of the current statement, once a fact refers to it.
    var statement: Int?
    /// How many statements facts refer to; those are in `statements`.
    var statementCount = 0
    let statements: SpanList
    /// How many names facts refer to; those are in `names`.
    var nameCount = 0
    var names: SpanList

    /// The dotted name read last, and the one subscripted last.
    var dotted: DottedPlace
    var subscripted: DottedPlace
    /// The name called last.
    var callee = FactName.empty
    /// The content of the plain string read last.
    var stringStart: Place
    var stringEnd: Place
    /// How deep formatted strings are nested in each other.
    var formatDepth = 0
    /// The names of the keyword arguments of all calls that are open, for Python 3.8.
    var keywordNames: [String] = []
    /// How deep lambdas are nested in the defaults of lambdas.
    var lambdaDepth = 0

    /// How far Python 3.8 puts the expressions of an f-string from their true lines.
    var lineShift: Int32 = 0
    /// The first of the strings side by side that are being read, before Python 3.12.
    var firstToken: (start: Place, end: Place)
    /// The line of that string.
    var firstTokenLine = 0
    /// Whether the field being read is closed right behind its expression.
    var savedClosing = false
    /// Where the operands and operators read last begin.
    var lastDisjunction: Place

    var refusal: SyntaxProblem.Reason?
    var refusalPlace: Place
    /// Reused for names that are not plain in the text.
    var scratch: [UInt8] = []

    init(
        lexer: Lexer, lines: LineFinder, facts: consuming FileFacts, writableBase: UnsafeMutablePointer<UInt8>,
        isWellFormed: Bool, statements: SpanList, names: SpanList
    ) {
        let base = lexer.base
        self.lexer = lexer
        self.lines = lines
        self.facts = facts
        self.writableBase = writableBase
        self.isWellFormed = isWellFormed
        self.statements = statements
        self.names = names
        version = lexer.version
        statementStart = base
        dotted = DottedPlace(start: base, end: base, lastStart: base, isPlain: true)
        subscripted = dotted
        stringStart = base
        stringEnd = base
        refusalPlace = base
        lastDisjunction = base
        firstToken = (base, base)
    }

    /// Reads the whole file.
    mutating func file() throws(Refusal) {
        lexer.next()
        while lexer.kind != .endOfFile {
            // A line that is only continued is an empty statement to Python 3.8.
            if version == .v3_8, accept(.newline) { continue }
            try readStatement()
        }
    }

    // MARK: Tokens

    @inline(__always)
    var kind: Token { lexer.kind }

    @inline(__always)
    mutating func next() {
        lexer.next()
    }

    /// Moves on when the current token is of this kind.
    @inline(__always)
    mutating func accept(_ kind: Token) -> Bool {
        guard lexer.kind == kind else { return false }
        lexer.next()
        return true
    }

    @inline(__always)
    mutating func expect(_ kind: Token) throws(Refusal) {
        guard lexer.kind == kind else { throw refuse() }
        lexer.next()
    }

    /// Refuses the text at the current token, or at what the lexer failed on.
    @inline(never)
    mutating func refuse(_ reason: SyntaxProblem.Reason = .invalidSyntax) -> Refusal {
        refuse(reason, at: lexer.start)
    }

    @inline(never)
    mutating func refuse(_ reason: SyntaxProblem.Reason, at place: Place) -> Refusal {
        if refusal == nil {
            if lexer.kind == .error, let problem = lexer.problem {
                refusal = problem
                refusalPlace = lexer.problemPlace
            } else if reason == .invalidSyntax, lexer.kind == .indent {
                refusal = .unexpectedIndent
                refusalPlace = place
            } else if reason == .invalidSyntax, followsUnicodePrefix {
                refusal = .python2String
                refusalPlace = lexer.previousEnd - 2
            } else {
                refusal = reason
                refusalPlace = place
            }
        }
        return Refusal()
    }

    /// Whether the current token is a string right behind `ur`, a prefix of Python 2.
    private var followsUnicodePrefix: Bool {
        let start = lexer.start
        guard kind == .string, start == lexer.previousEnd, start - lexer.base >= 2 else { return false }
        return start[-2] | 0x20 == UInt8(ascii: "u") && start[-1] | 0x20 == UInt8(ascii: "r")
    }

    /// Whether the current token is this word. (Mutating, so that the recogniser is not copied for the question.)
    mutating func isWord(_ word: StaticString) -> Bool {
        guard lexer.kind == .name, lexer.end - lexer.start == word.utf8CodeUnitCount else { return false }
        for index in 0..<word.utf8CodeUnitCount where lexer.start[index] != word.utf8Start[index] { return false }
        return true
    }

    // MARK: Going back

    struct Mark {
        var lexer: Lexer
        var counts: FactCounts
        var statement: Int?
        var statementCount: Int
        var nameCount: Int
        var otherNames: Int
    }

    func mark() -> Mark {
        Mark(
            lexer: lexer, counts: facts.counts, statement: statement, statementCount: statementCount,
            nameCount: nameCount, otherNames: facts.names.others.count)
    }

    /// Forgets what was read since the mark, a refusal included.
    mutating func goBack(_ mark: Mark) {
        lexer = mark.lexer
        facts.restore(mark.counts)
        statement = mark.statement
        statementCount = mark.statementCount
        nameCount = mark.nameCount
        facts.names.others.removeSubrange(mark.otherNames...)
        refusal = nil
    }
}
