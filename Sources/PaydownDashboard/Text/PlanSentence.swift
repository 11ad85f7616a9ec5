import PaydownCore
import PaydownScreen

/// What a phase still needs, in words.
package enum PlanSentence {
    /// `Import paths 19 to go · Singletons 7 to go`; `all targets met`.
    package static func needs(_ phase: PhaseReading, _ glyphs: GlyphSet) -> String {
        let open = phase.targets.filter { !$0.isMet }
        if phase.isMet { return "all targets met" }
        if phase.isHeldBack { return "targets met, but " + (phase.obstacles.first?.text ?? "") }
        if open.isEmpty { return "its targets are not measured" }
        return open.map { reading in
            reading.measure.title + " " + reading.missingText
        }
        .joined(separator: " \(Character(glyphs.dot)) ") + " to go"
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
