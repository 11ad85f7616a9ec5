import PaydownCore
import PaydownTestSupport
import Testing

@Suite struct StringTableTests {
    @Test(arguments: 0..<20)
    func `random strings get the numbers that a dictionary would give them`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var table = StringTable()
        var twin: [String: UInt32] = ["": 0]
        var order = [""]

        for step in 0..<3000 {
            let text = Self.text(&random)
            if twin[text] == nil {
                twin[text] = UInt32(order.count)
                order.append(text)
            }
            #expect(table.intern(text).rawValue == twin[text])
            // What only interning needs is built again when it was given back.
            if step == 1500 { table.seal() }
        }

        #expect(table.count == order.count)
        #expect(order.indices.allSatisfy { table[StringID(UInt32($0))] == order[$0] })
        #expect(order.indices.allSatisfy { table.find(order[$0]) == StringID(UInt32($0)) })
    }

    @Test func `a table that has forgotten everything is as a new one`() {
        var random = SeededRandom(seed: 3)
        var table = StringTable()
        for round in 0..<6 {
            table.removeAll()
            #expect(table == StringTable())
            var twin = StringTable()
            for _ in 0..<random.below(3000) {
                let text = Self.text(&random)
                #expect(table.find(text) == twin.find(text))
                #expect(table.intern(text) == twin.intern(text))
            }
            #expect(table == twin)
            if round % 2 == 1 { table.seal() }
        }
    }

    /// Lengths around a word of eight bytes, from few letters, so that many are equal or nearly so.
    private static func text(_ random: inout SeededRandom) -> String {
        String(
            (0..<random.below(20)).map { _ in random.pick(["a", "b", "é", "😀", "\u{0}"] as [Character]) }.suffix(
                random.below(12)))
    }

    @Test(arguments: 0..<10)
    func `a batch gets the numbers that one after the other get`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var table = StringTable()
        var twin = StringTable()

        for _ in 0..<200 {
            let texts = (0..<random.below(40)).map { _ in Array(Self.text(&random).utf8) }
            let joined = texts.flatMap { $0 }
            var batch = TextBatch()
            var offset = 0
            for text in texts {
                _ = batch.append(offset: offset, count: text.count)
                offset += text.count
            }
            joined.withUnsafeBufferPointer { bytes in
                table.intern(&batch) { UnsafeBufferPointer(rebasing: bytes[$0.offset..<$0.offset + $0.count]) }
            }
            #expect(batch.ids == texts.map { text in text.withUnsafeBufferPointer { twin.intern($0) } })
        }

        #expect((table == twin) as Bool)
    }

    @Test func `the empty string is number 0, also in an empty table`() {
        var table = StringTable()

        #expect(table.count == 1)
        #expect(table[.empty] == "")
        #expect(table.intern("") == .empty)
        #expect(table.find("") == .empty)
        #expect(table.find("a") == nil)
    }

    @Test func `a string is found after sealing, and one that is not there is not`() {
        var table = StringTable()
        let id = table.intern("here")
        table.seal()

        #expect(table.find("here") == id)
        #expect(table.find("her") == nil)
    }

    @Test func `strings are ordered as their scalars are`() {
        var table = StringTable()
        let texts = ["", "a", "ab", "b", "é", "\u{FFFD}", "😀"]
        let ids = texts.reversed().map { table.intern($0) }.reversed() as [StringID]

        for left in ids.indices {
            for right in ids.indices {
                #expect(table.isOrdered(ids[left], before: ids[right]) == (left < right))
            }
        }
    }

    @Test(arguments: [0, 1, 700])
    func `strings that are appended as new ones are found afterwards, whatever was interned before`(before: Int) {
        var table = StringTable()
        for number in 0..<before { _ = table.intern("before\(number)") }
        for number in 0..<900 {
            var text = "new\(number)"
            text.withUTF8 { table.append(new: $0) }
        }

        #expect(table.count == 1 + before + 900)
        for number in 0..<900 { #expect(table.intern("new\(number)") == StringID(UInt32(1 + before + number))) }
        for number in 0..<before { #expect(table.intern("before\(number)") == StringID(UInt32(1 + number))) }
        #expect(table.count == 1 + before + 900)
    }
}

@Suite struct StringListTableTests {
    @Test(arguments: [0, 300])
    func `lists that are appended as new ones are found afterwards`(before: Int) {
        var table = StringListTable()
        for number in 0..<before { _ = table.intern([StringID(9), StringID(UInt32(number))]) }
        let lists = (0..<400).map { [StringID(UInt32($0)), StringID(1000)] }
        for list in lists { table.append(new: list) }

        for (number, list) in lists.enumerated() {
            #expect(table.intern(list) == StringListID(UInt32(1 + before + number)))
        }
        #expect(table.count == 1 + before + 400)
    }

    @Test func `random lists get the numbers that a dictionary would give them`() {
        var random = SeededRandom(seed: 1)
        var table = StringListTable()
        var twin: [[StringID]: UInt32] = [[]: 0]

        for step in 0..<4000 {
            let list = (0..<random.below(5)).map { _ in StringID(UInt32(random.below(6))) }
            let expected = twin[list] ?? UInt32(twin.count)
            twin[list] = expected
            #expect(table.intern(list).rawValue == expected)
            if step == 2000 { table.seal() }
        }

        #expect(table.count == twin.count)
        #expect(twin.allSatisfy { Array(table[StringListID($0.value)]) == $0.key })
    }
}
