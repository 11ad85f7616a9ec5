/// Simple statements, and the choice among all statements.
extension Recogniser {
    mutating func readStatement() throws(Refusal) {
        if kind == .name {
            try readLine()
            return
        }
        switch kind {
        case .kwIf: try readIf()
        case .kwFor: try readFor()
        case .kwWhile: try readWhile()
        case .kwTry: try readTry()
        case .kwWith: try readWith()
        case .kwDef: try readFunction(at: lexer.start, isAsync: false, decorators: noDecorators())
        case .kwClass: try readClass(decorators: noDecorators())
        case .at: try readDecorated()
        case .kwAsync: try readAsync()
        case .indent: throw refuse(.unexpectedIndent)
        default: try readLine()
        }
    }

    /// Statements with semicolons between them, up to the line's end.
    @inline(__always)
    mutating func readLine() throws(Refusal) {
        if kind == .name, lexer.end - lexer.start == 5, try readSoftKeyword() { return }
        try readSimpleLine()
    }

    /// The same without a `match`, which may not follow a colon on its line.
    mutating func readSimpleLine() throws(Refusal) {
        while true {
            beginStatement()
            try readSimple()
            endStatement(kind == .newline ? lexer.end : lexer.previousEnd)
            if kind == .newline {
                next()
                return
            }
            guard kind == .semicolon else { throw refuse() }
            next()
            if kind == .newline {
                next()
                return
            }
        }
    }

    @inline(__always)
    mutating func readSimple() throws(Refusal) {
        if kind == .name {
            if lexer.end - lexer.start == 4, version >= .v3_12, isWord("type"), try readTypeAlias() { return }
            try readExpressionStatement()
            return
        }
        switch kind {
        case .kwPass, .kwBreak, .kwContinue:
            next()
        case .kwReturn:
            next()
            if !kind.endsStatement { _ = try readStarExpressions() }
        case .kwImport:
            try readImport()
        case .kwFrom:
            try readFromImport()
        case .kwRaise:
            try readRaise()
        case .kwGlobal:
            try readGlobal(isNonlocal: false)
        case .kwNonlocal:
            try readGlobal(isNonlocal: true)
        case .kwDel:
            try readDelete()
        case .kwAssert:
            next()
            _ = try readExpression()
            if accept(.comma) { _ = try readExpression() }
        default:
            try readExpressionStatement()
        }
    }

    private mutating func readRaise() throws(Refusal) {
        next()
        if kind.endsStatement { return }
        _ = try readExpression()
        if accept(.kwFrom) {
            _ = try readExpression()
        } else if kind == .comma {
            throw refuse(.python2Raise)
        }
    }

    private mutating func readGlobal(isNonlocal: Bool) throws(Refusal) {
        let start = lexer.start
        repeat {
            next()
            guard kind == .name else { throw refuse() }
            let name = noteName()
            facts.globals.append(GlobalFact(name: name, isNonlocal: isNonlocal, site: site(at: start)))
            next()
        } while kind == .comma
    }

    private mutating func readDelete() throws(Refusal) {
        next()
        repeat {
            if kind.endsStatement { break }
            let place = lexer.start
            if version == .v3_8 { _ = accept(.star) }
            let target = try readPrimary()
            guard target.has(.deletable) else { throw refuse(.deleteTarget, at: place) }
        } while accept(.comma)
        guard kind.endsStatement, lexer.previousEnd > statementStart + 3 else { throw refuse() }
    }

    /// `type X = …` of Python 3.12; false when `type` is a name here.
    private mutating func readTypeAlias() throws(Refusal) -> Bool {
        let start = mark()
        next()
        guard kind == .name else {
            goBack(start)
            return false
        }
        next()
        if kind == .openSquare { try readTypeParameters() }
        try expect(.equal)
        _ = try readExpression()
        return true
    }

    // MARK: Expressions as statements

    private mutating func readExpressionStatement() throws(Refusal) {
        let start = lexer.start
        let first = kind == .kwYield ? try readYield() : try readStarExpressions()
        switch kind {
        case .newline, .semicolon:
            return
        case .equal:
            try readAssignment(start, first)
        case .augmented:
            guard first.has(.single) else { throw refuse(.assignTarget, at: start) }
            let noted = facts.assignments.count
            if first.has(.dotted) { noteAssignment(dotted, .augmented) }
            next()
            try noteValue(readAugmentingValue(), since: noted)
        case .colon:
            try readAnnotation(start, first)
        default:
            throw refuseStatement(start, first)
        }
    }

    /// The likeliest reason why a statement does not end where it should.
    private mutating func refuseStatement(_ start: Place, _ first: Expression) -> Refusal {
        if first.has(.bareName), kind != .error {
            let word = UnsafeBufferPointer(start: start, count: lexer.previousEnd - start)
            if word.elementsEqual("print".utf8) { return refuse(.python2Print, at: start) }
            if word.elementsEqual("exec".utf8) { return refuse(.python2Exec, at: start) }
        }
        return refuse()
    }

    private mutating func readAssignment(_ start: Place, _ first: Expression) throws(Refusal) {
        let noted = facts.assignments.count
        var targetStart = start
        var target = first
        while true {
            guard target.has(.assignable) else { throw refuse(.assignTarget, at: targetStart) }
            if target.has(.dotted) {
                noteAssignment(dotted, .plain)
            } else if target.form == .tuple || target.form == .list || target.has(.starred) {
                noteUnpacked(targetStart, lexer.start)
            }
            next()
            targetStart = lexer.start
            target = try readAnnotatedValue()
            guard kind == .equal else { break }
        }
        noteValue(target, since: noted)
        if !kind.endsStatement { throw refuse() }
    }

    private mutating func readAnnotation(_ start: Place, _ first: Expression) throws(Refusal) {
        guard first.has(.single) else { throw refuse(.invalidSyntax) }
        let noted = facts.assignments.count
        if first.has(.dotted) { noteAssignment(dotted, .declared) }
        next()
        _ = try readExpression()
        guard accept(.equal) else { return }
        if facts.assignments.count > noted { facts.assignments[noted].kind = .annotated }
        try noteValue(readAnnotatedValue(), since: noted)
    }

    /// What may stand right of an assignment's sign.
    private mutating func readAnnotatedValue() throws(Refusal) -> Expression {
        kind == .kwYield ? try readYield() : try readStarExpressions()
    }

    private mutating func readAugmentingValue() throws(Refusal) -> Expression {
        if version == .v3_8, kind != .kwYield { return try readExpressions() }
        return try readAnnotatedValue()
    }

    // MARK: Facts of assignments

    private mutating func noteAssignment(_ name: DottedPlace, _ kind: AssignmentFact.Kind) {
        if isFunctionScope, !isOfInterest(name) { return }
        let target = note(name)
        facts.assignments.append(
            AssignmentFact(
                target: target, kind: kind, value: .absent, callee: .empty, site: site(at: name.start)
            )
        )
    }

    /// In a function only dotted names are noted, and none of `self`.
    private func isOfInterest(_ name: DottedPlace) -> Bool {
        guard name.lastStart != name.start else { return false }
        var place = name.start
        for byte in [UInt8(ascii: "s"), UInt8(ascii: "e"), UInt8(ascii: "l"), UInt8(ascii: "f")] {
            if place.pointee != byte { return true }
            place += 1
        }
        return lexer.tables.identifier[Int(place.pointee)] != 0
    }

    private mutating func noteValue(_ value: Expression, since noted: Int) {
        let callee = value.has(.namedCall) ? callee : .empty
        var index = noted
        while index < facts.assignments.count {
            facts.assignments[index].value = value.form
            facts.assignments[index].callee = callee
            index += 1
        }
    }

    /// Reads the targets between these places once more, now that they are known to be targets, for their names.
    private mutating func noteUnpacked(_ start: Place, _ end: Place) {
        let current = lexer
        lexer.seek(start)
        lexer.pending = .nothing
        lexer.depth = 0
        lexer.next()
        while lexer.start < end, lexer.kind != .endOfFile, lexer.kind != .error {
            guard kind == .name || kind == .dot || kind == .openBrace || kind == .string else {
                if kind == .newline { break }
                let wasClosing = kind == .closeParen || kind == .closeSquare
                lexer.next()
                if wasClosing { skipTrailers(end) }
                continue
            }
            guard kind == .name else { break }
            var name = DottedPlace(
                start: lexer.start, end: lexer.end, lastStart: lexer.start, isPlain: !lexer.isNonASCII)
            lexer.next()
            while kind == .dot, lexer.start < end {
                let dot = lexer.start
                lexer.next()
                name.isPlain = name.isPlain && !lexer.isNonASCII && dot == name.end && lexer.start == dot + 1
                name.end = lexer.end
                name.lastStart = lexer.start
                lexer.next()
            }
            if kind == .openParen || kind == .openSquare, lexer.start < end {
                skipTrailers(end)
            } else {
                noteAssignment(name, .unpacked)
            }
        }
        lexer = current
    }

    /// Skips calls, subscriptions and attributes behind something that is therefore no dotted name.
    private mutating func skipTrailers(_ end: Place) {
        while lexer.start < end {
            switch kind {
            case .dot:
                lexer.next()
                lexer.next()
            case .openParen, .openSquare:
                let outer = lexer.depth - 1
                while lexer.start < end, lexer.depth > outer, kind != .error, kind != .endOfFile { lexer.next() }
                lexer.next()
            default:
                return
            }
        }
    }
}
