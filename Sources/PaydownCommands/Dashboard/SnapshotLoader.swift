import PaydownDashboard
import PaydownFormats
import PaydownHistory

/// Reads one snapshot and says how far it is.
enum SnapshotLoader {
    /// - Parameter post: called with progress, and last with the snapshot or with what is wrong.
    static func load(
        _ id: SnapshotID, from path: String, isCancelled: @escaping () -> Bool = { false },
        post: @escaping (Event) -> Void
    ) {
        if let place = HistoryPlace(path) {
            post(event(id, from: place))
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
            post(.loaded(LoadedSnapshot(id: id, snapshot: snapshot)))
        } catch {
            post(.failed(id, message: error.description))
        }
    }

    /// A history gives its snapshots faster than there would be progress to show.
    private static func event(_ id: SnapshotID, from place: HistoryPlace) -> Event {
        do {
            let store = try HistoryStore.open(at: place.file, access: .readOnly)
            return .loaded(LoadedSnapshot(id: id, snapshot: try store.snapshot(place.id)))
        } catch {
            return .failed(id, message: error.description)
        }
    }
}
