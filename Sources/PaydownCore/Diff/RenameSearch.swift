/// Finds files that were renamed, without git, by the findings that they have in common.
///
/// The stand-in for `git diff -M`: files whose findings are only in the old snapshot against files whose findings are
/// only in the new one, compared by the share of common findings (`RenameCandidate`), best first, those before others
/// whose paths end alike, one to one. What many files have in common says nothing and is no reason to compare two of
/// them, so the work stays near the number of findings.
///
/// Paths that differ in nothing but how Unicode spells their letters are the same path: file systems change that.
struct RenameSearch {
    /// From old paths to new ones.
    private(set) var pairs: [String: String] = [:]
    /// Whether candidates were left out because there were too many.
    private(set) var isCapped = false

    private static let mostCandidates = 250_000
    /// A finding, or the end of a path, that more new files have than this is no reason to compare.
    private static let mostFilesOfOneFinding = 32

    init(rows: IdentityRows, paths: PathGroups, old oldTable: FindingTable, new newTable: FindingTable) {
        let bound = paths.strings.count
        let old = RowGroups(0..<rows.oldCount, by: paths.path, below: bound)
        let new = RowGroups(rows.oldCount..<rows.count, by: paths.path, below: bound)
        var gone: [FileFindings] = []
        var came: [FileFindings] = []
        for number in 1..<max(bound, 1) {
            if new[number].isEmpty, !old[number].isEmpty, !paths.isRenamed(number) {
                gone.append(FileFindings(number, old[number], rows, oldTable))
            } else if old[number].isEmpty, !new[number].isEmpty {
                came.append(FileFindings(number, new[number], rows, newTable, behind: rows.oldCount))
            }
        }
        if gone.isEmpty || came.isEmpty { return }
        takeSamePaths(&gone, &came, paths.strings)
        let ends = (
            gone.map { PathEnd(paths.strings[StringID($0.path)]) },
            came.map { PathEnd(paths.strings[StringID($0.path)]) }
        )
        var candidates = candidates(gone, came, ends.0, ends.1)
        for index in candidates.indices {
            candidates[index].weigh(gone, came, ends.0, ends.1)
        }
        choose(candidates.filter(\.isLikely).sorted(by: RenameCandidate.isBetter), gone, came, paths.strings)
    }

    /// Strings are equal when their letters are, however they are spelled.
    private mutating func takeSamePaths(
        _ gone: inout [FileFindings], _ came: inout [FileFindings], _ strings: StringTable
    ) {
        let places = Dictionary(came.indices.map { (strings[StringID(came[$0].path)], $0) }) { first, _ in first }
        var taken: Set<Int> = []
        gone.removeAll { file in
            let path = strings[StringID(file.path)]
            guard let place = places[path], taken.insert(place).inserted else { return false }
            pairs[path] = strings[StringID(came[place].path)]
            return true
        }
        came = came.indices.filter { !taken.contains($0) }.map { came[$0] }
    }

    private mutating func candidates(
        _ gone: [FileFindings], _ came: [FileFindings], _ goneEnds: [PathEnd], _ cameEnds: [PathEnd]
    ) -> [RenameCandidate] {
        var filesOfFinding: [UInt64: [Int32]] = [:]
        var filesOfEnd: [Substring: [Int32]] = [:]
        for (index, file) in came.enumerated() {
            for hash in file.features { filesOfFinding[hash, default: []].append(Int32(index)) }
            for end in cameEnds[index].keys { filesOfEnd[end, default: []].append(Int32(index)) }
        }
        var candidates: [RenameCandidate] = []
        for (index, file) in gone.enumerated() {
            var partners: Set<Int32> = []
            for hash in file.features {
                guard let files = filesOfFinding[hash], files.count <= Self.mostFilesOfOneFinding else { continue }
                partners.formUnion(files)
            }
            for end in goneEnds[index].keys {
                guard let files = filesOfEnd[end], files.count <= Self.mostFilesOfOneFinding else { continue }
                partners.formUnion(files)
            }
            for partner in partners.sorted() where RenameCandidate.mayFit(file.count, came[Int(partner)].count) {
                if candidates.count == Self.mostCandidates {
                    isCapped = true
                    return candidates
                }
                candidates.append(RenameCandidate(gone: index, came: Int(partner)))
            }
        }
        return candidates
    }

    private mutating func choose(
        _ candidates: [RenameCandidate], _ gone: [FileFindings], _ came: [FileFindings], _ strings: StringTable
    ) {
        var isGoneTaken = [Bool](repeating: false, count: gone.count)
        var isCameTaken = [Bool](repeating: false, count: came.count)
        for candidate in candidates where !isGoneTaken[candidate.gone] && !isCameTaken[candidate.came] {
            isGoneTaken[candidate.gone] = true
            isCameTaken[candidate.came] = true
            let from = strings[StringID(gone[candidate.gone].path)]
            pairs[from] = strings[StringID(came[candidate.came].path)]
        }
    }
}

/// What stands behind the last slash.
func baseName(_ path: String) -> Substring {
    path.utf8.lastIndex(of: 0x2F).map { path[path.utf8.index(after: $0)...] } ?? path[...]
}
