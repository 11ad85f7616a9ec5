import Glibc
import PaydownFormats
import PaydownHistory

// Adds snapshot files to a history, and names each when it is kept: a writer that tests end at any moment.
let arguments = CommandLine.arguments.dropFirst()
do {
    let store = try HistoryStore.open(at: arguments.first ?? "", access: .readWrite)
    for path in arguments.dropFirst() {
        _ = try store.add(SnapshotReader().read(path))
        print(path)
        fflush(nil)
    }
    try store.close()
} catch {
    print("error: \(error)")
    exit(1)
}
