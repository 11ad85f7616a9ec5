import PaydownCore
import PaydownFormats
import PaydownHistory

extension HistoryListing {
    /// An array with an object for each snapshot; what a snapshot file calls something is called so here.
    static func json(_ entries: [SnapshotEntry]) -> String {
        "[\n" + entries.map(object).joined(separator: ",\n") + (entries.isEmpty ? "]\n" : "\n]\n")
    }

    private static func object(_ entry: SnapshotEntry) -> String {
        let header = entry.header
        var fields = [
            ("id", "\(entry.id.rawValue)"), ("moment", JSONString.quoted(entry.moment.iso)),
            ("takenAt", JSONString.quoted(header.takenAt.iso)),
        ]
        if let revision = header.revision {
            fields.append(("commit", JSONString.quoted(revision.commit)))
            fields.append(("branch", JSONString.quoted(revision.branch)))
            fields.append(("dirty", "\(revision.isDirty)"))
        }
        fields.append(("rules", JSONString.quoted(header.tool.rules)))
        fields.append(("findings", "\(header.rules.reduce(0) { $0 + $1.count })"))
        let checks = header.checks.map { check in
            let count = header.rules.filter { $0.check == check.id }.reduce(0) { $0 + $1.count }
            return (check.id, "\(count)")
        }
        fields.append(("checks", joined(checks)))
        let measures = header.checks.flatMap(\.measures).map { ($0.id, $0.value.isFinite ? "\($0.value)" : "null") }
        fields.append(("measures", joined(measures)))
        fields.append(("change", entry.change.map { joined(numbers($0)) } ?? "null"))
        fields.append(
            ("coverage", joined([("files", "\(header.coverage.files)"), ("parsed", "\(header.coverage.parsed)")])))
        fields.append(("hasFindings", "\(entry.hasFindings)"))
        return "  " + joined(fields)
    }

    private static func numbers(_ counts: DiffCounts) -> [(String, String)] {
        [
            ("unchanged", counts.unchanged), ("moved", counts.moved), ("new", counts.new),
            ("revealed", counts.revealed),
            ("returned", counts.returned), ("fixed", counts.fixed), ("gone", counts.gone), ("unseen", counts.unseen),
        ].map { ($0.0, "\($0.1)") }
    }

    static func joined(_ fields: [(String, String)]) -> String {
        "{" + fields.map { JSONString.quoted($0.0) + ": " + $0.1 }.joined(separator: ", ") + "}"
    }
}
