import PaydownCore
import PaydownScreen

/// What a phase still needs, in words.
package enum PlanSentence {
    /// `Import paths 19 · Singletons 7 to go`; `all targets met`. Where there is no room for all targets, the first ones
    /// and how many more.
    ///
    /// - Parameter width: cells there are for it.
    package static func needs(_ phase: PhaseReading, width: Int, _ glyphs: GlyphSet) -> String {
        let open = phase.targets.filter { !$0.isMet }
        if phase.isMet { return "all targets met" }
        if phase.isHeldBack { return "targets met, but " + (phase.obstacles.first?.text ?? "") }
        if open.isEmpty { return "its targets are not measured" }
        let items = open.map { $0.measure.title + " " + $0.missingText }
        let dot = " \(Character(glyphs.dot)) "
        for count in (1...items.count).reversed() {
            let rest = items.count - count
            let end = rest == 0 ? " to go" : "\(dot)\(rest) more"
            let text = items.prefix(count).joined(separator: dot) + end
            if DisplayWidth.of(text) <= width { return text }
        }
        return "\(items.count) to go"
    }

    /// One line for each target that is open, most of the way first: `Import paths: 19 of 20 paths have to go.`
    package static func missing(_ phase: PhaseReading) -> [String] {
        phase.targets.filter { !$0.isMet }.map { reading in
            let name = CountText.unit(reading.measure.unit, after: reading.missing)
            let unit = name.isEmpty || reading.target.isPercent ? "" : " " + name
            let verb = reading.value > reading.target.value ? "fewer" : "more"
            return "\(reading.measure.title): \(reading.missingText)\(unit) \(verb)"
        }
    }
}
