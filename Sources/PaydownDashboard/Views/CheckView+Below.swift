import PaydownCore
import PaydownScreen
import PaydownWidgets

/// What fills the room below the groups on a large screen: where the selected group's findings lie, and how their
/// number went.
extension CheckView {
    static func drawBelow(_ model: Model, _ listing: Listing, on buffer: inout Buffer) {
        guard let group = model.checkState.tree.selectedGroup, buffer.height >= 6 else { return }
        let trend = GroupTrend(model, listing, group)
        let (distribution, below) = buffer.bounds.split(bottom: trend == nil ? 0 : 4)
        buffer.within(distribution) { drawDistribution(listing, group, on: &$0) }
        if let trend { buffer.within(below) { trend.draw(on: &$0) } }
    }

    /// Findings counted for the picture; a larger group says that it is a part.
    private static let sample = 2000

    private static func drawDistribution(_ listing: Listing, _ group: Listing.Group, on buffer: inout Buffer) {
        let findings = listing.current.findings
        var byPath: [StringID: Int] = [:]
        for index in group.range.prefix(sample) where !listing.isFixed(index) {
            byPath[findings.path[Int(listing.rows[index])], default: 0] += 1
        }
        var byFolder: [String: Int] = [:]
        for (path, count) in byPath {
            byFolder[ShortName.folder(findings.strings[path]), default: 0] += count
        }
        let isPart = group.range.count > sample
        Heading("WHERE", detail: "by folder", fact: isPart ? "of the first \(CountText.number(sample))" : "")
            .draw(on: &buffer)
        let folders = byFolder.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let room = buffer.height - 2
        let shown = folders.count > room ? max(0, room - 1) : folders.count
        let largest = folders.first?.value ?? 1
        let barWidth = buffer.width >= 50 ? 18 : 0
        for (index, folder) in folders.prefix(shown).enumerated() {
            let right = buffer.width - 1
            let y = index + 1
            buffer.write(CountText.number(folder.value), endingAt: right, y: y)
            let barX = right - 7 - barWidth
            Bar.draw(
                Double(folder.value) / Double(largest), x: barX, y: y, width: barWidth, done: .muted, left: .faint,
                on: &buffer)
            let name = folder.key.isEmpty ? "(top folder)" : folder.key
            buffer.write(ShortName.fitting(name, width: barX - 5, buffer.glyphs), x: 3, y: y, limit: barX - 5)
        }
        guard shown < folders.count else { return }
        buffer.write("\(folders.count - shown) more folders", x: 3, y: shown + 1, ink: .muted)
    }
}

/// How many findings a symbol or a rule had in each snapshot that tells.
private struct GroupTrend {
    let title: String
    let values: [Double]
    let since: Day

    /// Nil when fewer than two snapshots tell.
    init?(_ model: Model, _ listing: Listing, _ group: Listing.Group) {
        let points = model.archive.timeline.compactMap { entry -> (day: Day, value: Double)? in
            guard let header = entry.header, header.takenAt <= listing.current.header.takenAt else { return nil }
            switch listing.query.grouping {
            case .rule:
                return header.rule(group.name).map { (header.takenAt.day, Double($0.count)) }
            case .symbol:
                guard case .loaded(let snapshot) = entry.content else { return nil }
                var count = 0
                for rule in header.rules where rule.check == listing.query.check {
                    // Only the first thousand symbols are counted: of one that may be behind them nothing is said.
                    guard let part = snapshot.index.count(of: group.name, rule: rule.id) else { return nil }
                    count += part
                }
                return (header.takenAt.day, Double(count))
            case .file, .folder, .owner, .age: return nil
            }
        }
        guard points.count >= 2, let first = points.first else { return nil }
        title = listing.query.grouping == .rule ? "this rule" : "this symbol"
        values = points.map(\.value)
        since = first.day
    }

    func draw(on buffer: inout Buffer) {
        let days = "since \(WhenText.day(since))"
        Heading("TREND", detail: title, fact: "\(values.count) snapshots \(days)").draw(on: &buffer)
        let width = min(values.count, max(1, buffer.width - 24))
        Sparkline.draw(values, x: 3, y: 2, width: width, on: &buffer)
        let first = CountText.number(values[0])
        let last = CountText.number(values[values.count - 1])
        buffer.write("\(first) \(buffer.glyphs.arrow) \(last)", x: 3 + width + 3, y: 2)
    }
}
