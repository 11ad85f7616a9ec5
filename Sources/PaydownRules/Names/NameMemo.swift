import PaydownCore

/// Answers of name tests by the id of the name, so that a name that occurs ten thousand times is tested once.
///
/// A performance file: hundreds of thousands of names are asked about by a dozen tests. The answers to one name lie
/// together, so that several rules about one name wait for memory once.
struct NameMemo {
    private var matchers: [NameMatcher]
    /// By id, then by test, 32 tests to a word: two bits, 0 for not asked yet, 1 for no, 2 for yes.
    private var answers: [UInt64] = []
    /// How many words a name has.
    private let width: Int

    init(_ tests: [NameTest]) {
        matchers = tests.map { NameMatcher($0) }
        width = (tests.count + 31) / 32
    }

    @inline(__always)
    mutating func passes(_ test: Int, _ name: StringID, in names: StringTable) -> Bool {
        let place = Int(name.rawValue) * width + test >> 5
        if place < answers.count {
            let answer = answers[place] >> (UInt64(test & 31) * 2) & 3
            if answer != 0 { return answer == 2 }
        }
        return ask(test, name, in: names)
    }

    func passes(_ test: Int, _ text: String) -> Bool {
        matchers[test].passes(text)
    }

    mutating func removeAll() {
        answers.removeAll(keepingCapacity: true)
    }

    @inline(never)
    private mutating func ask(_ test: Int, _ name: StringID, in names: StringTable) -> Bool {
        let place = Int(name.rawValue) * width + test >> 5
        if place >= answers.count {
            let room = max(names.count, Int(name.rawValue) + 1) * width - answers.count
            answers.append(contentsOf: repeatElement(0, count: room))
        }
        let answer = names.withUTF8(name) { matchers[test].passes(utf8: $0) }
        answers[place] |= (answer ? 2 : 1) << (UInt64(test & 31) * 2)
        return answer
    }
}
