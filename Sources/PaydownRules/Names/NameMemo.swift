import PaydownCore

/// Answers of name tests by the id of the name, so that a name that occurs ten thousand times is tested once.
struct NameMemo {
    private var matchers: [NameMatcher]
    /// By test, then by id: 0 is not asked yet, 1 no, 2 yes.
    private var answers: [[UInt8]]

    init(_ tests: [NameTest]) {
        matchers = tests.map { NameMatcher($0) }
        answers = [[UInt8]](repeating: [], count: tests.count)
    }

    @inline(__always)
    mutating func passes(_ test: Int, _ name: StringID, in names: StringTable) -> Bool {
        let index = Int(name.rawValue)
        if index < answers[test].count, answers[test][index] != 0 { return answers[test][index] == 2 }
        return ask(test, name, in: names)
    }

    func passes(_ test: Int, _ text: String) -> Bool {
        matchers[test].passes(text)
    }

    mutating func removeAll() {
        for test in answers.indices { answers[test].removeAll(keepingCapacity: true) }
    }

    @inline(never)
    private mutating func ask(_ test: Int, _ name: StringID, in names: StringTable) -> Bool {
        let index = Int(name.rawValue)
        if index >= answers[test].count {
            let room = max(names.count, index + 1) - answers[test].count
            answers[test].append(contentsOf: repeatElement(0, count: room))
        }
        let answer = names.withUTF8(name) { matchers[test].passes(utf8: $0) }
        answers[test][index] = answer ? 2 : 1
        return answer
    }
}
