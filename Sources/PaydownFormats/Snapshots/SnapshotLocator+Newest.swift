extension SnapshotLocator {
    /// The file that is likely the newest, read before all others so that there is something to show.
    ///
    /// Files named by date sort by time, so the last name is taken; whether it is the newest shows when all
    /// headers are read. Nil when there is no such file, when it is known, or when it
    /// cannot be read: `locate` says why.
    package func likelyNewest(_ arguments: [String]) -> SnapshotFile? {
        var best: (name: String, path: String)?
        for argument in arguments {
            for path in paths(argument) {
                let name = path.split(separator: "/").last.map(String.init) ?? path
                if name.utf8.lexicographicallyPrecedes((best?.name ?? "").utf8) { continue }
                best = (name, path)
            }
        }
        guard let path = best?.path else { return nil }
        return try? fileIfUnknown(path)
    }

    private func paths(_ argument: String) -> [String] {
        do throws(SnapshotError) {
            guard try FileIdentity.isFolder(argument) else { return [argument] }
            let names = try Self.names(in: argument).filter(Self.mayBeSnapshot)
            let last = names.max { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            return last.map { [argument.hasSuffix("/") ? argument + $0 : argument + "/" + $0] } ?? []
        } catch {
            // Reported when everything is looked through.
            return []
        }
    }
}
