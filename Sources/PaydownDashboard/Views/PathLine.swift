import PaydownCore
import PaydownScreen

/// The second row: the way to what is selected, and facts about it at the right; what is not measured says so here.
enum PathLine {
    static func draw(_ model: Model, view: any ScreenView.Type, on buffer: inout Buffer) {
        guard model.header != nil else { return }
        let (crumbs, facts) = view.path(model)
        let mark = provenanceMark(model)
        var right = buffer.width - 1
        if !mark.isEmpty {
            right -= DisplayWidth.of(mark)
            buffer.write(mark, x: right, y: 0, ink: Ink(.stale))
            right -= 2
        }
        let factsWidth = DisplayWidth.of(facts)
        let crumbsText = crumbs.joined(separator: " \(Character(buffer.glyphs.crumb)) ")
        if factsWidth > 0, right - factsWidth > min(24, DisplayWidth.of(crumbsText)) + 3 {
            buffer.write(facts, x: right - factsWidth, y: 0, ink: .muted)
            right -= factsWidth + 2
        }
        buffer.write(crumbsText, x: 1, y: 0, ink: .text, limit: max(0, right - 1), truncation: .middle)
    }

    /// `simulated` or `illustrative` when what this screen shows is not measured.
    private static func provenanceMark(_ model: Model) -> String {
        guard let provenance = model.header?.provenance else { return "" }
        let sources: [Provenance.Source]
        switch model.place.screen {
        case .goldenPath: sources = [provenance.tests, provenance.metrics]
        case .plan: sources = [provenance.plan, provenance.findings]
        case .overview: sources = [provenance.findings]
        default: sources = [provenance.findings]
        }
        if sources.contains(.simulated) { return "simulated" }
        if sources.contains(.illustrative) { return "illustrative" }
        return ""
    }
}
