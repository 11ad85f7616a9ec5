/// Whole values: passed over, kept as compact text, or as a tree.
extension UnsafeJSONCursor {
    /// Passes over a value of any kind, checking all of it.
    ///
    /// - Parameter depth: how many arrays and objects are open around it.
    mutating func skipValue(depth: Int) throws(SnapshotError) {
        switch try next() {
        case 0x22: _ = try text()
        case 0x7B:
            try eachMember(depth: depth) { (cursor, _) throws(SnapshotError) in
                try cursor.colon()
                try cursor.skipValue(depth: depth + 1)
            }
        case 0x5B:
            try eachElement(depth: depth) { (cursor) throws(SnapshotError) in
                try cursor.skipValue(depth: depth + 1)
            }
        case 0x2D, 0x30...0x39: _ = try number()
        case 0x74: try word("true")
        case 0x66: try word("false")
        case 0x6E: try word("null")
        default: throw unexpected("a value")
        }
    }

    /// Appends a value of any kind without white space, strings escaped as `JSONText` does it.
    mutating func compactValue(depth: Int, into result: inout JSONText) throws(SnapshotError) {
        switch try next() {
        case 0x22: result.string(try text().utf8)
        case 0x7B:
            result.raw("{")
            var isFirst = true
            try eachMember(depth: depth) { (cursor, key) throws(SnapshotError) in
                if !isFirst { result.raw(",") }
                isFirst = false
                result.string(key.utf8)
                result.raw(":")
                try cursor.colon()
                try cursor.compactValue(depth: depth + 1, into: &result)
            }
            result.raw("}")
        case 0x5B:
            result.raw("[")
            var isFirst = true
            try eachElement(depth: depth) { (cursor) throws(SnapshotError) in
                if !isFirst { result.raw(",") }
                isFirst = false
                try cursor.compactValue(depth: depth + 1, into: &result)
            }
            result.raw("]")
        case 0x2D, 0x30...0x39: result.raw(try number().utf8)
        case 0x74:
            try word("true")
            result.raw("true")
        case 0x66:
            try word("false")
            result.raw("false")
        case 0x6E:
            try word("null")
            result.raw("null")
        default: throw unexpected("a value")
        }
    }

    /// Reads a value of any kind into a tree that knows its places.
    mutating func node(depth: Int) throws(SnapshotError) -> JSONNode {
        let first = try next()
        let place = here
        switch first {
        case 0x22: return JSONNode(.string(try text().string), at: place)
        case 0x7B:
            var members: [JSONNode.Member] = []
            try eachMember(depth: depth) { (cursor, key) throws(SnapshotError) in
                let key = key.string
                try cursor.colon()
                members.append(JSONNode.Member(key: key, value: try cursor.node(depth: depth + 1)))
            }
            return JSONNode(.object(members), at: place)
        case 0x5B:
            var elements: [JSONNode] = []
            try eachElement(depth: depth) { (cursor) throws(SnapshotError) in
                elements.append(try cursor.node(depth: depth + 1))
            }
            return JSONNode(.array(elements), at: place)
        case 0x2D, 0x30...0x39: return JSONNode(.number(try number().string), at: place)
        case 0x74:
            try word("true")
            return JSONNode(.bool(true), at: place)
        case 0x66:
            try word("false")
            return JSONNode(.bool(false), at: place)
        case 0x6E:
            try word("null")
            return JSONNode(.null, at: place)
        default: throw unexpected("a value")
        }
    }

    /// Walks an object whose opening brace is the next byte.
    ///
    /// - Parameter body: takes what it needs of the key, whose text is good until the next call, then passes the
    ///   colon, then reads the value.
    @inline(__always)
    mutating func eachMember(
        depth: Int, _ body: (inout Self, Text) throws(SnapshotError) -> Void
    ) throws(SnapshotError) {
        _ = try members(depth: depth) { (cursor, key) throws(SnapshotError) in
            try body(&cursor, key)
            return true
        }
    }

    /// The same for a body that may end the walk early by returning false.
    ///
    /// - Returns: whether the object was read to its end.
    @inline(__always)
    mutating func members(
        depth: Int, while body: (inout Self, Text) throws(SnapshotError) -> Bool
    ) throws(SnapshotError) -> Bool {
        try open(0x7B, "an object", depth: depth)
        if try next() == 0x7D {
            position += 1
            return true
        }
        while true {
            guard try next() == 0x22 else { throw unexpected("a key in quotes") }
            keyOffset = offset
            let key = try text()
            if try !body(&self, key) { return false }
            switch try next() {
            case 0x2C: position += 1
            case 0x7D:
                position += 1
                return true
            default: throw unexpected("',' or '}' after a value")
            }
        }
    }

    /// Walks an array whose opening bracket is the next byte.
    @inline(__always)
    mutating func eachElement(
        depth: Int, _ body: (inout Self) throws(SnapshotError) -> Void
    ) throws(SnapshotError) {
        try open(0x5B, "an array", depth: depth)
        if try next() == 0x5D {
            position += 1
            return
        }
        while true {
            try body(&self)
            switch try next() {
            case 0x2C: position += 1
            case 0x5D:
                position += 1
                return
            default: throw unexpected("',' or ']' after a value")
            }
        }
    }

    /// Passes over the colon behind a key.
    @inline(__always)
    mutating func colon() throws(SnapshotError) {
        guard try next() == 0x3A else { throw unexpected("':' after a key") }
        position += 1
    }

    @inline(__always)
    private mutating func open(_ byte: UInt8, _ what: String, depth: Int) throws(SnapshotError) {
        guard try next() == byte else { throw unexpected(what) }
        if depth >= Self.depthLimit { throw .tooDeep(here, limit: Self.depthLimit) }
        position += 1
    }

    /// Passes over `true`, `false` or `null`.
    mutating func word(_ word: StaticString) throws(SnapshotError) {
        let count = word.utf8CodeUnitCount
        while end - position < count {
            if try !fill(keeping: position) { break }
        }
        for index in 0..<count {
            if position + index >= end { throw .endsEarly(place(at: end), inside: "the word '\(word)'") }
            guard base[position + index] == word.utf8Start[index] else {
                throw .syntax(
                    here, found: "a word that is not in quotes",
                    expected: "a value: text in quotes, a number, true, false, null")
            }
        }
        position += count
    }
}
