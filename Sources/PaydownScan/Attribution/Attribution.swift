import PaydownCore
import PaydownPython
import PaydownRules
import Synchronization

/// Says which commit made a finding, or ended it, and who.
///
/// From the files themselves, not from the last hand on a line: along the chain of first parents between two snapshots
/// each version of the finding's file is scanned, once, and matched with the finding as snapshots are matched with one
/// another; `LastChange` says which versions are asked. When the step found is a merge, the side that brought it is looked
/// into. Rules that look at many files are asked about whole commits.
///
/// Waits for Git: to be called from a thread that no Swift task needs. Answers and what they are made of are remembered.
package final class Attribution: Sendable {
    /// Versions that are asked one by one before bisection: a scan is a tenth of a millisecond, a process is five.
    static let oneByOne = 200
    /// Whole commits are a third of a second each for ten thousand files.
    static let commitsOneByOne = 1
    private static let deepestMerge = 8
    private static let mostChains = 32

    private let request: ScanRequest
    private let repository: RepositoryFolder?
    private let versions: Mutex<VersionScans>
    private let chains = Mutex<[String: [CommitEntry]]>([:])
    private let pasts = Mutex<[PastKey: [PathHistory.Version]]>([:])

    package init(_ request: ScanRequest) {
        var request = request
        // Whether something is accepted is no question of who made it.
        request.rules.suppressions = []
        request.cacheFile = nil
        self.request = request
        repository = RepositoryFolder(around: request.root)
        versions = Mutex(VersionScans(request))
    }

    /// - Parameter progress: asked for an end between two versions; then the answer is that it was interrupted.
    package func answer(_ question: Question, progress: ScanProgress = ScanProgress()) -> Answer {
        guard let repository else { return .unknown(.noRepository) }
        guard let new = question.new?.commit, !new.isEmpty else { return .unknown(.noCommit) }
        var old: String?
        if case .snapshot(let revision) = question.since {
            guard let commit = revision?.commit, !commit.isEmpty else { return .unknown(.noCommit) }
            if commit == new { return .unknown(.sameCommit) }
            old = commit
        }
        do throws(ScanError) {
            for commit in [old, new] {
                guard let commit, try isMissing(commit, repository) else { continue }
                return .unknown(.missingCommit(commit, isShallow: try LocalObjects.isShallow(repository.top)))
            }
            return try search(
                Search(question: question, repository: repository, progress: progress), from: old, to: new)
        } catch {
            return .unknown(error == .interrupted ? .interrupted : .failed(error.description))
        }
    }

    /// What does not change while an answer is looked for.
    private struct Search {
        let question: Question
        let repository: RepositoryFolder
        let progress: ScanProgress

        /// Whether the finding is there at the end of the chain.
        var goal: Bool { question.change == .came }
        var isNewDirty: Bool { question.new?.isDirty == true }
        var isOldDirty: Bool {
            if case .snapshot(let revision) = question.since { revision?.isDirty == true } else { false }
        }
    }

    private func isMissing(_ commit: String, _ repository: RepositoryFolder) throws(ScanError) -> Bool {
        do throws(ScanError) {
            _ = try GitRevisions(folder: repository.top).commit(commit)
            return false
        } catch {
            if case .git = error { throw error }
            if case .gitMissing = error { throw error }
            return true
        }
    }

    private func search(_ search: Search, from old: String?, to new: String) throws(ScanError) -> Answer {
        let (question, repository) = (search.question, search.repository)
        let finding = question.findings[question.row]
        guard let rule = request.rules.rules.first(where: { $0.id == finding.rule }) else {
            return .unknown(.noRule(finding.rule))
        }
        let chain = try chain(from: old, to: new, repository)
        guard chain.count > 1 else { return .unknown(.before(new)) }
        let sight = FindingSight(question)
        let answer: Answer
        if rule.kind.looksAtOneFile, !finding.path.isEmpty {
            let prefix = repository.prefix.isEmpty ? "" : repository.prefix + "/"
            answer = try searchFile(Side(chain: chain, path: prefix + finding.path, sight: sight), search)
        } else {
            answer = try searchCommits(chain, sight, search)
        }
        // The first commit of a shallow clone has all that was there before it.
        if case .commit(let culprit) = answer, old == nil, culprit.commit.parents.isEmpty,
            try LocalObjects.isShallow(repository.top)
        {
            return .unknown(.beforeShallow)
        }
        return answer
    }

    // MARK: One file

    /// A chain, and the path of the file at the end of it that has the finding: the last for one that came, the first for one
    /// that went.
    private struct Side {
        var chain: [CommitEntry]
        var path: String
        let sight: FindingSight
    }

    private func searchFile(_ side: Side, _ search: Search) throws(ScanError) -> Answer {
        let goal = search.goal
        let versions = try past(side, isEnd: goal, search.repository)
        guard let first = versions.first, let last = versions.last,
            try has(last, side.sight, search, ahead: versions) == goal
        else { return .unknown(search.isNewDirty ? .uncommitted : .notReproduced) }
        if !goal, try has(first, side.sight, search, ahead: versions) == false {
            return .unknown(search.isOldDirty ? .uncommitted : .notReproduced)
        }
        let culprit = try named(side, versions, search, depth: 0)
        return culprit.map { .commit($0) } ?? .unknown(.before(side.chain[0].commit))
    }

    private func named(
        _ side: Side, _ versions: [PathHistory.Version], _ search: Search, depth: Int
    ) throws(ScanError) -> Culprit? {
        let change = try LastChange.find(count: versions.count, oneByOne: Self.oneByOne) { index throws(ScanError) in
            try has(versions[index], side.sight, search, ahead: versions).map { $0 == search.goal }
        }
        guard let change else { return nil }
        let version = versions[change.step]
        let commit = side.chain[version.step]
        if commit.parents.count > 1, depth < Self.deepestMerge,
            let inside = try inside(commit, version, side, search, depth: depth)
        {
            return inside
        }
        return Culprit(
            commit: commit, path: version.path, others: change.unsure.map { side.chain[versions[$0].step] },
            isExact: change.isExact)
    }

    /// Who did it on the other side of a merge; nil when the merge itself did.
    private func inside(
        _ merge: CommitEntry, _ version: PathHistory.Version, _ side: Side, _ search: Search, depth: Int
    ) throws(ScanError) -> Culprit? {
        for parent in merge.parents.dropFirst() {
            var other = side
            other.chain = try chain(from: merge.parents[0], to: parent, search.repository)
            other.path = version.path
            guard other.chain.count > 1 else { continue }
            let versions = try past(other, isEnd: true, search.repository)
            guard let last = versions.last, try has(last, side.sight, search, ahead: versions) == search.goal else {
                continue
            }
            if let culprit = try named(other, versions, search, depth: depth + 1) { return culprit }
        }
        return nil
    }

    /// Nil when the version cannot tell.
    private func has(
        _ version: PathHistory.Version, _ sight: FindingSight, _ search: Search, ahead versions: [PathHistory.Version]
    ) throws(ScanError) -> Bool? {
        if search.progress.isCancelled { throw .interrupted }
        guard version.object != nil else { return false }
        let repository = search.repository
        let prefix = repository.prefix.isEmpty ? 0 : repository.prefix.utf8.count + 1
        return try self.versions.withLock { scans throws(ScanError) in
            try scans.load(version, ahead: versions, repository.top, prefix: prefix)
            return scans.findings(version, rules: request.rules, prefix: prefix).map { sight.has(ofFile: $0) }
        }
    }

    /// What the versions of a file are remembered by: the ends of the chain, and the path at one of them.
    private struct PastKey: Hashable {
        let first: String
        let last: String
        let path: String
        let isEnd: Bool
    }

    /// - Parameter isEnd: whether the path is the file's at the end of the chain, rather than at its beginning.
    private func past(
        _ side: Side, isEnd: Bool, _ repository: RepositoryFolder
    ) throws(ScanError) -> [PathHistory.Version] {
        let ends = (side.chain[0], side.chain[side.chain.count - 1])
        let key = PastKey(first: ends.0.commit + ends.0.tree, last: ends.1.commit, path: side.path, isEnd: isEnd)
        if let known = pasts.withLock({ $0[key] }) { return known }
        let history = PathHistory(folder: repository.top, trees: side.chain.map(\.tree))
        let versions =
            isEnd ? try history.versions(endingAt: side.path) : try history.versions(startingAt: side.path)
        pasts.withLock { $0[key] = versions }
        return versions
    }

    // MARK: Many files

    private func searchCommits(
        _ chain: [CommitEntry], _ sight: FindingSight, _ search: Search
    ) throws(ScanError) -> Answer {
        let goal = search.goal
        func has(_ step: Int) throws(ScanError) -> Bool? {
            if search.progress.isCancelled { throw .interrupted }
            if Self.isNothing(chain[step]) { return false }
            var request = request
            request.source = .commit(chain[step].commit)
            return sight.has(try Scan.run(request, progress: search.progress).snapshot.findings)
        }
        guard try has(chain.count - 1) == goal else {
            return .unknown(search.isNewDirty ? .uncommitted : .notReproduced)
        }
        guard try has(0) == !goal else {
            return .unknown(goal ? .before(chain[0].commit) : search.isOldDirty ? .uncommitted : .notReproduced)
        }
        let change = try LastChange.find(count: chain.count, oneByOne: Self.commitsOneByOne) { step throws(ScanError) in
            step == 0 ? false : try has(step).map { $0 == goal }
        }
        guard let change else { return .unknown(.before(chain[0].commit)) }
        return .commit(Culprit(commit: chain[change.step], path: "", isExact: change.isExact))
    }

    // MARK: Chains

    /// Where the chain starts from, then its commits, oldest first.
    ///
    /// - Parameter old: nil for all that led to the new one.
    private func chain(
        from old: String?, to new: String, _ repository: RepositoryFolder
    ) throws(ScanError) -> [CommitEntry] {
        let key = (old ?? "") + " " + new
        if let known = chains.withLock({ $0[key] }) { return known }
        var chain = try CommitLog.firstParents(of: new, without: [old].compactMap(\.self), in: repository.top)
        guard let first = chain.first else { return [] }
        if let parent = first.parents.first {
            chain.insert(try CommitLog.entry(parent, in: repository.top), at: 0)
        } else {
            // A history of its own, or the first commit of a shallow clone: it starts from nothing.
            var nothing = first
            nothing.tree = PathHistory.emptyTree(like: first.tree)
            chain.insert(nothing, at: 0)
        }
        chains.withLock { chains in
            // A chain of ten thousand commits is some megabytes: no more are kept than one works with.
            if chains.count >= Self.mostChains { chains = [:] }
            chains[key] = chain
        }
        return chain
    }

    /// Whether it is what a first commit starts from.
    private static func isNothing(_ entry: CommitEntry) -> Bool {
        entry.tree == PathHistory.emptyTree(like: entry.tree)
    }
}
