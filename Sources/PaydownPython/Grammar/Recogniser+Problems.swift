/// Where and why, once the text is refused: what CPython says when its parser and its tokenizer both object.
extension Recogniser {
    /// The problem to report for the refusal.
    ///
    /// Where the grammar is broken, CPython still reads the rest of the tokens, and reports what is wrong with them
    /// instead: a string or bracket that never ends explains more than the place where that was noticed.
    mutating func lateProblem() -> SyntaxProblem {
        let reason = refusal ?? .invalidSyntax
        var place = refusalPlace
        guard version >= .v3_10, lexer.kind != .error, !lexer.isNested, lexer.fieldDepth == 0,
            !reason.isFormat
        else {
            return SyntaxProblem(position: position(place), reason: reason)
        }
        if reason == .invalidSyntax, lexer.depth > 0, startsExpression, lastDisjunction < lexer.start {
            // "Perhaps you forgot a comma" points at the first of the two expressions.
            let first = lastDisjunction
            let start = mark()
            let isName = lexer.previousEnd - first > 0 && isWordOnly(first, lexer.previousEnd)
            if !(isName && kind == .string || kind == .error), (try? readExpression()) != nil, lexer.depth > 0 {
                place = first
            }
            goBack(start)
        }
        let found = position(place)
        while lexer.kind != .endOfFile, lexer.kind != .error {
            lexer.next()
            if lexer.kind == .formatStart { lexer.skipFormatted() }
        }
        guard lexer.kind == .error, let late = lexer.problem else {
            return SyntaxProblem(position: found, reason: reason)
        }
        let latePosition = position(lexer.problemPlace)
        switch late {
        case .bracketNeverClosed where found.line <= latePosition.line, .dedentMismatch, .inconsistentTabs,
            .tooManyIndents, .badContinuation, .unexpectedEnd:
            return SyntaxProblem(position: found, reason: reason)
        default:
            return SyntaxProblem(position: latePosition, reason: late)
        }
    }
}

extension Recogniser {
    private func isWordOnly(_ start: Place, _ end: Place) -> Bool {
        var place = start
        while place < end {
            if lexer.tables.identifier[Int(place.pointee)] == 0 { return false }
            place += 1
        }
        return true
    }
}

extension Lexer {
    /// Takes a formatted string for a plain one.
    mutating func skipFormatted() {
        var place = cursor
        while place < limit {
            if place.pointee == 0x5C {
                place += 2
                continue
            }
            if place.pointee == literal.quote {
                if !literal.isTriple {
                    finish(.string, place + 1)
                    return
                }
                if place[1] == literal.quote, place[2] == literal.quote {
                    finish(.string, place + 3)
                    return
                }
            }
            if place.pointee == 0x0A || place.pointee == 0x0D, !literal.isTriple { break }
            place += 1
        }
        fail(literal.isTriple ? .unterminatedTripleString : .unterminatedString, at: start)
    }
}
