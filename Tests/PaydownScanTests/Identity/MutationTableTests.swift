import PaydownCore
import Testing

/// What people do to files, done to real ones, and whether findings are found again.
///
/// The table that it prints stands in `Tests/README.md`.
struct MutationTableTests {
    @Test(arguments: SourceMutation.allCases)
    func `a finding of real code survives what is done to its file`(mutation: SourceMutation) async throws {
        let run = try await offPool { try MutationLaboratory.shared.get().run(mutation) }
        print(Self.row(mutation, run))

        let mine = run.judgement(run.diff)
        let total = run.before.findings.count
        try #require(total > 100)
        switch mutation {
        case .renameFiles, .renameAndEdit:
            // Files with the same text are told apart by nobody.
            #expect(mine.falseNew == 0 && mine.wrongPairs <= run.inTwins && mine.hiddenNew == 0)
        case .renameAndSplit:
            #expect(mine.falseNew * 1240 <= 5 * total && mine.wrongPairs <= run.inTwins && mine.hiddenNew == 0)
        case .splitFiles:
            #expect(mine.falseNew * 152 <= 32 * run.movedFiles && mine.wrongPairs + mine.hiddenNew == 0)
            #expect(run.movedFiles > 20)
        default:
            #expect(mine.isPerfect)
        }
        for scheme in SimplerScheme.allCases {
            let other = run.judgement(scheme)
            #expect(mine.hiddenNew <= other.hiddenNew && mine.falseNew <= other.falseNew, "\(scheme.rawValue)")
        }
        #expect(run.diff.counts.old == total && run.diff.counts.current == run.after.findings.count)
    }

    private static func row(_ mutation: SourceMutation, _ run: MutationLaboratory.Run) -> String {
        let others = SimplerScheme.allCases.map { "\(run.judgement($0))" }
        let mine = ["**\(run.judgement(run.diff))**", "\(run.judgement(run.diffWithoutGit))"]
        return "| " + ([mutation.rawValue] + others + mine).joined(separator: " | ") + " |"
    }
}
