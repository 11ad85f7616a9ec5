/// Noting facts: names, places, statements.
extension Recogniser {
    func offset(_ place: Place) -> UInt32 {
        UInt32(truncatingIfNeeded: place - lexer.base)
    }

    func span(_ start: Place, _ end: Place) -> ByteSpan {
        ByteSpan(start: offset(start), end: offset(end))
    }

    mutating func position(_ place: Place) -> Position {
        lines.position(of: place)
    }

    mutating func site(at place: Place) -> FactSite {
        FactSite(
            offset: offset(place), lineShift: lineShift, scope: scope, statement: statementIndex(), context: context)
    }

    // MARK: Statements

    mutating func beginStatement() {
        statementStart = lexer.start
        statement = nil
    }

    /// The end of the statement is the end of the token before the current one.
    mutating func endStatement(_ end: Place) {
        if let statement { statements.setEnd(statement, offset(end)) }
        statement = nil
    }

    private mutating func statementIndex() -> UInt32 {
        if let statement { return UInt32(truncatingIfNeeded: statement) }
        let index = statementCount
        statement = index
        statements.set(index, ByteSpan(start: offset(statementStart), end: offset(statementStart)))
        statementCount &+= 1
        return UInt32(truncatingIfNeeded: index)
    }

    // MARK: Names

    /// The name between these places. Mutating, like other methods that change nothing of the lexer: for one that is not, the
    /// compiler copies the whole recogniser.
    @inline(__always)
    mutating func note(_ start: Place, _ end: Place) -> FactName {
        start == end ? .empty : note(span(start, end))
    }

    @inline(__always)
    private mutating func note(_ span: ByteSpan) -> FactName {
        if nameCount == names.capacity { names = facts.names.places.extend(nameCount) }
        names.set(nameCount, span)
        nameCount &+= 1
        return FactName(number: UInt32(truncatingIfNeeded: nameCount))
    }

    /// The name that stands in `scratch`.
    mutating func noteScratch() -> FactName {
        if scratch.isEmpty { return .empty }
        let start = FactNames.elsewhere | UInt32(truncatingIfNeeded: facts.names.others.count)
        facts.names.others += scratch
        return note(ByteSpan(start: start, end: start + UInt32(truncatingIfNeeded: scratch.count)))
    }

    mutating func text(of name: FactName) -> String {
        if name.isEmpty { return "" }
        return facts.names.withUTF8(at: names[Int(name.number) - 1], of: lexer.base) {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The current name token, in the normal form that CPython gives it.
    mutating func noteName() -> FactName {
        if lexer.isNonASCII { return noteNormalised(lexer.start, lexer.end) }
        return note(lexer.start, lexer.end)
    }

    mutating func note(_ name: DottedPlace) -> FactName {
        if name.isPlain { return note(name.start, name.end) }
        return noteNormalised(name.start, name.end)
    }

    /// The names and dots between these places; whitespace, comments and parentheses are left out.
    @inline(never)
    private mutating func noteNormalised(_ start: Place, _ end: Place) -> FactName {
        scratch.removeAll(keepingCapacity: true)
        var isNonASCII = false
        var place = start
        while place < end {
            let byte = place.pointee
            if byte == 0x23 {
                while place < end, place.pointee != 0x0A, place.pointee != 0x0D { place += 1 }
                continue
            }
            if lexer.tables.identifier[Int(byte)] != 0 || byte == 0x2E {
                scratch.append(byte)
                isNonASCII = isNonASCII || byte >= 0x80
            }
            place += 1
        }
        if isNonASCII { scratch = IdentifierForm.normalised(scratch) }
        return noteScratch()
    }
}
