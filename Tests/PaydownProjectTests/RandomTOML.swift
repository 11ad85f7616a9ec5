import PaydownProject
import PaydownScreen
import PaydownTestSupport

/// A random valid TOML document that knows where it wrote each key and value.
struct RandomTOML {
    private(set) var text = ""
    private(set) var places: [TOMLPath: TOMLKeyLocator.Place] = [:]
    private var random: SeededRandom
    private var line = 1
    private var column = 1
    private var count = 0

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
        for _ in 0..<Int.random(in: 0...4, using: &random) { writePair(in: .root, depth: 0) }
        for _ in 0..<Int.random(in: 0...4, using: &random) { writeTable() }
    }

    private mutating func writeTable() {
        space()
        let isArray = Bool.random(using: &random)
        var path = TOMLPath.root
        let parts = Int.random(in: 1...3, using: &random)
        let elements = isArray ? Int.random(in: 1...3, using: &random) : 1
        let keys = (0..<parts).map { _ in freshKey() }
        for element in 0..<elements {
            space()
            write(isArray ? "[[" : "[")
            path = .root
            for (offset, key) in keys.enumerated() {
                if offset > 0 { write(pick([".", " . "])) }
                path = path.appending(key.name)
                note(path, TOMLKeyLocator.Place(key: position, value: position))
                if offset == keys.count - 1, isArray {
                    note(path.appending(element), TOMLKeyLocator.Place(key: position, value: position))
                }
                write(key.written)
            }
            if isArray { path = path.appending(element) }
            write((isArray ? "]]" : "]") + pick(["", "  # c = [1]"]) + "\n")
            for _ in 0..<Int.random(in: 0...3, using: &random) { writePair(in: path, depth: 0) }
        }
    }

    private mutating func writePair(in table: TOMLPath, depth: Int) {
        if depth == 0 { space() }
        var path = table
        let parts = pick([1, 1, 2, 3])
        for part in 0..<parts {
            if part > 0 { write(pick([".", " . ", ".\t"])) }
            let key = freshKey()
            path = path.appending(key.name)
            note(path, TOMLKeyLocator.Place(key: position, value: position))
            write(key.written)
        }
        write(pick([" = ", "=", "  =\t"]))
        let value = position
        places[path]?.value = value
        writeValue(at: path, depth: depth)
        if depth == 0 { write(pick(["\n", " # \"[{\n", "\r\n"])) }
    }

    private mutating func writeValue(at path: TOMLPath, depth: Int) {
        switch Int.random(in: 0...(depth < 3 ? 6 : 4), using: &random) {
        case 0: write(pick(["1", "-2.5e3", "0xFF", "true", "2025-09-28", "07:32:00", "inf"]))
        case 1: write(pick(["\"plain\"", "\"# ] } , = \\\" \\\\\"", "\"\"", "\"é😀\\u00e9\""]))
        case 2: write(pick(["'literal'", "'\\'", "''", "'# \"'"]))
        case 3 where depth == 0: write("\"\"\"\nfirst\n[x]\ny = \\\"\\\"\\\" \"\" 1\"\"\"")
        case 4 where depth == 0: write("'''\n# 'q' \\\n= [''''")
        case 5: writeArray(at: path, depth: depth)
        case 6: writeInlineTable(at: path, depth: depth)
        default: write("42")
        }
    }

    private mutating func writeArray(at path: TOMLPath, depth: Int) {
        write("[")
        let elements = Int.random(in: 0...3, using: &random)
        for index in 0..<elements {
            write(pick(["", " ", "\n  ", " # ], \n"]))
            let element = path.appending(index)
            note(element, TOMLKeyLocator.Place(key: position, value: position))
            writeValue(at: element, depth: depth + 1)
            if index < elements - 1 || Bool.random(using: &random) { write(pick([",", " ,"])) }
        }
        write(pick(["]", " ]", "\n]"]))
    }

    private mutating func writeInlineTable(at path: TOMLPath, depth: Int) {
        write("{")
        for index in 0..<Int.random(in: 0...3, using: &random) {
            if index > 0 { write(pick([",", ", "])) }
            write(pick(["", " "]))
            writePair(in: path, depth: depth + 1)
        }
        write(pick(["}", " }"]))
    }

    /// A key that no other in the document equals, and how it is written.
    private mutating func freshKey() -> (name: String, written: String) {
        count += 1
        return switch Int.random(in: 0...4, using: &random) {
        case 0: ("k-\(count)", "k-\(count)")
        case 1: ("a b\(count)", "\"a b\(count)\"")
        case 2: ("x.y#\(count)", "'x.y#\(count)'")
        case 3: ("é\"\(count)", "\"\\u00e9\\\"\(count)\"")
        default: ("_\(count)", "_\(count)")
        }
    }

    private mutating func space() {
        write(pick(["", "", "\n", "  ", "# [c] = {\n", "\t\n "]))
    }

    private mutating func note(_ path: TOMLPath, _ place: TOMLKeyLocator.Place) {
        if places[path] == nil { places[path] = place }
    }

    private mutating func write(_ piece: String) {
        text += piece
        for scalar in piece.unicodeScalars {
            column += 1
            if scalar == "\n" { (line, column) = (line + 1, 1) }
        }
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    private var position: TextPosition { TextPosition(line: line, column: column) }
}
