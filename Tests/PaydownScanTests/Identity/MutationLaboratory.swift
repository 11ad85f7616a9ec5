import PaydownCore
import PaydownScan
import Testing

/// The library as it is, and what becomes of its findings in each mutation; each state is a commit that is scanned.
struct MutationLaboratory: Sendable {
    /// Nearly every import; not those of the project itself, which are other modules where the file has another place.
    private static let rules = """
        [[rule]]
        id = "stdlib-import"
        kind = "import"
        check = "imports"
        module.contains-any = ["a", "e", "i", "o", "u", "y", "s"]
        module.contains-none = ["zz"]
        """

    /// Read and scanned once for all mutations.
    static let shared = Result { try MutationLaboratory() }

    let sources: TracedSources
    let scan: TracedScan

    private init() throws {
        sources = try StandardLibrary.sources()
        let repository = try GitRepository()
        scan = try Self.scan(sources, Self.commit(sources, in: repository), in: repository)
    }

    /// What one mutation came to.
    struct Run: Sendable {
        let before: TracedScan
        let after: TracedScan
        /// As `paydown diff` of two commits sees it.
        let diff: SnapshotDiff
        /// As it sees two files, when no repository is there.
        let diffWithoutGit: SnapshotDiff
        /// How many findings are in files whose text another file has too.
        let inTwins: Int
        /// How many findings are in another file than before.
        let movedFiles: Int

        func judgement(_ diff: SnapshotDiff) -> Judgement {
            judgement(diff.matchOfNew.map { $0 < 0 ? nil : Int($0) })
        }

        func judgement(_ scheme: SimplerScheme) -> Judgement {
            judgement(scheme.matches(before, after))
        }

        private func judgement(_ matches: [Int?]) -> Judgement {
            Judgement(matches, old: before.identities, new: after.identities)
        }
    }

    func run(_ mutation: SourceMutation) throws -> Run {
        let repository = try GitRepository()
        let first = try Self.commit(sources, in: repository)
        var mutated = sources
        mutation.apply(to: &mutated, findings: scan.lines)
        let paths = Set(mutated.files.map(\.path))
        for file in sources.files where !paths.contains(file.path) { try repository.remove(file.path) }
        let second = try Self.commit(mutated, in: repository)
        let after = try Self.scan(mutated, second, in: repository)
        let files = try GitFileMap.between(first, second, root: repository.path)
        let texts = Dictionary(grouping: sources.files.indices) { sources.files[$0].text }
        let twins = Set(texts.values.filter { $0.count > 1 }.flatMap { $0 }.map { sources.files[$0].path })
        let oldPaths = Dictionary(
            uniqueKeysWithValues: zip(scan.identities, scan.findings.map(\.path)))
        return Run(
            before: scan, after: after,
            diff: SnapshotDiff(old: scan.snapshot, new: after.snapshot, files: files),
            diffWithoutGit: SnapshotDiff(old: scan.snapshot, new: after.snapshot),
            inTwins: scan.findings.count { twins.contains($0.path) },
            movedFiles: zip(after.identities, after.findings).count { name, finding in
                oldPaths[name].map { $0 != finding.path } ?? false
            })
    }

    private static func commit(_ sources: TracedSources, in repository: GitRepository) throws -> String {
        for file in sources.files { try repository.write(file.path, file.text) }
        return try repository.commit()
    }

    private static func scan(
        _ sources: TracedSources, _ commit: String, in repository: GitRepository
    ) throws -> TracedScan {
        let outcome = try Scan.run(
            ScanFixture.request(repository.path, source: .commit(commit), rules: rules, threads: 1))
        #expect(outcome.snapshot.header.coverage.problems == [])
        return TracedScan(outcome.snapshot, of: sources)
    }
}
