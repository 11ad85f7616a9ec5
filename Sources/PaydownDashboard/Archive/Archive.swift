import PaydownCore

/// The snapshots of a session, oldest first, each as far as it is read.
package struct Archive: Equatable, Sendable {
    package enum Content: Equatable, Sendable {
        /// Known by name only.
        case waiting
        /// Being read; 0...1.
        case loading(Double)
        /// Its header is here, its findings are not.
        case header
        case loaded(LoadedSnapshot)
        /// Could not be read: file, place and way out.
        case failed(String)
    }

    package struct Entry: Equatable, Sendable {
        package let id: SnapshotID
        /// The file's name as given.
        package var name: String
        package var content: Content
        /// Shared, so that walking over a thousand entries does not copy a thousand headers.
        private var known: KnownHeader?

        package var header: SnapshotHeader? {
            get { known?.header }
            set { known = newValue.map { KnownHeader($0) } }
        }

        /// What trends ask of the header.
        package var figures: SnapshotFigures? { known?.figures }

        package init(id: SnapshotID, name: String, header: SnapshotHeader? = nil, content: Content = .waiting) {
            self.id = id
            self.name = name
            self.content = content
            known = header.map { KnownHeader($0) }
        }
    }

    /// Those with a header by the time they were taken, then by name, with numbers at the end as such; those without
    /// keep their place at the end.
    package private(set) var entries: [Entry] = []
    /// How many of them have a header.
    private var knownCount = 0

    package init(_ entries: [Entry] = []) {
        self.entries = entries
        sort()
    }

    package subscript(id: SnapshotID) -> Entry? {
        // Asked many times a frame.
        for index in 0..<entries.count where entries[index].id == id { return entries[index] }
        return nil
    }

    package func loaded(_ id: SnapshotID?) -> LoadedSnapshot? {
        guard let id, case .loaded(let snapshot) = self[id]?.content else { return nil }
        return snapshot
    }

    /// The snapshots in memory that were taken before one, oldest first: the last few, without those of scans in this
    /// session, which hardly differ from each other.
    package func past(of id: SnapshotID) -> [LoadedSnapshot] {
        let loaded = timeline.prefix { $0.id != id }.compactMap { entry in
            if case .loaded(let snapshot) = entry.content, !entry.id.isScan { snapshot } else { nil }
        }
        return Array(loaded.suffix(Self.pastLimit))
    }

    /// Each of them is one more comparison.
    private static let pastLimit = 6

    /// Entries whose header is known, oldest first: the points of a trend.
    package var timeline: ArraySlice<Entry> { entries[..<knownCount] }

    /// The newest one that can be shown.
    package var newest: Entry? {
        timeline.last { if case .failed = $0.content { false } else { true } }
    }

    /// The entries that could not be read.
    package var failures: [Entry] {
        entries.filter { if case .failed = $0.content { true } else { false } }
    }

    package mutating func add(_ new: [Entry]) {
        let ids = Set(new.map(\.id))
        entries.removeAll { ids.contains($0.id) }
        entries += new
        sort()
    }

    /// Forgets entries, as those that turned out to be another one's.
    package mutating func remove(where isUnwanted: (Entry) -> Bool) {
        let before = entries.count
        entries.removeAll(where: isUnwanted)
        if entries.count < before { sort() }
    }

    package mutating func update(_ id: SnapshotID, _ change: (inout Entry) -> Void) {
        guard let index = entries.firstIndex(where: { $0.id == id }) else { return }
        change(&entries[index])
        sort()
    }

    /// The entry that many steps newer (positive) or older in the timeline, or nil at its ends.
    package func neighbour(of id: SnapshotID, by steps: Int) -> Entry? {
        let timeline = timeline
        guard let index = timeline.firstIndex(where: { $0.id == id }) else { return nil }
        let target = index + steps
        return timeline.indices.contains(target) ? timeline[target] : nil
    }

    private mutating func sort() {
        entries.sort { left, right in
            switch (left.figures?.takenAt, right.figures?.takenAt) {
            case (let leftTime?, let rightTime?) where leftTime != rightTime: leftTime < rightTime
            case (_?, nil): true
            case (nil, _?): false
            default: Self.isNamed(left, before: right)
            }
        }
        knownCount = entries.firstIndex { $0.figures == nil } ?? entries.count
    }

    /// By name, with a number at its end as a number: those of a history end so, in the order in which they came.
    private static func isNamed(_ left: Entry, before right: Entry) -> Bool {
        let (mine, theirs) = (stem(left.name), stem(right.name))
        let (length, other) = (left.name.utf8.count, right.name.utf8.count)
        if mine == theirs, length != other { return length < other }
        return (left.name, left.id) < (right.name, right.id)
    }

    private static func stem(_ name: String) -> Substring {
        let end = name.utf8.lastIndex { !(0x30...0x39).contains($0) }
        return name[..<(end.map(name.utf8.index(after:)) ?? name.startIndex)]
    }
}
