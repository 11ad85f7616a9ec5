import PaydownCore
import PaydownScreen
import PaydownWidgets

/// The golden path: its tests, failures first; metrics against their limits; the events; why a test fails.
enum GoldenView: ScreenView {
    static func layout(_ model: Model, in size: Size) -> [PartFrame] {
        let whole = Rect(size)
        guard model.isPreviewShown, model.sizeClass >= .small, whole.height >= 10 else {
            return [PartFrame(.tests, whole)]
        }
        if model.sizeClass == .small || model.isAccessible {
            let below = min(max(4, whole.height * 9 / 20 + model.previewBias), whole.height - 4)
            let (tests, failure) = whole.split(bottom: below)
            return [PartFrame(.tests, tests), PartFrame(.failure, failure)]
        }
        let usual = model.sizeClass == .large ? whole.width * 46 / 100 : 50
        let width = min(max(24, usual - model.previewBias), whole.width - 30)
        let right = whole.split(left: width + 3).rest
        let wanted = metricsHeight(model)
        let (metrics, failure) = right.split(top: min(wanted, right.height / 2))
        return [
            PartFrame(.tests, whole.split(left: width).left), PartFrame(.metrics, metrics),
            PartFrame(.failure, failure),
        ]
    }

    static func draw(_ part: Part, isFocused: Bool, of model: Model, on buffer: inout Buffer) {
        switch part {
        case .metrics: drawMetrics(model, isFocused: isFocused, on: &buffer)
        case .failure: drawFailure(model, isFocused: isFocused, on: &buffer)
        default: drawTests(model, isFocused: isFocused, on: &buffer)
        }
    }

    static func decorate(_ model: Model, frames: [PartFrame], on buffer: inout Buffer) {
        guard !model.isAccessible, let right = frames.first(where: { $0.part == .metrics })?.rect, right.x > 2 else {
            return
        }
        for y in 1..<max(1, buffer.height) {
            buffer.put(buffer.glyphs.split, x: right.x - 2, y: y, ink: Ink(.rule))
        }
    }

    static func path(_ model: Model) -> (crumbs: [String], facts: String) {
        var crumbs = [model.check(of: .goldenPath)?.title ?? "Golden path"]
        // Where room is scarce the heading below names the test.
        if model.sizeClass >= .medium, let test = selectedTest(model) { crumbs.append(test.name) }
        return (crumbs, facts(model))
    }

    static func hints(_ model: Model) -> [ActionID] {
        guard let header = model.header, !header.tests.isEmpty else { return [.goLast, .close] }
        return [.enter, .onlyFailures, .findNext, .edit, .yank, .findFilter, .partZoom]
    }

    static func status(_ model: Model) -> String {
        guard let header = model.header else { return "" }
        let shown = model.golden.shown(header.tests)
        return shown.isEmpty ? "" : "\(model.golden.index(in: shown) + 1)/\(shown.count)"
    }

    static func selectedTest(_ model: Model) -> TestOutcome? {
        guard let header = model.header else { return nil }
        let shown = model.golden.shown(header.tests)
        let index = model.golden.index(in: shown)
        return shown.indices.contains(index) ? shown[index] : nil
    }

    /// Whether tests or metrics of the shown snapshot were not measured, in the word for it; empty when they were.
    static func provenance(_ source: Provenance.Source?) -> String {
        source == nil || source == .measured ? "" : source?.rawValue ?? ""
    }

    /// `36 of 42 pass · 5 fail · ▲ 2 since 14 Sep`
    private static func facts(_ model: Model) -> String {
        guard let header = model.header, !header.tests.isEmpty else { return "" }
        let passed = header.tests.count { $0.status.isPass }
        let failed = header.tests.count { $0.status.isFailure }
        var facts = ["\(passed) of \(header.tests.count) pass"]
        if failed > 0 { facts.append("\(failed) fail") }
        let others = header.tests.count - passed - failed
        if others > 0, model.sizeClass >= .medium { facts.append("\(others) skipped") }
        if let baseline = model.baselineHeader, !baseline.tests.isEmpty {
            let delta = Double(passed - baseline.tests.count { $0.status.isPass })
            let day = WhenText.day(baseline.takenAt.day, year: model.referenceDay.civil.year)
            facts.append(CountText.delta(delta, better: .higher, model.glyphs) + " since " + day)
        }
        return facts.joined(separator: " \(Character(model.glyphs.dot)) ")
    }

    /// Rows that metrics and events want, headings included.
    private static func metricsHeight(_ model: Model) -> Int {
        let metrics = model.header?.metrics ?? []
        let limits = metrics.count { $0.kind == .limit }
        let events = metrics.count - limits
        return max(4, 1 + max(1, limits) + 1 + (events > 0 ? events + 2 : 0))
    }
}
