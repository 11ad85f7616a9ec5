import PaydownCore
import PaydownDashboard
import PaydownFormats
import PaydownHistory

/// Reads one snapshot and says how far it is.
enum SnapshotLoader {
    /// - Parameters:
    ///   - owners: who owns what in it.
    ///   - post: called with progress, and last with the snapshot or with what is wrong.
    static func load(
        _ id: SnapshotID, from path: String, owners: SnapshotOwners = SnapshotOwners(),
        isCancelled: @escaping () -> Bool = { false },
        post: @escaping (Event) -> Void
    ) {
        if let place = HistoryPlace(path) {
            post(event(id, from: place, owners))
            return
        }
        var shown = 0.0
        let reader = SnapshotReader(
            progress: { read, total in
                guard total > 0 else { return }
                let fraction = Double(read) / Double(total)
                // A hundred steps are enough for an eye.
                guard fraction - shown >= 0.01, fraction < 1 else { return }
                shown = fraction
                post(.loading(id, fraction: fraction))
            },
            isCancelled: isCancelled)
        do {
            let snapshot = try reader.read(path)
            post(.loaded(LoadedSnapshot(id: id, snapshot: snapshot, owner: owners.text)))
        } catch {
            post(.failed(id, message: error.description))
        }
    }

    /// A history gives its snapshots faster than there would be progress to show.
    private static func event(_ id: SnapshotID, from place: HistoryPlace, _ owners: SnapshotOwners) -> Event {
        do {
            let store = try HistoryStore.open(at: place.file, access: .readOnly)
            let snapshot = try store.snapshot(place.id)
            return .loaded(
                LoadedSnapshot(
                    id: id, snapshot: snapshot, owner: owners.text, births: births(of: place.id, snapshot, in: store)))
        } catch {
            return .failed(id, message: error.description)
        }
    }

    /// Since when each finding is there; nil while the history has not worked it out, or has nothing older to tell by.
    static func births(of id: SnapshotEntry.ID, _ snapshot: Snapshot, in store: HistoryStore) -> FindingBirths? {
        // A snapshot without ages is better than none.
        guard let identities = try? store.identities(of: id), identities.count == snapshot.findings.count,
            let history = try? HistoryDays(store)
        else { return nil }
        let findings = snapshot.findings
        var isBound: [StringID: [SnapshotEntry.ID: Bool]] = [:]
        var days: [Day] = []
        var isOlder: [Bool] = []
        var returned: [Int: FindingBirths.Returns] = [:]
        for (row, identity) in identities.enumerated() {
            guard let day = history.day(of: identity.born) else { return nil }
            days.append(day)
            let rule = findings.rule[row]
            let known = isBound[rule]?[identity.born]
            let mayBeOlder = known ?? history.mayBeOlder(findings.strings[rule], metIn: identity.born)
            if known == nil { isBound[rule, default: [:]][identity.born] = mayBeOlder }
            isOlder.append(mayBeOlder)
            if let last = identity.lastReturn.flatMap({ history.day(of: $0) }) {
                returned[row] = FindingBirths.Returns(count: identity.returns, last: last)
            }
        }
        let births = FindingBirths(
            days, today: snapshot.header.takenAt.day, isOlder: isOlder, returned: returned)
        return births.areAllUnknown ? nil : births
    }
}
