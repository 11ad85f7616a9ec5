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

    private let request: ScanRequest
    private let repository: RepositoryFolder?
    private let versions: Mutex<VersionScans>
    private let chains = Mutex<[String: [CommitEntry]]>([:])

    package init(_ request: ScanRequest) {
        var request = request
        // Whether something is accepted is no question of who made it.
        request.rules.suppressions = []
        request.cacheFile = nil
        self.request = request
        repository = RepositoryFolder(around: request.root)
        versions = Mutex(VersionScans(request))
    }

    package func answer(_ question: Question) -> Answer {
        guard let repository else { return .unknown(.noRepository) }
        guard let old = question.old?.commit, let new = question.new?.commit, !old.isEmpty, !new.isEmpty else {
            return .unknown(.noCommit)
        }
        if old == new { return .unknown(.sameCommit) }
        do throws(ScanError) {
            for commit in [old, new] where try isMissing(commit, repository) {
                return .unknown(.missingCommit(commit, isShallow: try LocalObjects.isShallow(repository.top)))
            }
            return try search(question, from: old, to: new, repository)
        } catch {
            return .unknown(.failed(error.description))
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

    private func search(
        _ question: Question, from old: String, to new: String, _ repository: RepositoryFolder
    ) throws(ScanError) -> Answer {
        let finding = question.findings[question.row]
        guard let rule = request.rules.rules.first(where: { $0.id == finding.rule }) else {
            return .unknown(.noRule(finding.rule))
        }
        let chain = try chain(from: old, to: new, repository)
        guard chain.count > 1 else { return .unknown(.before(new)) }
        let sight = FindingSight(question)
        guard rule.kind.looksAtOneFile, !finding.path.isEmpty else {
            return try searchCommits(chain, sight, question, repository)
        }
        let prefix = repository.prefix.isEmpty ? "" : repository.prefix + "/"
        return try searchFile(
            Side(chain: chain, path: prefix + finding.path, sight: sight), question, repository)
    }

    // MARK: One file

    /// A chain, and the path of the file at the end of it that has the finding: the last for one that came, the first for one
    /// that went.
    private struct Side {
        var chain: [CommitEntry]
        var path: String
        let sight: FindingSight
    }

    private func searchFile(
        _ side: Side, _ question: Question, _ repository: RepositoryFolder
    ) throws(ScanError) -> Answer {
        let history = PathHistory(folder: repository.top, trees: side.chain.map(\.tree))
        let goal = question.change == .came
        let versions =
            goal ? try history.versions(endingAt: side.path) : try history.versions(startingAt: side.path)
        guard let first = versions.first, let last = versions.last,
            try has(last, side.sight, repository, ahead: versions) == goal
        else { return .unknown(question.new?.isDirty == true ? .uncommitted : .notReproduced) }
        if !goal, try has(first, side.sight, repository, ahead: versions) == false {
            return .unknown(question.old?.isDirty == true ? .uncommitted : .notReproduced)
        }
        let culprit = try named(side, versions, goal: goal, repository, depth: 0)
        return culprit.map { .commit($0) } ?? .unknown(.before(side.chain[0].commit))
    }

    /// - Parameter goal: whether the finding is there at the end of the chain.
    private func named(
        _ side: Side, _ versions: [PathHistory.Version], goal: Bool, _ repository: RepositoryFolder, depth: Int
    ) throws(ScanError) -> Culprit? {
        let change = try LastChange.find(count: versions.count, oneByOne: Self.oneByOne) { index throws(ScanError) in
            try has(versions[index], side.sight, repository, ahead: versions).map { $0 == goal }
        }
        guard let change else { return nil }
        let version = versions[change.step]
        let commit = side.chain[version.step]
        if commit.parents.count > 1, depth < Self.deepestMerge,
            let inside = try inside(commit, version, side, goal: goal, repository, depth: depth)
        {
            return inside
        }
        return Culprit(
            commit: commit, path: version.path, others: change.unsure.map { side.chain[versions[$0].step] },
            isExact: change.isExact)
    }

    /// Who did it on the other side of a merge; nil when the merge itself did.
    private func inside(
        _ merge: CommitEntry, _ version: PathHistory.Version, _ side: Side, goal: Bool,
        _ repository: RepositoryFolder, depth: Int
    ) throws(ScanError) -> Culprit? {
        for parent in merge.parents.dropFirst() {
            var other = side
            other.chain = try chain(from: merge.parents[0], to: parent, repository)
            other.path = version.path
            guard other.chain.count > 1 else { continue }
            let history = PathHistory(folder: repository.top, trees: other.chain.map(\.tree))
            let versions = try history.versions(endingAt: other.path)
            guard let last = versions.last, try has(last, side.sight, repository, ahead: versions) == goal else {
                continue
            }
            if let culprit = try named(other, versions, goal: goal, repository, depth: depth + 1) { return culprit }
        }
        return nil
    }

    /// Nil when the version cannot tell.
    private func has(
        _ version: PathHistory.Version, _ sight: FindingSight, _ repository: RepositoryFolder,
        ahead versions: [PathHistory.Version]
    ) throws(ScanError) -> Bool? {
        guard version.object != nil else { return false }
        let prefix = repository.prefix.isEmpty ? 0 : repository.prefix.utf8.count + 1
        return try self.versions.withLock { scans throws(ScanError) in
            try scans.load(version, ahead: versions, repository.top, prefix: prefix)
            return scans.findings(version, rules: request.rules, prefix: prefix).map { sight.has(ofFile: $0) }
        }
    }

    // MARK: Many files

    private func searchCommits(
        _ chain: [CommitEntry], _ sight: FindingSight, _ question: Question, _ repository: RepositoryFolder
    ) throws(ScanError) -> Answer {
        let goal = question.change == .came
        func has(_ step: Int) throws(ScanError) -> Bool? {
            var request = request
            request.source = .commit(chain[step].commit)
            return sight.has(try Scan.run(request).snapshot.findings)
        }
        guard try has(chain.count - 1) == goal else {
            return .unknown(question.new?.isDirty == true ? .uncommitted : .notReproduced)
        }
        guard try has(0) == !goal else {
            let isDirty = question.old?.isDirty == true
            return .unknown(goal ? .before(chain[0].commit) : isDirty ? .uncommitted : .notReproduced)
        }
        let change = try LastChange.find(count: chain.count, oneByOne: Self.commitsOneByOne) { step throws(ScanError) in
            step == 0 ? false : try has(step).map { $0 == goal }
        }
        guard let change else { return .unknown(.before(chain[0].commit)) }
        return .commit(Culprit(commit: chain[change.step], path: "", isExact: change.isExact))
    }

    // MARK: Chains

    /// Where the chain starts from, then its commits, oldest first.
    private func chain(
        from old: String, to new: String, _ repository: RepositoryFolder
    ) throws(ScanError) -> [CommitEntry] {
        let key = old + " " + new
        if let known = chains.withLock({ $0[key] }) { return known }
        var chain = try CommitLog.firstParents(of: new, without: [old], in: repository.top)
        guard let first = chain.first else { return [] }
        if let parent = first.parents.first {
            chain.insert(try CommitLog.entry(parent, in: repository.top), at: 0)
        } else {
            // A history of its own, or the first commit of a shallow clone: it starts from nothing.
            var nothing = first
            nothing.tree = PathHistory.emptyTree(like: first.tree)
            chain.insert(nothing, at: 0)
        }
        chains.withLock { $0[key] = chain }
        return chain
    }
}
