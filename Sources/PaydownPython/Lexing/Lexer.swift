import CVector

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
    var limit: Place

    /// The current token.
    var kind = Token.newline
    /// Where it begins, and where it ends.
    var start: Place
    var end: Place
    /// Where the significant token before it ends.
    var previousEnd: Place
    /// Where the next one is looked for.
    var cursor: Place
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
    private let lines: LogicalLineStore

    var problem: SyntaxProblem.Reason?
    var problemPlace: Place

    enum Pending: UInt8 {
        case nothing, lineStart, dedents
    }

    init(base: Place, count: Int, hasCarriageReturn: Bool, version: PythonVersion, stacks: LexerStacks) {
        tables = .shared
        self.version = version
        self.base = base
        self.hasCarriageReturn = hasCarriageReturn
        limit = base + count
        start = base
        end = base
        previousEnd = base
        cursor = base
        problemPlace = base
        logicalStart = base
        lines = stacks.lines
        brackets = BracketStack(stacks)
        indents = IndentStack(stacks)
    }

    /// Moves to the next token.
    mutating func next() {
        previousEnd = end
        if pending != .nothing { return nextAtLineStart() }
        if let stop = readToken(from: cursor) { readToken(behind: stop) }
    }

    @inline(never)
    private mutating func nextAtLineStart() {
        var first = cursor
        if pending == .lineStart, let place = sameIndentation() {
            logicalStart = place
            pending = .nothing
            first = place
        } else if readLineStart() {
            return
        } else {
            first = cursor
        }
        if let stop = readToken(from: first) { readToken(behind: stop) }
    }

    /// Reads the token behind a comment or a backslash, and behind all those that follow.
    @inline(never)
    private mutating func readToken(behind stop: Place) {
        var stop = stop
        while true {
            let after = stop.pointee == UInt8(ascii: "#") ? lineEnd(stop) : continuation(stop)
            guard let after, let next = readToken(from: after) else { return }
            stop = next
        }
    }

    /// Reads the token that begins there, behind spaces.
    ///
    /// Each way through it ends with a call or without any, so that nothing has to be saved on the stack for common tokens.
    /// - Returns: the comment or the backslash that stands before the token, which is then not read.
    @inline(__always)
    private mutating func readToken(from first: Place) -> Place? {
        var place = first
        while true {
            // Without a branch, for a token follows one space as often as none.
            place += place.pointee == 0x20 ? 1 : 0
            start = place
            switch tables.actions[Int(place.pointee)] {
            case .word:
                readWord(place)
                return nil
            case .digit:
                // Nearly half of all numbers have one digit.
                if tables.identifier[Int(place[1])] == 0, place[1] != 0x2E {
                    finish(.number, place + 1)
                } else {
                    readNumber(place)
                }
                return nil
            case .quote:
                readString(place, prefix: place)
                return nil
            case .hash:
                return place
            case .lineFeed:
                if depth > 0 {
                    place += 1
                    continue
                }
                finishLine(place, place + 1)
                return nil
            case .carriageReturn:
                let after = place[1] == 0x0A ? place + 2 : place + 1
                if depth > 0 {
                    place = after
                    continue
                }
                finishLine(place, after)
                return nil
            case .blank:
                repeat { place += 1 } while place.pointee == 0x20
            case .backslash:
                return place
            case .zero:
                readEnd(place)
                return nil
            case .openParen:
                open(.openParen, place)
                return nil
            case .closeParen:
                close(.closeParen, UInt8(ascii: "("), place)
                return nil
            case .openSquare:
                open(.openSquare, place)
                return nil
            case .closeSquare:
                close(.closeSquare, UInt8(ascii: "["), place)
                return nil
            case .openBrace:
                open(.openBrace, place)
                return nil
            case .closeBrace:
                close(.closeBrace, UInt8(ascii: "{"), place)
                return nil
            case .comma:
                finish(.comma, place + 1)
                return nil
            case .colon:
                if place[1] == 0x3D, fieldDepth == 0 || depth != fieldDepth {
                    finish(.colonEqual, place + 2)
                } else {
                    finish(.colon, place + 1)
                }
                return nil
            case .semicolon:
                finish(.semicolon, place + 1)
                return nil
            case .dot:
                if place[1] >= 0x30, place[1] <= 0x39 {
                    readNumber(place)
                } else if place[1] == 0x2E, place[2] == 0x2E {
                    finish(.ellipsis, place + 3)
                } else {
                    finish(.dot, place + 1)
                }
                return nil
            case .equal:
                place[1] == 0x3D ? finish(.equalEqual, place + 2) : finish(.equal, place + 1)
                return nil
            case .plus:
                place[1] == 0x3D ? finish(.augmented, place + 2) : finish(.plus, place + 1)
                return nil
            case .minus:
                if place[1] == 0x3D {
                    finish(.augmented, place + 2)
                } else if place[1] == 0x3E {
                    finish(.arrow, place + 2)
                } else {
                    finish(.minus, place + 1)
                }
                return nil
            case .star:
                double(place, place[1], .star, .doubleStar)
                return nil
            case .slash:
                double(place, place[1], .slash, .doubleSlash)
                return nil
            case .percent:
                place[1] == 0x3D ? finish(.augmented, place + 2) : finish(.percent, place + 1)
                return nil
            case .at:
                place[1] == 0x3D ? finish(.augmented, place + 2) : finish(.at, place + 1)
                return nil
            case .ampersand:
                place[1] == 0x3D ? finish(.augmented, place + 2) : finish(.ampersand, place + 1)
                return nil
            case .bar:
                place[1] == 0x3D ? finish(.augmented, place + 2) : finish(.bar, place + 1)
                return nil
            case .caret:
                place[1] == 0x3D ? finish(.augmented, place + 2) : finish(.caret, place + 1)
                return nil
            case .tilde:
                finish(.tilde, place + 1)
                return nil
            case .less:
                if place[1] == 0x3E {
                    fail(.python2NotEqual, at: place)
                } else if place[1] == 0x3D {
                    finish(.lessEqual, place + 2)
                } else {
                    double(place, place[1], .less, .leftShift)
                }
                return nil
            case .greater:
                place[1] == 0x3D ? finish(.greaterEqual, place + 2) : double(place, place[1], .greater, .rightShift)
                return nil
            case .exclamation:
                if place[1] == 0x3D {
                    finish(.notEqual, place + 2)
                } else if fieldDepth > 0 {
                    finish(.exclamation, place + 1)
                } else {
                    fail(.invalidSyntax, at: place)
                }
                return nil
            case .backtick:
                fail(.python2Backticks, at: place)
                return nil
            case .other:
                fail(.invalidCharacter, at: place)
                return nil
            }
        }
    }

    @inline(__always)
    mutating func finish(_ kind: Token, _ end: Place) {
        self.kind = kind
        self.end = end
        cursor = end
    }

    /// A line end leaves `end` at the last token, where the statement ends.
    @inline(__always)
    private mutating func finishLine(_ place: Place, _ after: Place) {
        kind = .newline
        cursor = after
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

    /// The logical lines that have ended.
    func copyLines(into array: inout [ByteSpan]) {
        lines.copy(lineCount, into: &array)
    }

    mutating func fail(_ reason: SyntaxProblem.Reason, at place: Place) {
        kind = .error
        cursor = place
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
            cursor = place
        } else if depth > 0 {
            fail(.bracketNeverClosed, at: brackets.place(depth - 1))
        } else {
            // The last line has no end of its own: CPython adds one.
            finishLine(place, place)
        }
    }

    // MARK: Words

    private mutating func readWord(_ first: Place) {
        let firstWord = UnsafeRawPointer(first).loadUnaligned(as: UInt64.self).littleEndian
        let mask = vector_word16(first)
        guard mask & 0xFFFF != 0 else { return readLongWord(first) }
        let (length, isBeyondASCII) = WordBytes.length(mask)
        let place = first + length
        if length <= 2, place.pointee == 0x22 || place.pointee == 0x27 { return readWordAtQuote(first, length) }
        end = place
        cursor = place
        kind = .name
        isNonASCII = false
        if length <= 8 {
            // A word of one letter is no keyword, and is in no slot.
            let word = firstWord & (~0 >> (UInt64(truncatingIfNeeded: 64 &- length &* 8) & 63))
            let slot = Keywords.slot(word)
            if tables.keywordWords[slot] == word { kind = tables.keywordKinds[slot] }
        }
        if isBeyondASCII {
            isNonASCII = true
            checkIdentifier(first, place)
        }
    }

    /// A word that a quote follows: the prefix of a string, or a short word.
    @inline(never)
    private mutating func readWordAtQuote(_ first: Place, _ length: Int) {
        if Self.isStringPrefix(first, length) { return readString(first + length, prefix: first) }
        readLongWord(first)
        let word = UInt64(first.pointee) | (length == 2 ? UInt64(first[1]) << 8 : 0)
        if tables.keywordWords[Keywords.slot(word)] == word { kind = tables.keywordKinds[Keywords.slot(word)] }
    }

    /// A word of any length that is no prefix of a string; keywords are left to the caller.
    @inline(never)
    private mutating func readLongWord(_ first: Place) {
        let (length, isBeyondASCII) = WordBytes.length(from: first)
        end = first + length
        cursor = end
        kind = .name
        isNonASCII = isBeyondASCII
        if isBeyondASCII { checkIdentifier(first, end) }
    }

    // MARK: Attributes

    /// Passes over `.name` as often as it stands right behind the name or operand that ends at the cursor.
    ///
    /// A performance method: attributes are every fifth token, and nothing but a name can follow the dot. Whatever is
    /// not plain (beyond ASCII, white space, a keyword, a string) is left to `next`.
    /// - Returns: where the last name begins; nil when there was none.
    @inline(__always)
    mutating func readAttributes() -> Place? {
        var place = cursor
        var last: Place?
        while place.pointee == 0x2E, let after = attributeEnd(place + 1) {
            last = place + 1
            place = after
        }
        guard last != nil else { return nil }
        end = place
        cursor = place
        return last
    }

    @inline(__always)
    private func attributeEnd(_ first: Place) -> Place? {
        // Above the digits: letters and `_`.
        guard tables.identifier[Int(first.pointee)] == 1, first.pointee > 0x39 else { return nil }
        let mask = vector_word16(first)
        let (length, isBeyondASCII) = mask & 0xFFFF != 0 ? WordBytes.length(mask) : WordBytes.length(from: first)
        if isBeyondASCII { return nil }
        let place = first + length
        if length <= 8 {
            let firstWord = UnsafeRawPointer(first).loadUnaligned(as: UInt64.self).littleEndian
            let word = firstWord & (~0 >> (UInt64(truncatingIfNeeded: 64 &- length &* 8) & 63))
            if tables.keywordWords[Keywords.slot(word)] == word { return nil }
        }
        let stop = place.pointee
        return stop >= 0x80 || stop == 0x22 || stop == 0x27 ? nil : place
    }

    /// Moves on from an operand, after which a parenthesis comes more often than all else.
    @inline(__always)
    mutating func nextAfterOperand() {
        let place = cursor
        guard place.pointee == 0x28 else { return next() }
        previousEnd = end
        start = place
        open(.openParen, place)
    }

    // MARK: Operators

    /// An operator that may be doubled, and each form of which may be followed by `=`.
    @inline(__always)
    private mutating func double(_ place: Place, _ next: UInt8, _ once: Token, _ twice: Token) {
        if next == place.pointee {
            place[2] == 0x3D ? finish(.augmented, place + 3) : finish(twice, place + 2)
        } else {
            next == 0x3D ? finish(.augmented, place + 2) : finish(once, place + 1)
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
