/// How a matching judged findings whose truth is known.
struct Judgement: Equatable, CustomStringConvertible {
    /// There before, called new: false alarms.
    var falseNew = 0
    /// Matched with another finding than the one it was: wrong age, wrong owner.
    var wrongPairs = 0
    /// New, called known: hidden.
    var hiddenNew = 0

    /// - Parameters:
    ///   - matches: by new row the old row, or nil.
    ///   - old: who each old row is; unique.
    init(_ matches: [Int?], old: [String], new: [String]) {
        let known = Set(old)
        for (row, match) in matches.enumerated() {
            switch (match, known.contains(new[row])) {
            case (nil, true): falseNew += 1
            case (nil, false): break
            case (_?, false): hiddenNew += 1
            case (let match?, true): wrongPairs += old[match] == new[row] ? 0 : 1
            }
        }
    }

    var isPerfect: Bool { falseNew + wrongPairs + hiddenNew == 0 }

    var description: String {
        let parts = [("F", falseNew), ("W", wrongPairs), ("M", hiddenNew)].filter { $0.1 > 0 }
        return parts.isEmpty ? "0" : parts.map { $0.0 + String($0.1) }.joined(separator: " ")
    }
}
