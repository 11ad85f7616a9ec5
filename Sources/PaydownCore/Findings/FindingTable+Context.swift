/// The lines around findings, which are kept in two ways: as `LineHashes` where they have the usual form, and as lists
/// of strings otherwise. What is said about them is the same for both.
extension FindingTable {
    /// Whether anything is known about the lines around a finding.
    package func hasContext(_ row: Int) -> Bool {
        if let hashes = lists.hashes(context[row]) { return !hashes.isBlank }
        return !lists[context[row]].allSatisfy(\.isEmpty)
    }

    /// The texts of a finding's context in turn; each pointer is good during its call only.
    package func forEachContextLine(_ row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        if let hashes = lists.hashes(context[row]) { return hashes.forEachText(body) }
        for line in lists[context[row]] { strings.withUTF8(line, body) }
    }

    /// How many lines around a finding are the same as those at the same places around one of another table.
    func equalContext(_ row: Int, _ other: FindingTable, _ otherRow: Int) -> Int {
        if let mine = lists.hashes(context[row]), let theirs = other.lists.hashes(other.context[otherRow]) {
            return mine.equalLines(theirs)
        }
        return zip(contextTexts(row), other.contextTexts(otherRow)).count { !$0.isEmpty && $0 == $1 }
    }

    func contextTexts(_ row: Int) -> [String] {
        var texts: [String] = []
        forEachContextLine(row) { texts.append(String(decoding: $0, as: UTF8.self)) }
        return texts
    }

    /// The id of a list of context lines; in their usual form they take no strings.
    mutating func intern(context lines: [String]) -> StringListID {
        var hashes = LineHashes()
        let isUsual = lines.allSatisfy { line in
            var line = line
            return line.withUTF8 { hashes.append($0) }
        }
        if isUsual, let id = lists.append(hashes) { return id }
        return lists.intern(lines.map { strings.intern($0) })
    }
}
