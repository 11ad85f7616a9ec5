import PaydownScreen

/// One line of text being typed, with its cursor; at most `mostCharacters`, so that a whole file pasted by mistake is
/// soon dealt with.
package struct TextField: Equatable, Sendable {
    package private(set) var text: String
    /// 0...count, in characters.
    package private(set) var cursor: Int

    package static let mostCharacters = 4096

    package init(_ text: String = "") {
        self.text = text
        cursor = text.count
    }

    /// Handles an editing key; false when the key means nothing to a text.
    package mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .character(let scalar):
            insert(String(Character(scalar)))
        case .backspace, .control("h"):
            guard cursor > 0 else { return true }
            remove(at: cursor - 1)
            cursor -= 1
        case .delete, .control("d"):
            if cursor < text.count { remove(at: cursor) }
        case .left, .control("b"):
            cursor = max(0, cursor - 1)
        case .right, .control("f"):
            cursor = min(text.count, cursor + 1)
        case .home, .control("a"):
            cursor = 0
        case .end, .control("e"):
            cursor = text.count
        case .control("u"):
            text.removeFirst(cursor)
            cursor = 0
        case .control("k"):
            text.removeLast(text.count - cursor)
        case .control("w"):
            removeWord()
        default:
            return false
        }
        return true
    }

    /// Puts text in at the cursor, as much as there is room for; line ends and controls become spaces.
    package mutating func insert(_ inserted: String) {
        let room = max(0, Self.mostCharacters - text.count)
        let clean = String(
            inserted.unicodeScalars.prefix(room).map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) })
        text.insert(contentsOf: clean, at: text.index(text.startIndex, offsetBy: cursor))
        // Combining marks may join with what stands before: count again instead of adding.
        cursor = min(cursor + clean.count, text.count)
    }

    package func draw(x: Int, y: Int, width: Int, ground: Ink.Ground = .plain, on buffer: inout Buffer) {
        guard width > 0 else { return }
        let characters = Array(text)
        // As much before the cursor as leaves it a cell.
        var first = cursor
        var before = 0
        while first > 0 {
            let cells = DisplayWidth.of(String(characters[first - 1]))
            guard before + cells < width else { break }
            before += cells
            first -= 1
        }
        let shown = String(characters[first..<min(first + width, characters.count)])
        buffer.fill(Rect(x: x, y: y, width: width, height: 1), " ", ink: Ink(.text, on: ground))
        buffer.write(shown, x: x, y: y, ink: Ink(.text, on: ground), limit: width, truncation: .none)
        let cursorX = x + before
        let under = cursor < characters.count ? String(characters[cursor]) : " "
        buffer.write(under, x: cursorX, y: y, ink: Ink(.text, on: .selection), limit: x + width - cursorX)
    }

    private mutating func remove(at index: Int) {
        text.remove(at: text.index(text.startIndex, offsetBy: index))
    }

    private mutating func removeWord() {
        var characters = Array(text)
        var begin = cursor
        while begin > 0, characters[begin - 1] == " " { begin -= 1 }
        while begin > 0, characters[begin - 1] != " " { begin -= 1 }
        characters.removeSubrange(begin..<cursor)
        text = String(characters)
        cursor = begin
    }
}
