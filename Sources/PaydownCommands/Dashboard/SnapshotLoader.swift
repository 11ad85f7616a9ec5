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
                    id: id, snapshot: snapshot, owner: owners.text, births: births(of: place.id, in: store)))
        } catch {
            return .failed(id, message: error.description)
        }
    }

    /// The day on which each finding was met first, by row; nil while the history has not worked it out.
    private static func births(of id: SnapshotEntry.ID, in store: HistoryStore) -> [Day]? {
        // A snapshot without ages is better than none.
        guard let identities = try? store.identities(of: id), let entries = try? store.entries() else { return nil }
        let days = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.moment.day) })
        let births = identities.compactMap { days[$0.born] }
        return births.count == identities.count ? births : nil
    }
}
