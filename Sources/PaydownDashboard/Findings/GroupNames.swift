import PaydownCore

/// The groups met so far: numbers by name, over both snapshots.
///
/// A performance file: names stay the bytes they are in the snapshots; a `String` is made of those only that a listing
/// shows. Half a million groups take 0.1 s to put in order instead of a second.
struct GroupNames {
    private let grouping: Grouping
    private var names = StringTable()

    init(_ grouping: Grouping) {
        self.grouping = grouping
    }

    var count: Int { names.count }

    subscript(number: Int) -> String { names[StringID(UInt32(number))] }

    /// The numbers in the order of their names.
    func sorted(_ numbers: [Int]) -> [Int] {
        names.sorted(numbers.map { StringID(UInt32($0)) }).map { Int($0.rawValue) }
    }

    func numbering(_ side: LoadedSnapshot, _ births: FindingBirths?) -> Numbering {
        Numbering(side, births, by: grouping)
    }

    /// The group of a row, without remembering it for rows like it: for a few rows.
    mutating func number(of row: Int, in side: LoadedSnapshot, _ births: FindingBirths?) -> Int32 {
        number(of: Self.column(of: side, births, by: grouping)[row], in: side, hasBirths: births != nil)
    }

    private mutating func number(of id: StringID, in side: LoadedSnapshot, hasBirths: Bool) -> Int32 {
        switch grouping {
        case .owner:
            guard let owners = side.owners else { return number("") }
            return owners.withUTF8(id) { number($0) }
        case .age:
            guard hasBirths else { return number("") }
            return number(FindingBirths.Span(rawValue: id.rawValue)?.title ?? "")
        case .symbol, .file, .folder, .rule:
            return numberOfText(id, in: side.findings)
        }
    }

    private mutating func number(_ name: String) -> Int32 {
        Int32(names.intern(name).rawValue)
    }

    private mutating func numberOfText(_ id: StringID, in findings: FindingTable) -> Int32 {
        findings.strings.withUTF8(id) { text in
            guard grouping == .folder else { return number(text) }
            guard let slash = text.lastIndex(of: 0x2F) else { return [0x2E].withUnsafeBufferPointer { number($0) } }
            return number(UnsafeBufferPointer(rebasing: text[..<slash]))
        }
    }

    private mutating func number(_ name: UnsafeBufferPointer<UInt8>) -> Int32 {
        Int32(names.intern(name).rawValue)
    }

    /// What decides the group of each row: ids of strings, or numbers of spans of time.
    private static func column(of side: LoadedSnapshot, _ births: FindingBirths?, by grouping: Grouping) -> [StringID] {
        switch grouping {
        case .symbol: side.findings.symbol
        case .file, .folder, .owner: side.findings.path
        case .rule: side.findings.rule
        case .age: births?.spans ?? side.findings.rule
        }
    }

    /// Remembers the group of each string of one table, so that a row costs one look-up.
    struct Numbering {
        private let side: LoadedSnapshot
        private let column: [StringID]
        private let hasBirths: Bool
        /// A group's number + 1 by the string's id; 0 for one that was not met.
        private var known: [Int32]

        fileprivate init(_ side: LoadedSnapshot, _ births: FindingBirths?, by grouping: Grouping) {
            self.side = side
            column = GroupNames.column(of: side, births, by: grouping)
            hasBirths = births != nil
            known = [Int32](
                repeating: 0, count: max(side.findings.strings.count, FindingBirths.Span.allCases.count))
        }

        /// Appends the groups of some rows.
        mutating func append(
            groupsOf rows: UnsafeBufferPointer<Int32>, to groups: inout [Int32], names: inout GroupNames
        ) {
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: min(rows.count, 1 << 12)) { numbers in
                var begin = 0
                while begin < rows.count {
                    let count = min(rows.count - begin, numbers.count)
                    for index in 0..<count { numbers[index] = group(Int(rows[begin + index]), names: &names) }
                    groups.append(contentsOf: UnsafeBufferPointer(rebasing: numbers[..<count]))
                    begin += count
                }
            }
        }

        @inline(__always)
        mutating func group(_ row: Int, names: inout GroupNames) -> Int32 {
            let id = column[row]
            let group = known[Int(id.rawValue)]
            return group > 0 ? group - 1 : learn(id, names: &names)
        }

        @inline(never)
        private mutating func learn(_ id: StringID, names: inout GroupNames) -> Int32 {
            let number = names.number(of: id, in: side, hasBirths: hasBirths)
            known[Int(id.rawValue)] = number + 1
            return number
        }
    }
}
