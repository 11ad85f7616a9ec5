import GRDB
import PaydownCore

extension HistoryStore {
    /// What is wrong with the file, a sentence each; nothing when every snapshot can be read and every life told.
    ///
    /// Reads all there is, so it takes a while.
    package func examine() throws(HistoryError) -> [String] {
        var problems = try read { db, _ in
            let broken = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            let dangling = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
                "\(row[0] as String): row \((row[1] as Int?) ?? 0) refers to nothing"
            }
            return broken + dangling
        }
        try salvage { _ in
        } lost: {
            problems.append($0)
        }
        for id in try entries().map(\.id) {
            do throws(HistoryError) {
                guard let identities = try identities(of: id) else { continue }
                let rows = try entry(id)?.hasFindings == true ? snapshot(id).findings.count : identities.count
                if identities.count != rows { problems.append("snapshot \(id.rawValue): not every finding has a life") }
            } catch {
                problems.append("snapshot \(id.rawValue): " + error.description)
            }
        }
        return problems
    }
}
