/// What the definitions of one class have in common and apart: by their members, and line by line.
package enum ClassComparison {
    /// A member and the definitions that have it.
    package struct Member: Equatable, Sendable {
        package var name: String
        /// By definition, in the order given.
        package var isIn: [Bool]

        package var isShared: Bool { !isIn.contains(false) }
    }

    /// All members: those in all definitions, then by how many have them; within these as they first appear.
    package static func members(_ definitions: [[String]]) -> [Member] {
        var order: [String] = []
        var isIn: [String: [Bool]] = [:]
        for (number, members) in definitions.enumerated() {
            for name in members {
                if isIn[name] == nil {
                    isIn[name] = Array(repeating: false, count: definitions.count)
                    order.append(name)
                }
                isIn[name]?[number] = true
            }
        }
        let all = order.map { Member(name: $0, isIn: isIn[$0] ?? []) }
        func missing(_ member: Member) -> Int { member.isIn.count { !$0 } }
        return all.enumerated()
            .sorted { (missing($0.element), $0.offset) < (missing($1.element), $1.offset) }
            .map(\.element)
    }

    /// A row of texts side by side.
    package struct Row: Equatable, Sendable {
        /// The line of each text that stands here (0-based), or nil for a gap. The first text is the reference.
        package var lines: [Int?]
        /// For each text whether its line is that of the reference.
        package var isSame: [Bool]

        /// Whether all texts have the same line here.
        package var isEqual: Bool { !lines.contains(nil) && !isSame.contains(false) }

        package enum Mark: Sendable {
            case none
            /// Others lack this line of the reference.
            case missingElsewhere
            /// The reference lacks this line.
            case added
            case changed
        }

        package func mark(_ column: Int) -> Mark {
            guard lines.indices.contains(column), lines[column] != nil else { return .none }
            if column == 0 {
                if lines.contains(nil) { return .missingElsewhere }
                return isEqual ? .none : .changed
            }
            if lines[0] == nil { return .added }
            return isSame[column] ? .none : .changed
        }
    }

    /// Lines of a class that are compared; a longer one is cut.
    package static let longest = 400

    /// Puts texts side by side, each aligned with the first. At most `longest` lines of each.
    ///
    /// Equal lines are found by the longest common subsequence (dynamic programming, O(n·m)); in the gaps between
    /// them, lines that define the same name are put beside each other as changed.
    package static func aligned(_ texts: [[String]]) -> [Row] {
        let texts = texts.map { Array($0.prefix(longest)) }
        guard let reference = texts.first else { return [] }
        var partner: [[Int?]] = []
        var inserted: [[[Int]]] = []
        for text in texts.dropFirst() {
            var matches: [Int?] = Array(repeating: nil, count: reference.count)
            var insertions: [[Int]] = Array(repeating: [], count: reference.count + 1)
            var place = 0
            for (left, right) in pairs(reference, text) {
                if let left {
                    matches[left] = right
                    place = left + 1
                } else if let right {
                    insertions[place].append(right)
                }
            }
            partner.append(matches)
            inserted.append(insertions)
        }
        var rows: [Row] = []
        for place in 0...reference.count {
            let depth = inserted.map { $0[place].count }.max() ?? 0
            for step in 0..<depth {
                let lines = inserted.map { $0[place].indices.contains(step) ? $0[place][step] : nil }
                rows.append(Row(lines: [nil] + lines, isSame: Array(repeating: false, count: texts.count)))
            }
            guard place < reference.count else { break }
            let lines = [place] + partner.map { $0[place] }
            let isSame = lines.enumerated().map { column, line in
                line.map { texts[column][$0] == reference[place] } ?? false
            }
            rows.append(Row(lines: lines, isSame: isSame))
        }
        return rows
    }

    private static func pairs(_ left: [String], _ right: [String]) -> [(Int?, Int?)] {
        var result: [(Int?, Int?)] = []
        var (nextLeft, nextRight) = (0, 0)
        func gap(to leftEnd: Int, _ rightEnd: Int) {
            let leftGap = Array(nextLeft..<leftEnd)
            let rightGap = Array(nextRight..<rightEnd)
            var (leftDone, rightDone) = (0, 0)
            for (a, b) in common(leftGap.map { key(left[$0]) }, rightGap.map { key(right[$0]) }, except: "") {
                while leftDone < a { result.append((leftGap[leftDone], nil)); leftDone += 1 }
                while rightDone < b { result.append((nil, rightGap[rightDone])); rightDone += 1 }
                result.append((leftGap[a], rightGap[b]))
                (leftDone, rightDone) = (a + 1, b + 1)
            }
            for index in leftGap[leftDone...] { result.append((index, nil)) }
            for index in rightGap[rightDone...] { result.append((nil, index)) }
        }
        for (a, b) in common(left, right, except: nil) {
            gap(to: a, b)
            result.append((a, b))
            (nextLeft, nextRight) = (a + 1, b + 1)
        }
        gap(to: left.count, right.count)
        return result
    }

    /// What a line is for: the name it defines or calls, which stands before the first `=`, `(` or `:`; `return`;
    /// a docstring. Empty for others.
    private static func key(_ line: String) -> String {
        let text = line.drop { $0 == " " || $0 == "\t" }
        if text.hasPrefix("\"\"\"") || text.hasPrefix("'''") { return "\"\"\"" }
        if text.hasPrefix("return") { return "return" }
        guard let end = text.firstIndex(where: { "=(:".contains($0) }) else { return "" }
        var key = text[..<end]
        while key.last == " " { key.removeLast() }
        return String(key)
    }

    /// The index pairs of a longest common subsequence; elements equal to `except` never match.
    ///
    /// The elements are numbered first: comparing 160 000 pairs of strings would cost milliseconds in every frame.
    static func common(_ left: [String], _ right: [String], except: String?) -> [(Int, Int)] {
        var numbers: [String: Int] = [:]
        func number(_ text: String) -> Int {
            if let known = numbers[text] { return known }
            numbers[text] = numbers.count
            return numbers.count - 1
        }
        let exception = except.map(number) ?? -1
        let left = left.map(number)
        let right = right.map(number)
        func isEqual(_ a: Int, _ b: Int) -> Bool { left[a] == right[b] && left[a] != exception }
        var start = 0
        while start < left.count, start < right.count, isEqual(start, start) { start += 1 }
        var (leftEnd, rightEnd) = (left.count, right.count)
        while leftEnd > start, rightEnd > start, isEqual(leftEnd - 1, rightEnd - 1) {
            leftEnd -= 1
            rightEnd -= 1
        }
        let width = rightEnd - start + 1
        var lengths = [UInt16](repeating: 0, count: (leftEnd - start + 1) * width)
        for a in stride(from: leftEnd - start - 1, through: 0, by: -1) {
            for b in stride(from: rightEnd - start - 1, through: 0, by: -1) {
                lengths[a * width + b] =
                    isEqual(start + a, start + b)
                    ? lengths[(a + 1) * width + b + 1] + 1
                    : max(lengths[(a + 1) * width + b], lengths[a * width + b + 1])
            }
        }
        var result = (0..<start).map { ($0, $0) }
        var (a, b) = (0, 0)
        while a < leftEnd - start, b < rightEnd - start {
            if isEqual(start + a, start + b) {
                result.append((start + a, start + b))
                (a, b) = (a + 1, b + 1)
            } else if lengths[(a + 1) * width + b] >= lengths[a * width + b + 1] {
                a += 1
            } else {
                b += 1
            }
        }
        let tail = left.count - leftEnd
        result += (0..<tail).map { (leftEnd + $0, rightEnd + $0) }
        return result
    }
}
