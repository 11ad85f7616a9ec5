/// Line starts: indentation, blank lines, dedents, and the end of the file.
extension Lexer {
    /// Reads what precedes the next token; true when that is itself a token.
    mutating func readLineStart() -> Bool {
        switch pending {
        case .lineStart:
            return readIndentation()
        case .dedents:
            return finishDedent()
        case .nothing:
            return false
        }
    }

    /// How many spaces stand there, behind a byte of no word; up to `TextMasks.window`.
    @inline(__always)
    private func leadingSpaces(_ place: Place) -> Int {
        min(starts.window(place - base).trailingZeroBitCount, TextMasks.window)
    }

    private mutating func readIndentation() -> Bool {
        var place = cursor
        var column = 0
        var tabColumn = 0
        var continued = 0
        while true {
            let spaces = leadingSpaces(place)
            column += spaces
            tabColumn += spaces
            place += spaces
            switch place.pointee {
            case 0x20:
                column += 1
                tabColumn += 1
                place += 1
            case 0x09:
                column = (column / 8 + 1) * 8
                tabColumn += 1
                place += 1
            case 0x0C:
                column = 0
                tabColumn = 0
                place += 1
            case 0x23:
                place = lineEnd(place)
                skipLineEnd(&place)
                column = 0
                tabColumn = 0
                continued = 0
            case 0x0A, 0x0D:
                skipLineEnd(&place)
                column = 0
                tabColumn = 0
                continued = 0
            case 0x5C where version == .v3_9:
                // Python 3.9 leaves the block as it is when a line is continued before it began.
                guard let after = continuation(place) else { return true }
                var rest = after
                while rest.pointee == 0x20 || rest.pointee == 0x09 || rest.pointee == 0x0C { rest += 1 }
                if rest.pointee == 0x23 || rest.pointee == 0x0A || rest.pointee == 0x0D {
                    place = rest
                } else {
                    seek(place)
                    logicalStart = place
                    pending = .nothing
                    return false
                }
            case 0x5C where version >= .v3_10:
                // Of a line that is continued before it began, the first part sets the column.
                if continued == 0 { continued = column }
                guard let after = continuation(place) else { return true }
                place = after
            case 0 where place == limit:
                return readFileEnd(place)
            default:
                if continued > 0 {
                    column = continued
                    tabColumn = continued
                }
                seek(place)
                return indent(to: column, tabColumn, place)
            }
        }
    }

    private func skipLineEnd(_ place: inout Place) {
        if place.pointee == 0x0A {
            place += 1
        } else if place.pointee == 0x0D {
            place += place[1] == 0x0A ? 2 : 1
        }
    }

    /// Begins a line with its first token there; true when an indent or a dedent precedes it, which is then read.
    mutating func indent(to column: Int, _ tabColumn: Int, _ place: Place) -> Bool {
        cursor = place
        logicalStart = place
        pending = .nothing
        if column == indents.column {
            if tabColumn == indents.tabColumn { return false }
            fail(.inconsistentTabs, at: place)
            return true
        }
        if column > indents.column {
            if indents.isFull {
                fail(.tooManyIndents, at: place)
            } else if tabColumn <= indents.tabColumn {
                fail(.inconsistentTabs, at: place)
            } else {
                indents.push(column, tabColumn)
                kind = .indent
                start = place
            }
            return true
        }
        dedents = 0
        while indents.count > 1, column < indents.column {
            indents.pop()
            dedents += 1
        }
        if column != indents.column {
            fail(.dedentMismatch, at: place)
            return true
        }
        if tabColumn != indents.tabColumn {
            fail(.inconsistentTabs, at: place)
            return true
        }
        return finishDedent()
    }

    private mutating func finishDedent() -> Bool {
        start = cursor
        kind = .dedent
        dedents -= 1
        pending = dedents > 0 ? .dedents : cursor == limit ? .lineStart : .nothing
        return true
    }

    private mutating func readFileEnd(_ place: Place) -> Bool {
        seek(place)
        start = place
        if indents.count > 1 {
            dedents = indents.count - 1
            while indents.count > 1 { indents.pop() }
            return finishDedent()
        }
        kind = .endOfFile
        return true
    }
}
