import PaydownScreen
import PaydownTestSupport
import PaydownWidgets
import Testing

struct TextFieldTests {
    private func typed(_ keys: [Key], into text: String = "") -> TextField {
        var field = TextField(text)
        for key in keys { _ = field.handle(key) }
        return field
    }

    /// A naive twin: characters in an array and a cursor.
    private struct Twin {
        var characters: [Character] = []
        var cursor = 0

        mutating func handle(_ key: Key) {
            switch key {
            case .character(let scalar):
                characters.insert(Character(scalar), at: cursor)
                cursor += 1
            case .backspace where cursor > 0:
                characters.remove(at: cursor - 1)
                cursor -= 1
            case .delete where cursor < characters.count: characters.remove(at: cursor)
            case .left: cursor = max(0, cursor - 1)
            case .right: cursor = min(characters.count, cursor + 1)
            case .home: cursor = 0
            case .end: cursor = characters.count
            case .control("u"):
                characters.removeFirst(cursor)
                cursor = 0
            case .control("k"): characters.removeLast(characters.count - cursor)
            case .control("w"):
                while cursor > 0, characters[cursor - 1] == " " {
                    characters.remove(at: cursor - 1)
                    cursor -= 1
                }
                while cursor > 0, characters[cursor - 1] != " " {
                    characters.remove(at: cursor - 1)
                    cursor -= 1
                }
            default: break
            }
        }
    }

    @Test func `any typing gives what a plain array of characters gives`() {
        var numbers = SeededRandom(seed: 6)
        let keys: [Key] = [
            .character("a"), .character("b"), .character(" "), .character("ü"), .character("語"), .backspace, .delete,
            .left, .right, .home, .end, .control("u"), .control("k"), .control("w"),
        ]
        for _ in 0..<300 {
            var field = TextField()
            var twin = Twin()
            for _ in 0..<40 {
                // Letters three times as often, so that there is something to take away.
                let index = Int.random(in: 0..<keys.count * 2, using: &numbers)
                let key = index < keys.count ? keys[index] : keys[index % 5]
                _ = field.handle(key)
                twin.handle(key)
            }
            #expect(field.text == String(twin.characters))
            #expect(field.cursor == twin.cursor)
        }
    }

    @Test func `keys that mean nothing to a text are left to others`() {
        var field = TextField("abc")
        let isUpTaken = field.handle(.up)
        let isEnterTaken = field.handle(.enter)
        #expect(!isUpTaken && !isEnterTaken)
        #expect(field.text == "abc")
    }

    @Test func `pasted line ends and controls become spaces`() {
        var field = TextField()
        field.insert("a\nb\u{1B}c")
        #expect(field.text == "a b c")
    }

    @Test func `of a file that is pasted by mistake a beginning is taken, and its end is in sight`() {
        var field = TextField("path:")
        field.insert(String(repeating: "0123456789", count: 10_000))
        #expect(field.text.count == TextField.mostCharacters)
        #expect(field.cursor == field.text.count)
        field.insert("x")
        #expect(field.text.count == TextField.mostCharacters)
        var buffer = Buffer(size: Size(width: 12, height: 1))
        field.draw(x: 1, y: 0, width: 10, on: &buffer)
        #expect(buffer.lines == [" " + field.text.suffix(9) + "  "] || buffer.lines == [" " + field.text.suffix(9)])
    }

    @Test func `the cursor is in sight however long the text`() {
        let text = String(repeating: "0123456789", count: 5)
        for count in 0...50 {
            let field = typed(Array(repeating: .left, count: count), into: text)
            var buffer = Buffer(size: Size(width: 12, height: 1))
            field.draw(x: 1, y: 0, width: 10, on: &buffer)
            let cursors = (0..<12).filter { buffer[$0, 0].ink.ground == .selection }
            #expect(cursors.count == 1 && (1...10).contains(cursors[0]))
        }
    }
}
