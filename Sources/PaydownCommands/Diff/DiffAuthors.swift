import PaydownCore
import PaydownFormats
import PaydownScan

/// Which commit made each finding of a difference come or go, by the repository.
struct DiffAuthors {
    /// By the rows of an entry.
    private var answers: [Key: Attribution.Answer] = [:]
    /// Why nobody can be named, where that is the same for all; a sentence.
    private(set) var note: String?

    private struct Key: Hashable {
        let old: Int?
        let new: Int?

        init(_ entry: DiffEntry) {
            (old, new) = (entry.old, entry.new)
        }
    }

    /// Nobody was asked.
    init() {}

    /// Nobody can be asked, for a reason.
    init(unknown reason: String) {
        note = "who did it is not known: " + reason
    }

    /// - Parameter most: so many findings of a state are asked about.
    /// - Throws: `ScanError.interrupted`.
    init(
        _ entries: [DiffEntry], _ before: DiffSide, _ after: DiffSide, most: Int, _ attribution: Attribution,
        _ watch: ScanWatch
    ) throws {
        var counts: [DiffState: Int] = [:]
        let asked = entries.filter { entry in
            guard Self.states.contains(entry.state) else { return false }
            counts[entry.state, default: 0] += 1
            return counts[entry.state, default: 0] <= most
        }
        for (number, entry) in asked.enumerated() {
            watch.asking(number, of: asked.count)
            let question: Attribution.Question
            if let row = entry.new {
                question = .init(new: row, in: after.snapshot, since: before.snapshot)
            } else {
                question = .init(fixed: entry.old ?? 0, in: before.snapshot, by: after.snapshot)
            }
            let answer = attribution.answer(question, progress: watch.progress)
            if answer == .unknown(.interrupted) { throw ScanError.interrupted }
            answers[Key(entry)] = answer
        }
        note = Self.common(Array(answers.values), isWorkTree: after.isWorkTree)
    }

    /// Where somebody did something.
    private static let states: Set<DiffState> = [.new, .returned, .fixed, .gone]

    /// Nil where it was not asked.
    func answer(_ entry: DiffEntry) -> Attribution.Answer? { answers[Key(entry)] }

    /// What stands below a finding; empty where it was not asked, or where the note has said it for all.
    func text(_ entry: DiffEntry) -> String {
        guard note == nil, let answer = answer(entry) else { return "" }
        switch answer {
        case .commit(let culprit): return "by " + culprit.text
        case .unknown(.sameCommit), .unknown(.uncommitted): return "not committed yet"
        case .unknown(let reason): return "nobody known: " + reason.description
        }
    }

    private static func common(_ answers: [Attribution.Answer], isWorkTree: Bool) -> String? {
        guard case .unknown(let reason) = answers.first, answers.allSatisfy({ $0 == .unknown(reason) }) else {
            return nil
        }
        if reason == .sameCommit || reason == .uncommitted, isWorkTree { return "nothing of this is committed yet" }
        return "who did it is not known: " + reason.description
    }
}

extension DiffDocument.Who {
    init(_ answer: Attribution.Answer) {
        switch answer {
        case .commit(let culprit):
            self = .commit(
                Revision(
                    commit: culprit.commit.commit, author: culprit.commit.author,
                    committedAt: culprit.commit.committedAt, subject: culprit.commit.subject),
                path: culprit.path, isMerge: culprit.isMerge, orBefore: culprit.others.map(\.commit))
        case .unknown(let reason): self = .unknown(reason.description)
        }
    }
}
