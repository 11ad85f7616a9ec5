import PaydownCore

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
        var position = lines.position(of: place)
        position.line = UInt32(truncatingIfNeeded: Int(position.line) + lineShift)
        return FactSite(position: position, scope: scope, statement: statementIndex(), context: context)
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

    /// Until the end of the file, names have the numbers that `FileNames` gives them.
    ///
    /// Mutating, like other methods that change nothing: for one that is not, the compiler copies the whole recogniser.
    @inline(__always)
    mutating func intern(_ start: Place, _ end: Place) -> StringID {
        fileNames.number(start, end)
    }

    /// The name that stands in `scratch`.
    mutating func internScratch() -> StringID {
        fileNames.number(of: scratch.withUnsafeBufferPointer { names.intern($0) })
    }

    /// The id of the current name token, in the normal form that CPython gives it.
    mutating func internName() -> StringID {
        if lexer.isNonASCII { return internNormalised(lexer.start, lexer.end) }
        return intern(lexer.start, lexer.end)
    }

    mutating func intern(_ name: DottedPlace) -> StringID {
        if name.isPlain { return intern(name.start, name.end) }
        return internNormalised(name.start, name.end)
    }

    /// The names and dots between these places; whitespace, comments and parentheses are left out.
    @inline(never)
    private mutating func internNormalised(_ start: Place, _ end: Place) -> StringID {
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
        return internScratch()
    }
}
