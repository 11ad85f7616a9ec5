/// Import statements.
extension Recogniser {
    mutating func readImport() throws(Refusal) {
        let start = lexer.start
        repeat {
            next()
            let place = lexer.start
            let module = try readDottedName()
            let alias = try readAlias()
            facts.imports.append(
                ImportFact(
                    module: module, alias: alias, level: 0, isFrom: false, site: site(at: start),
                    moduleOffset: offset(place), firstName: UInt32(facts.importedNames.count), nameCount: 0
                )
            )
        } while kind == .comma
    }

    mutating func readFromImport() throws(Refusal) {
        let start = lexer.start
        next()
        var level: UInt32 = 0
        while kind == .dot || kind == .ellipsis {
            level += kind == .dot ? 1 : 3
            next()
        }
        var module = FactName.empty
        if level == 0 || kind != .kwImport { module = try readDottedName() }
        try expect(.kwImport)
        let first = facts.importedNames.count
        let site = site(at: start)
        if kind == .star {
            noteImportedName(note(lexer.start, lexer.end), .empty, at: lexer.start)
            next()
        } else if accept(.openParen) {
            repeat {
                if kind == .closeParen, facts.importedNames.count > first { break }
                try readImportedName()
            } while accept(.comma)
            try expect(.closeParen)
        } else {
            repeat { try readImportedName() } while accept(.comma)
        }
        facts.imports.append(
            ImportFact(
                module: module, alias: .empty, level: level, isFrom: true, site: site,
                moduleOffset: site.offset, firstName: UInt32(first),
                nameCount: UInt32(facts.importedNames.count - first)
            )
        )
    }

    private mutating func readImportedName() throws(Refusal) {
        guard kind == .name else { throw refuse() }
        let place = lexer.start
        let name = noteName()
        next()
        noteImportedName(name, try readAlias(), at: place)
    }

    private mutating func noteImportedName(_ name: FactName, _ alias: FactName, at place: Place) {
        facts.importedNames.append(ImportedNameFact(name: name, alias: alias, offset: offset(place)))
    }

    private mutating func readAlias() throws(Refusal) -> FactName {
        guard accept(.kwAs) else { return .empty }
        guard kind == .name else { throw refuse() }
        let alias = noteName()
        next()
        return alias
    }

    mutating func readDottedName() throws(Refusal) -> FactName {
        guard kind == .name else { throw refuse() }
        var name = DottedPlace(
            start: lexer.start, end: lexer.end, lastStart: lexer.start, isPlain: !lexer.isNonASCII
        )
        next()
        while kind == .dot {
            let dot = lexer.start
            next()
            guard kind == .name else { throw refuse() }
            name.isPlain = name.isPlain && !lexer.isNonASCII && dot == name.end && lexer.start == dot + 1
            name.end = lexer.end
            name.lastStart = lexer.start
            next()
        }
        dotted = name
        return note(name)
    }
}
