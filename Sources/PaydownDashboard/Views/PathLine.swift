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
        let crumbsText = crumbs.joined(separator: " \(Character(buffer.glyphs.crumb)) ")
        let room = right - min(24, DisplayWidth.of(crumbsText)) - 4
        if let facts = fitting(facts, width: room, dot: Character(model.glyphs.dot)) {
            let width = DisplayWidth.of(facts)
            buffer.write(facts, x: right - width, y: 0, ink: .muted)
            right -= width + 2
        }
        // Of a name the end tells it apart; of words the beginning does.
        let isProse = crumbs.last?.contains(" ") ?? false
        buffer.write(
            crumbsText, x: 1, y: 0, ink: .text, limit: max(0, right - 1), truncation: isProse ? .end : .middle)
    }

    /// As many facts as there is room for, the first ones first; nil for none.
    private static func fitting(_ facts: String, width: Int, dot: Character) -> String? {
        let separator = " \(dot) "
        var parts = facts.split(separator: separator)
        while !parts.isEmpty {
            let text = parts.joined(separator: separator)
            if DisplayWidth.of(text) <= width { return text }
            parts.removeLast()
        }
        return nil
    }

    /// `simulated` or `illustrative` when what this screen shows is not measured.
    static func provenanceMark(_ model: Model) -> String {
        guard let provenance = model.header?.provenance else { return "" }
        let sources: (Provenance.Source, Provenance.Source)
        switch model.place.screen {
        case .goldenPath: sources = (provenance.tests, provenance.metrics)
        case .plan: sources = (provenance.plan, provenance.findings)
        default: sources = (provenance.findings, provenance.findings)
        }
        if sources.0 == .simulated || sources.1 == .simulated { return "simulated" }
        if sources.0 == .illustrative || sources.1 == .illustrative { return "illustrative" }
        return ""
    }
}
