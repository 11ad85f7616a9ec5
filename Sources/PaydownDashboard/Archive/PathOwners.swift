import PaydownCore

/// Who owns the files of a snapshot's findings, asked once a path.
package struct PathOwners: Sendable {
    /// The owners met; nobody is the empty text.
    private var names = StringTable()
    /// By the id of a path: the number of its owners in `names`.
    private var ofPath: [StringID]
    /// By the number of an owner, its place in the order of names; nobody comes last.
    private var ranks: [Int] = []

    /// - Parameter owner: of a path; several owners are one text, none is empty.
    init(_ findings: FindingTable, owner: (String) -> String) {
        ofPath = [StringID](repeating: .empty, count: findings.strings.count)
        var isMet = [Bool](repeating: false, count: findings.strings.count)
        for path in findings.path where !isMet[Int(path.rawValue)] {
            isMet[Int(path.rawValue)] = true
            if !path.isEmpty { ofPath[Int(path.rawValue)] = names.intern(owner(findings.strings[path])) }
        }
        ranks = [Int](repeating: names.count, count: names.count)
        let named = (0..<UInt32(names.count)).map { StringID($0) }.filter { !$0.isEmpty }
        for (rank, id) in names.sorted(named).enumerated() { ranks[Int(id.rawValue)] = rank }
    }

    /// Empty when nobody is named.
    package func text(_ path: StringID) -> String { names[ofPath[Int(path.rawValue)]] }

    func rank(_ path: StringID) -> Int { ranks[Int(ofPath[Int(path.rawValue)].rawValue)] }

    func withUTF8<Result>(_ path: StringID, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        names.withUTF8(ofPath[Int(path.rawValue)], body)
    }
}
