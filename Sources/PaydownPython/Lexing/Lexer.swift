#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Cuts a text into the tokens of CPython's tokenizer, one at a time and without a `String` for any.
///
/// A performance file: with 20 million tokens in a big tree, each may cost 20 ns. All pointers point into one
/// `SourceText` and live no longer than the scan of it. Reading ahead is safe because zero bytes stand behind the
/// text and every loop stops at a zero byte; `limit` is where the text ends, or, while the expression in an
/// f-string before Python 3.12 is read, the zero byte put behind that expression.
struct Lexer {
    typealias Place = UnsafePointer<UInt8>

    let tables: LexerTables
    let version: PythonVersion
    let base: Place
    let hasCarriageReturn: Bool
    /// Whether all of the text is ASCII.
    let isASCII: Bool
    let starts: TextMask
    let words: TextMask
    private let lineEnds: TextMask
    var limit: Place

    /// The current token.
    var kind = Token.newline
    /// Where it begins, and where it ends.
    var start: Place
    var end: Place
    /// Where the significant token before it ends.
    var previousEnd: Place
    /// Where the next one is looked for (see `seek`).
    var cursor: Place
    /// Where tokens may begin from the cursor on, as bits of the bytes from `window` on; none when that is not known.
    private var bits: UInt64 = 0
    private var window: Place
    /// Whether a name has bytes beyond ASCII.
    var isNonASCII = false
    /// The last string token.
    var literal = StringLiteral()

    /// How many brackets are open; the brackets are in `brackets`.
    var depth = 0
    var brackets: BracketStack
    /// The depth at which `:` ends the expression of an f-string field (Python 3.12); 0 outside of any.
    var fieldDepth = 0
    var indents: IndentStack
    /// What stands before the next token: nothing, the start of a line, or dedents.
    var pending = Pending.lineStart
    /// How many dedents are due.
    var dedents = 0
    /// Whether the text is an expression within a string, which ends without a line end.
    var isNested = false
    /// Where the logical line at hand begins, and how many have ended; those are in `lines`.
    var logicalStart: Place
    private(set) var lineCount = 0
    private let lines: SpanList

    var problem: SyntaxProblem.Reason?
    var problemPlace: Place

    enum Pending: UInt8 {
        case nothing, lineStart, dedents
    }

    init(
        base: Place, count: Int, masks: borrowing TextMasks, hasCarriageReturn: Bool, version: PythonVersion,
        stacks: LexerStacks, lines: SpanList
    ) {
        tables = .shared
        self.version = version
        isASCII = masks.isASCII
        starts = TextMask(masks.starts)
        words = TextMask(masks.words)
        lineEnds = TextMask(masks.lines)
        self.base = base
        self.hasCarriageReturn = hasCarriageReturn
        limit = base + count
        start = base
        end = base
        previousEnd = base
        cursor = base
        window = base
        problemPlace = base
        logicalStart = base
        self.lines = lines
        brackets = BracketStack(stacks)
        indents = IndentStack(stacks)
    }

    /// Moves to the next token.
    mutating func next() {
        previousEnd = end
        if pending != .nothing { return nextAtLineStart() }
        readToken()
    }

    /// Goes on from there, which may be inside a word.
    mutating func seek(_ place: Place) {
        cursor = place
        window = place
        bits = starts.window(place - base) | words.window(place - base) & 1
    }

    /// Goes on as far as the next token, of which it is told no more than that.
    @inline(never)
    private mutating func findToken() {
        var place = cursor
        repeat {
            bits = starts.window(place - base)
            window = place
            place += TextMasks.window
        } while bits == 0
    }

    /// Where the next token begins, if nothing lies between.
    @inline(__always)
    private mutating func nextStart() -> Place {
        if bits == 0 { findToken() }
        return window + bits.trailingZeroBitCount
    }

    /// Passes over the first place where a token may begin.
    ///
    /// Where the next token begins is known when the length of this one is not yet: each takes one bit, and those of several
    /// bytes that are no word take one for each byte. When there is none it stays so, and is looked for from the cursor on.
    @inline(__always)
    mutating func pass() {
        bits &= bits &- 1
    }

    @inline(never)
    private mutating func nextAtLineStart() {
        if pending == .lineStart, passEmptyLines() {
            let column = nextStart() - cursor
            // As in the line before, which is true of most lines; or else with an indent or dedents.
            if indents.isAt(column) ? beginLine() : indent(to: column, column, nextStart()) { return }
            return readToken()
        }
        if !readLineStart() { readToken() }
    }

    /// Passes over lines of spaces and comments; whether the cursor is at the beginning of a line in which nothing but spaces
    /// precedes the first token. If not, that has to be looked at byte by byte.
    @inline(__always)
    private mutating func passEmptyLines() -> Bool {
        while true {
            let place = nextStart()
            switch place.pointee {
            case 0x0A:
                pass()
                cursor = place + 1
            case 0x23:
                let end = lineEnd(place)
                guard end.pointee == 0x0A else { return false }
                seek(end + 1)
            default:
                return tables.startsToken(place.pointee)
            }
        }
    }

    /// Begins a line in the block at hand.
    @inline(__always)
    private mutating func beginLine() -> Bool {
        logicalStart = nextStart()
        pending = .nothing
        return false
    }

    /// Reads the token at the next place where one may begin.
    ///
    /// Each way through it ends with a call or without any, so that nothing has to be saved on the stack for common tokens.
    @inline(__always)
    private mutating func readToken() {
        if bits == 0 { return readTokenFarther() }
        readFoundToken()
    }

    @inline(never)
    private mutating func readTokenFarther() {
        window = cursor
        bits = starts.window(window - base)
        // Seldom are there so many spaces.
        if bits == 0 { findToken() }
        readFoundToken()
    }

    @inline(__always)
    private mutating func readFoundToken() {
        let place = window + bits.trailingZeroBitCount
        pass()
        start = place
        let byte = tables.operators[Int(place.pointee)]
        if byte.kind == .name { return readWord(place) }
        if byte.longer.isDisjoint(with: tables.followers[Int(place[1])]) { return readOperator(byte, place) }
        readOtherToken()
    }

    /// Finishes an operator or a bracket that no byte behind it makes longer.
    @inline(__always)
    private mutating func readOperator(_ byte: OperatorByte, _ place: Place) {
        // 0 for what closes nothing, and for what closes the bracket opened last. Without a branch for either.
        let wrong = (brackets.place(depth &- 1).pointee ^ byte.opening) & byte.closing
        guard wrong == 0, depth < BracketStack.capacity else { return readOtherToken() }
        brackets.set(byte.growth > 0 ? depth : BracketStack.capacity, place)
        depth &+= Int(byte.growth)
        finish(byte.kind, place + 1)
    }

    /// Reads the token that begins at `start` or, behind what lies between tokens, after that.
    @inline(never)
    private mutating func readOtherToken() {
        while true {
            let place = start
            switch tables.actions[Int(place.pointee)] {
            case .word:
                readWord(place)
                return
            case .digit:
                // Nearly half of all numbers have one digit.
                if tables.identifier[Int(place[1])] == 0, place[1] != 0x2E {
                    finish(.number, place + 1)
                } else {
                    readNumber(place)
                }
                return
            case .quote:
                readString(place, prefix: place)
                return
            case .hash:
                seek(lineEnd(place))
            case .lineFeed:
                cursor = place + 1
                if depth == 0 { return finishLine() }
            case .carriageReturn:
                seek(place[1] == 0x0A ? place + 2 : place + 1)
                if depth == 0 { return finishLine() }
            case .blank:
                cursor = place + 1
            case .backslash:
                guard let after = continuation(place) else { return }
                seek(after)
            case .zero:
                readEnd(place)
                return
            case .openParen:
                open(.openParen, place)
                return
            case .closeParen:
                close(.closeParen, UInt8(ascii: "("), place)
                return
            case .openSquare:
                open(.openSquare, place)
                return
            case .closeSquare:
                close(.closeSquare, UInt8(ascii: "["), place)
                return
            case .openBrace:
                open(.openBrace, place)
                return
            case .closeBrace:
                close(.closeBrace, UInt8(ascii: "{"), place)
                return
            case .comma:
                finish(.comma, place + 1)
                return
            case .colon:
                if place[1] == 0x3D, fieldDepth == 0 || depth != fieldDepth {
                    finishLong(.colonEqual, 2)
                } else {
                    finish(.colon, place + 1)
                }
                return
            case .semicolon:
                finish(.semicolon, place + 1)
                return
            case .dot:
                if place[1] >= 0x30, place[1] <= 0x39 {
                    readNumber(place)
                } else if place[1] == 0x2E, place[2] == 0x2E {
                    finishLong(.ellipsis, 3)
                } else {
                    finish(.dot, place + 1)
                }
                return
            case .equal:
                place[1] == 0x3D ? finishLong(.equalEqual, 2) : finish(.equal, place + 1)
                return
            case .plus:
                place[1] == 0x3D ? finishLong(.augmented, 2) : finish(.plus, place + 1)
                return
            case .minus:
                if place[1] == 0x3D {
                    finishLong(.augmented, 2)
                } else if place[1] == 0x3E {
                    finishLong(.arrow, 2)
                } else {
                    finish(.minus, place + 1)
                }
                return
            case .star:
                double(place, place[1], .star, .doubleStar)
                return
            case .slash:
                double(place, place[1], .slash, .doubleSlash)
                return
            case .percent:
                place[1] == 0x3D ? finishLong(.augmented, 2) : finish(.percent, place + 1)
                return
            case .at:
                place[1] == 0x3D ? finishLong(.augmented, 2) : finish(.at, place + 1)
                return
            case .ampersand:
                place[1] == 0x3D ? finishLong(.augmented, 2) : finish(.ampersand, place + 1)
                return
            case .bar:
                place[1] == 0x3D ? finishLong(.augmented, 2) : finish(.bar, place + 1)
                return
            case .caret:
                place[1] == 0x3D ? finishLong(.augmented, 2) : finish(.caret, place + 1)
                return
            case .tilde:
                finish(.tilde, place + 1)
                return
            case .less:
                if place[1] == 0x3E {
                    fail(.python2NotEqual, at: place)
                } else if place[1] == 0x3D {
                    finishLong(.lessEqual, 2)
                } else {
                    double(place, place[1], .less, .leftShift)
                }
                return
            case .greater:
                place[1] == 0x3D ? finishLong(.greaterEqual, 2) : double(place, place[1], .greater, .rightShift)
                return
            case .exclamation:
                if place[1] == 0x3D {
                    finishLong(.notEqual, 2)
                } else if fieldDepth > 0 {
                    finish(.exclamation, place + 1)
                } else {
                    fail(.invalidSyntax, at: place)
                }
                return
            case .backtick:
                fail(.python2Backticks, at: place)
                return
            case .other:
                fail(.invalidCharacter, at: place)
                return
            }
            start = nextStart()
            pass()
        }
    }

    @inline(__always)
    mutating func finish(_ kind: Token, _ end: Place) {
        self.kind = kind
        self.end = end
        cursor = end
    }

    /// Finishes a token of several bytes that are no word.
    @inline(__always)
    private mutating func finishLong(_ kind: Token, _ length: Int) {
        for _ in 1..<length { pass() }
        finish(kind, start + length)
    }

    /// Finishes a token after which the next one may begin inside a word.
    @inline(__always)
    mutating func finishAnywhere(_ kind: Token, _ end: Place) {
        self.kind = kind
        self.end = end
        seek(end)
    }

    /// A line end leaves `end` at the last token, where the statement ends.
    @inline(__always)
    private mutating func finishLine() {
        kind = .newline
        pending = .lineStart
        if !isNested { noteLine() }
    }

    /// A line that is only continued has no token, and is none.
    private mutating func noteLine() {
        var first = logicalStart
        while first < end, !tables.startsToken(first.pointee) { first += 1 }
        guard first < end else { return }
        lines.set(
            lineCount,
            ByteSpan(
                start: UInt32(truncatingIfNeeded: first - base), end: UInt32(truncatingIfNeeded: end - base)))
        lineCount += 1
    }

    mutating func fail(_ reason: SyntaxProblem.Reason, at place: Place) {
        kind = .error
        seek(place)
        if problem == nil {
            problem = reason
            problemPlace = place
        }
    }

    /// The line end (or the end of the text) at or behind this place, where a comment begins.
    @inline(__always)
    func lineEnd(_ place: Place) -> Place {
        if hasCarriageReturn || isNested {
            var place = place
            while place.pointee != 0x0A, place.pointee != 0x0D, place.pointee != 0 { place += 1 }
            return place
        }
        let ends = lineEnds.window(place - base)
        if ends != 0 { return place + ends.trailingZeroBitCount }
        guard let found = memchr(place, 0x0A, limit - place) else { return limit }
        return UnsafeRawPointer(found).assumingMemoryBound(to: UInt8.self)
    }

    /// The place behind a backslash and its line end; nil after a failure.
    mutating func continuation(_ place: Place) -> Place? {
        var after = place + 1
        if after.pointee == 0x0D {
            after += after[1] == 0x0A ? 2 : 1
        } else if after.pointee == 0x0A {
            after += 1
        } else if after == limit {
            fail(.unexpectedEnd, at: after)
            return nil
        } else {
            fail(.badContinuation, at: after)
            return nil
        }
        if after == limit {
            fail(.unexpectedEnd, at: after)
            return nil
        }
        return after
    }

    /// At a zero byte.
    private mutating func readEnd(_ place: Place) {
        if isNested {
            kind = .endOfFile
            seek(place)
        } else if depth > 0 {
            fail(.bracketNeverClosed, at: brackets.place(depth - 1))
        } else {
            // The last line has no end of its own: CPython adds one.
            seek(place)
            finishLine()
        }
    }

    // MARK: Operators

    /// Moves on from an operand, after which a parenthesis comes more often than all else.
    @inline(__always)
    mutating func nextAfterOperand() {
        let place = cursor
        guard place.pointee == 0x28 else { return next() }
        previousEnd = end
        start = place
        pass()
        open(.openParen, place)
    }

    /// An operator that may be doubled, and each form of which may be followed by `=`.
    @inline(__always)
    private mutating func double(_ place: Place, _ next: UInt8, _ once: Token, _ twice: Token) {
        if next == place.pointee {
            place[2] == 0x3D ? finishLong(.augmented, 3) : finishLong(twice, 2)
        } else {
            next == 0x3D ? finishLong(.augmented, 2) : finish(once, place + 1)
        }
    }

    @inline(__always)
    private mutating func open(_ kind: Token, _ place: Place) {
        if depth >= BracketStack.capacity {
            fail(.tooManyBrackets, at: place)
            return
        }
        brackets.set(depth, place)
        depth += 1
        finish(kind, place + 1)
    }

    @inline(__always)
    private mutating func close(_ kind: Token, _ opening: UInt8, _ place: Place) {
        if depth == 0 {
            fail(.bracketUnmatched, at: place)
            return
        }
        if brackets.place(depth - 1).pointee != opening {
            fail(.bracketMismatch, at: place)
            return
        }
        depth -= 1
        finish(kind, place + 1)
    }
}
