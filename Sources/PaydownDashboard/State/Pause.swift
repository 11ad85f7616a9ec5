import PaydownCore

/// A view that stands still: what arrives meanwhile waits here, and is shown when the pause ends.
///
/// Of scans only the last one's findings are held, so that hours of pausing take no more room than a minute; the
/// others' headers are, as the archive would have them.
package struct Pause: Equatable, Sendable {
    /// Files that are new or were written again; one file waits once, with what it was last.
    package private(set) var files: [Archive.Entry] = []
    /// The scans before the last one, oldest first, without their findings: as many as are kept.
    package private(set) var scans: [Archive.Entry] = []
    /// How many there were before the last one.
    private var scanCount = 0
    /// The last scan.
    package private(set) var news: ScanNews?

    package init() {}

    /// How many snapshots wait. A file in which a waiting scan was kept is that scan.
    package var count: Int {
        scanCount + (news == nil ? 0 : 1) + files.count { !isScan($0) }
    }

    package mutating func hold(_ entries: [Archive.Entry]) {
        let ids = Set(entries.map(\.id))
        files.removeAll { ids.contains($0.id) }
        files += entries
    }

    package mutating func hold(_ latest: ScanNews) {
        if let news {
            scans.append(
                Archive.Entry(
                    id: news.snapshot.id, name: news.name, header: news.snapshot.header, content: .header))
            scanCount += 1
            scans.removeFirst(max(0, scans.count - ScanState.mostKept))
        }
        news = latest
    }

    private func isScan(_ file: Archive.Entry) -> Bool {
        guard let header = file.header else { return false }
        return header == news?.snapshot.header
            || scans.contains { $0.figures?.takenAt == header.takenAt && $0.header == header }
    }
}
