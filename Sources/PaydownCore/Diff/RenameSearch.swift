/// Finds files that were renamed, without git, by the findings that they have in common.
///
/// The stand-in for `git diff -M`: files whose findings are only in the old snapshot against files whose findings are
/// only in the new one, compared by the share of common findings (Dice's coefficient of the multisets), best
/// first, those before others whose paths end alike, one to one. What many files have in common says nothing and is
/// no reason to compare two of them, so the work stays near the number of findings.
///
/// Paths that differ in nothing but how Unicode spells their letters are the same path: file systems change that.
struct RenameSearch {
    /// From old paths to new ones.
    private(set) var pairs: [String: String] = [:]
    /// Whether candidates were left out because there were too many.
    private(set) var isCapped = false

    /// Two files are the same when they have at least so much in common; as the identity measurements had it.
    private static let leastShare = 0.6
    private static let mostCandidates = 250_000
    /// A finding, or the end of a path, that more new files have than this is no reason to compare.
    private static let mostFilesOfOneFinding = 32

    init(rows: IdentityRows, paths: PathGroups) {
        let bound = paths.strings.count
        let old = RowGroups(0..<rows.oldCount, by: paths.path, below: bound)
        let new = RowGroups(rows.oldCount..<rows.count, by: paths.path, below: bound)
        var gone: [File] = []
        var came: [File] = []
        for number in 1..<max(bound, 1) {
            if new[number].isEmpty, !old[number].isEmpty, !paths.isRenamed(number) {
                gone.append(File(number, old[number], rows))
            } else if old[number].isEmpty, !new[number].isEmpty {
                came.append(File(number, new[number], rows))
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
        choose(candidates.filter(\.isLikely).sorted(by: Candidate.isBetter), gone, came, paths.strings)
    }

    /// Strings are equal when their letters are, however they are spelled.
    private mutating func takeSamePaths(_ gone: inout [File], _ came: inout [File], _ strings: StringTable) {
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
        _ gone: [File], _ came: [File], _ goneEnds: [PathEnd], _ cameEnds: [PathEnd]
    ) -> [Candidate] {
        var filesOfFinding: [UInt64: [Int32]] = [:]
        var filesOfEnd: [Substring: [Int32]] = [:]
        for (index, file) in came.enumerated() {
            for hash in file.distinctHashes { filesOfFinding[hash, default: []].append(Int32(index)) }
            for end in cameEnds[index].keys { filesOfEnd[end, default: []].append(Int32(index)) }
        }
        var candidates: [Candidate] = []
        for (index, file) in gone.enumerated() {
            var partners: Set<Int32> = []
            for hash in file.distinctHashes {
                guard let files = filesOfFinding[hash], files.count <= Self.mostFilesOfOneFinding else { continue }
                partners.formUnion(files)
            }
            for end in goneEnds[index].keys {
                guard let files = filesOfEnd[end], files.count <= Self.mostFilesOfOneFinding else { continue }
                partners.formUnion(files)
            }
            for partner in partners.sorted() where Candidate.mayFit(file.count, came[Int(partner)].count) {
                if candidates.count == Self.mostCandidates {
                    isCapped = true
                    return candidates
                }
                candidates.append(Candidate(gone: index, came: Int(partner)))
            }
        }
        return candidates
    }

    private mutating func choose(
        _ candidates: [Candidate], _ gone: [File], _ came: [File], _ strings: StringTable
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

extension RenameSearch {
    /// A file as the multiset of its findings.
    private struct File {
        let path: UInt32
        /// Of each finding, ascending.
        let hashes: [UInt64]

        init(_ path: Int, _ group: ArraySlice<Int32>, _ rows: IdentityRows) {
            self.path = UInt32(path)
            hashes = group.map { rows.hash(Int($0)) }.sorted()
        }

        var count: Int { hashes.count }

        var distinctHashes: [UInt64] {
            hashes.enumerated().filter { $0 == 0 || hashes[$0 - 1] != $1 }.map(\.element)
        }

        /// How many findings two files have in common, repeated ones as often as both have them.
        func common(_ other: File) -> Int {
            var (mine, theirs, common) = (0, 0, 0)
            while mine < hashes.count, theirs < other.hashes.count {
                if hashes[mine] == other.hashes[theirs] { common += 1 }
                let (left, right) = (hashes[mine], other.hashes[theirs])
                if left <= right { mine += 1 }
                if right <= left { theirs += 1 }
            }
            return common
        }
    }

    private struct Candidate {
        let gone: Int
        let came: Int
        private var share = 0.0
        private var common = 0
        /// Parts at the ends of the paths that are the same.
        private var commonEnd = 0

        init(gone: Int, came: Int) {
            self.gone = gone
            self.came = came
        }

        /// Whether the sizes alone allow the least share.
        static func mayFit(_ left: Int, _ right: Int) -> Bool {
            2 * Double(min(left, right)) >= leastShare * Double(left + right)
        }

        mutating func weigh(_ goneFiles: [File], _ cameFiles: [File], _ goneEnds: [PathEnd], _ cameEnds: [PathEnd]) {
            let (left, right) = (goneFiles[gone], cameFiles[came])
            common = left.common(right)
            share = 2 * Double(common) / Double(left.count + right.count)
            commonEnd = goneEnds[gone].common(cameEnds[came])
        }

        /// One common finding is a coincidence, unless the files are called the same.
        var isLikely: Bool {
            share >= leastShare && (common > 1 || commonEnd > 0)
        }

        static func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
            if left.share != right.share { return left.share > right.share }
            if left.commonEnd != right.commonEnd { return left.commonEnd > right.commonEnd }
            return (left.gone, left.came) < (right.gone, right.came)
        }
    }
}

/// The parts of a path, without regard to case: names that differ in nothing else are called the same.
private struct PathEnd {
    private let parts: [Substring]
    /// The path's last part, and its last two.
    let keys: [Substring]

    init(_ path: String) {
        let text = path.lowercased()
        parts = text.split(separator: "/")
        keys = parts.count > 1 ? [parts[parts.count - 1], text[parts[parts.count - 2].startIndex...]] : parts
    }

    /// How many parts at the end both have.
    func common(_ other: PathEnd) -> Int {
        zip(parts.reversed(), other.parts.reversed()).prefix { $0 == $1 }.count
    }
}

/// What stands behind the last slash.
func baseName(_ path: String) -> Substring {
    path.utf8.lastIndex(of: 0x2F).map { path[path.utf8.index(after: $0)...] } ?? path[...]
}
