import PaydownCore
import PaydownPython
import PaydownRules

/// What is to be scanned, and how.
package struct ScanRequest: Sendable {
    package enum Source: Equatable, Sendable {
        case workTree
        /// A commit by any name that Git knows.
        case commit(String)
    }

    /// The project's folder.
    package var root: String
    package var source = Source.workTree
    package var rules: RuleSet
    package var version = PythonVersion.newest
    /// As in a `.gitignore` at the root; they count before those.
    package var excludes: IgnoreFile?
    package var threads: Int
    /// Where to keep what is known for the next scan; nil for nowhere. Only scans of the work tree use it.
    package var cacheFile: String?
    /// Whether what an earlier scan kept there is believed; else every file is read, and what comes of it is kept.
    package var believesCache = true
    /// The same file, when somebody has begun to read it.
    package var earlyCache: EarlyCache?
    package var projectName: String
    package var plan: Plan
    /// When a work tree is scanned; a commit's snapshot is of the moment when it was committed.
    package var now: Timestamp
    package var toolVersion: String
    /// Whether anybody wants the findings one by one. Without them the snapshot has the numbers only, which is a fifth less
    /// to do when hardly a file has changed.
    package var listsFindings = true
    /// What tools have reported, by the id of the rule that names them; a rule that is not in it was not run.
    package var external: [String: [Finding]] = [:]
    /// Why a rule's tool was not run, by the rule's id; nothing where nobody asked for it.
    package var notRun: [String: String] = [:]
    /// The file with the rules, from the root; for problems that are about a rule.
    package var rulesFile = "paydown.toml"

    package init(
        root: String, source: Source = .workTree, rules: RuleSet, version: PythonVersion = .newest,
        excludes: IgnoreFile? = nil, threads: Int, cacheFile: String? = nil, projectName: String = "",
        plan: Plan = Plan(), now: Timestamp, toolVersion: String
    ) {
        self.root = root
        self.source = source
        self.rules = rules
        self.version = version
        self.excludes = excludes
        self.threads = threads
        self.cacheFile = cacheFile
        self.projectName = projectName
        self.plan = plan
        self.now = now
        self.toolVersion = toolVersion
    }
}
