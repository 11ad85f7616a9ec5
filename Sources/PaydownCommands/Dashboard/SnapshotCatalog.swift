import Glibc
import PaydownDashboard
import PaydownFormats
import PaydownHistory

/// The snapshot files of a session and the numbers they are known by.
///
/// A file keeps its number while its contents change; looking again reads and reports what is new or different only.
struct SnapshotCatalog: Sendable {
    /// What was found that was not known before.
    struct Findings: Sendable {
        var entries: [Archive.Entry] = []
        /// Files and histories that are there and cannot be read.
        var unreadable: [String] = []
        /// What is not there at all.
        var missing: [String] = []

        var problems: [String] { unreadable + missing }

        /// What tells the model of all this.
        var events: [Event] {
            unreadable.map { .unreadable($0) } + missing.map { .notice($0) } + [.found(entries)]
        }
    }

    private struct Stamp: Equatable {
        var inode: UInt64
        var size: Int
        var seconds: Int
        var nanoseconds: Int
    }

    let arguments: [String]
    /// The arguments that are no histories.
    private let files: [String]
    private var histories: HistoryCatalog
    private(set) var paths: [SnapshotID: String] = [:]
    private var numbers: [String: SnapshotID] = [:]
    private var stamps: [SnapshotID: Stamp] = [:]
    private var said: Set<String> = []
    /// The snapshot of a history that was told before the others.
    private var told: Archive.Entry?
    /// How many files have been opened to read their headers, broken ones included.
    private(set) var readCount = 0

    init(arguments: [String]) {
        self.arguments = arguments
        files = arguments.filter { !HistoryPlace.isHistory($0) }
        histories = HistoryCatalog(arguments)
    }

    /// Looks at the arguments' files and folders; cheap for what is known already.
    mutating func look() -> Findings {
        var findings = Findings()
        let located = SnapshotLocator(isKnown: isKnown).locate(files)
        readCount += located.files.count + located.problems.count
        for file in located.files {
            if let entry = take(file) { findings.entries.append(entry) }
        }
        let kept = histories.look()
        findings.entries += kept.entries.map { take($0.place, $0.entry) }.filter { $0 != told }
        told = nil
        let problems =
            located.problems.map { (text: $0.description, isMissing: $0.isMissing) }
            + kept.problems.map { (text: $0.description, isMissing: $0.isMissing) }
        // A file that stays broken is said once, not at every look.
        for problem in problems where said.insert(problem.text).inserted {
            if problem.isMissing {
                findings.missing.append(problem.text)
            } else {
                findings.unreadable.append(problem.text)
            }
        }
        return findings
    }

    /// The one that is likely the newest, before all are looked at; nil when it is known or not to be had.
    mutating func lookForNewest() -> Archive.Entry? {
        if let newest = histories.newest().last {
            told = take(newest.place, newest.entry)
            return told
        }
        guard let newest = SnapshotLocator(isKnown: isKnown).likelyNewest(files) else { return nil }
        readCount += 1
        return take(newest)
    }

    /// Whether a file was read and has not changed since.
    private func isKnown(_ path: String) -> Bool {
        guard let id = numbers[path], let stamp = stamps[id] else { return false }
        return Self.stamp(of: path) == stamp
    }

    /// An entry for a file that is new or has changed.
    private mutating func take(_ file: SnapshotFile) -> Archive.Entry? {
        let stamp = Self.stamp(of: file.path)
        let id = numbers[file.path] ?? SnapshotID(numbers.count)
        if numbers[file.path] != nil, stamps[id] == stamp { return nil }
        numbers[file.path] = id
        paths[id] = file.path
        stamps[id] = stamp
        return Archive.Entry(id: id, name: file.path, header: file.header, content: .header)
    }

    /// An entry for a snapshot of a history, where none ever changes.
    private mutating func take(_ place: HistoryPlace, _ entry: SnapshotEntry) -> Archive.Entry {
        let id = numbers[place.text] ?? SnapshotID(numbers.count)
        numbers[place.text] = id
        paths[id] = place.text
        return Archive.Entry(id: id, name: place.text, header: entry.header, content: .header)
    }

    private static func stamp(of path: String) -> Stamp? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Stamp(
            inode: UInt64(status.st_ino), size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec)
    }
}
