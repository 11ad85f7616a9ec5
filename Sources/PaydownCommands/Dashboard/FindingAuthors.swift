import Dispatch
import PaydownCore
import PaydownDashboard
import PaydownHistory
import PaydownScan
import Synchronization

/// Asks the project's repository who made a finding come or go: on a thread of its own, the newest question only.
final class FindingAuthors: Sendable {
    /// What a question is about, out of the model.
    struct Subject: Sendable {
        let question: Authorship.Question
        /// The snapshot that has the finding.
        let snapshot: Snapshot
        /// Where that is kept; nil for a file.
        let place: HistoryPlace?
        /// Of the snapshot that has it no more.
        let fixedBy: SnapshotHeader?

        /// Nil when a snapshot is not in memory any more; then it is asked again when it is.
        init?(_ question: Authorship.Question, in model: Model, path: String?) {
            guard let loaded = model.archive.loaded(question.snapshot) else { return nil }
            self.question = question
            snapshot = loaded.snapshot
            place = path.flatMap { HistoryPlace($0) }
            fixedBy = question.fixedBy.flatMap { model.archive[$0]?.header }
            if question.fixedBy != nil, fixedBy == nil { return nil }
        }
    }

    private struct State {
        /// Of the question that is being answered.
        var progress: ScanProgress?
        /// With the rules that it was made for.
        var attribution: (rules: String, attribution: Attribution)?
    }

    private let folders: [String]
    private let config: String?
    private let threads: Int
    private let queue = DispatchQueue(label: "paydown.attributing", qos: .utility)
    private let state = Mutex(State())

    /// - Parameters:
    ///   - folders: where the project may be; the first that is one is taken.
    ///   - threads: for scans of whole commits, which rules about many files need.
    init(folders: [String], config: String?, threads: Int = 1) {
        self.folders = folders
        self.config = config
        self.threads = threads
    }

    /// Answers unless a newer question comes first.
    func ask(_ subject: Subject, post: @escaping @Sendable (Event) -> Void) {
        let progress = ScanProgress()
        state.withLock { state in
            state.progress?.cancel()
            state.progress = progress
        }
        queue.async { [self] in
            guard !progress.isCancelled, let answer = answer(subject, progress), !progress.isCancelled else { return }
            post(.attributed(subject.question, answer))
        }
    }

    /// Ends what runs; what it would have answered is dropped.
    func cancel() {
        state.withLock { $0.progress?.cancel() }
    }

    /// Whether there is a project to ask.
    var hasProject: Bool { project() != nil }

    /// Nil when it was interrupted. Waits for Git.
    func answer(_ subject: Subject, _ progress: ScanProgress = ScanProgress()) -> Authorship.Answer? {
        guard let attribution = attribution() else { return .unknown("the project's rules cannot be read") }
        let row = subject.question.row
        if let header = subject.fixedBy {
            let question = Attribution.Question(fixed: row, in: subject.snapshot, by: Snapshot(header: header))
            return Self.answer(attribution.answer(question, progress: progress))
        }
        if let place = subject.place, let known = Self.origin(of: row, at: place, attribution, progress) {
            return Self.answer(known)
        }
        return Self.answer(
            attribution.answer(Attribution.Question(origin: row, in: subject.snapshot), progress: progress))
    }

    /// By where the history says that its life began; nil when that does not tell, and the snapshot itself is asked.
    private static func origin(
        of row: Int, at place: HistoryPlace, _ attribution: Attribution, _ progress: ScanProgress
    ) -> Attribution.Answer? {
        // What the history cannot tell, the snapshot that is shown can.
        guard let store = try? HistoryStore.open(at: place.file, access: .readOnly),
            let identities = try? store.identities(of: place.id), identities.indices.contains(row),
            !progress.isCancelled
        else { return nil }
        let life = StoredLife(history: store, attribution: attribution)
        let answer = try? life.origin(of: identities[row].fingerprint, progress: progress)
        if case .commit = answer { return answer }
        return answer == .unknown(.interrupted) ? answer : nil
    }

    private static func answer(_ answer: Attribution.Answer) -> Authorship.Answer? {
        switch answer {
        case .commit(let culprit):
            .commit(
                Authorship.Commit(
                    name: culprit.commit.commit, author: culprit.commit.author,
                    day: culprit.commit.committedAt.day, subject: culprit.commit.subject,
                    isMerge: culprit.isMerge, doubts: culprit.others.count))
        case .unknown(.interrupted): nil
        case .unknown(let reason): .unknown(reason.description)
        }
    }

    /// What has been found out is kept as long as the rules are the same.
    private func attribution() -> Attribution? {
        guard let project = project() else { return nil }
        let rules = project.rules.digest
        if let known = state.withLock({ $0.attribution }), known.rules == rules { return known.attribution }
        let made = Attribution(project, threads: threads)
        state.withLock { $0.attribution = (rules, made) }
        return made
    }

    private func project() -> ScannedProject? {
        for folder in folders where config != nil || ProjectFolder.hasConfiguration(folder) {
            // What is wrong with the file is said where it is scanned.
            if let project = try? ScannedProject(root: folder, config: config) { return project }
        }
        return nil
    }
}

extension Attribution {
    /// Of a project as its own file has it.
    convenience init(_ project: ScannedProject, threads: Int) {
        self.init(
            ScanRequest(
                root: project.root, rules: project.rules, version: project.version, excludes: project.excludes,
                threads: threads, projectName: project.name, plan: project.plan, now: WallClock.now(),
                toolVersion: PaydownCommand.configuration.version))
    }
}
