import PaydownCore
import PaydownScreen
import PaydownWidgets

extension GoldenView {
    static func drawTests(_ model: Model, isFocused: Bool, on buffer: inout Buffer) {
        guard let header = model.header else { return }
        let shown = model.golden.shown(header.tests)
        heading(model, header, isFocused: isFocused, width: buffer.width).draw(on: &buffer)
        guard !shown.isEmpty else {
            buffer.within(buffer.bounds.inset(top: 1)) { drawNoTests(model, header, on: &$0) }
            return
        }
        let height = max(0, buffer.height - 1)
        let selected = model.golden.index(in: shown)
        // The stored top may be from another size: what is selected is seen all the same.
        var top = min(model.golden.top, max(0, shown.count - height))
        if selected < top { top = selected }
        if height > 0, selected >= top + height { top = selected - height + 1 }
        let columns = Columns(shown, model, header, width: buffer.width)
        for y in 0..<height where shown.indices.contains(top + y) {
            drawTest(shown[top + y], model, header, columns, y: y + 1, on: &buffer)
            if top + y == selected { CheckView.select(y + 1, isFocused: isFocused, on: &buffer) }
        }
    }

    /// The cells of the columns behind the names; 0 for one that is not shown.
    private struct Columns {
        let history: Int
        let reason: Int

        /// Names go before reasons, which the failure beside the list has in full; both keep some room.
        init(_ shown: [TestOutcome], _ model: Model, _ header: SnapshotHeader, width: Int) {
            history = showsHistory(model, width: width) ? min(16, model.archive.timeline.count) : 0
            guard width >= 60, shown.contains(where: { !GoldenView.reason($0, header).isEmpty }) else {
                reason = 0
                return
            }
            let longest = shown.reduce(0) { max($0, DisplayWidth.of(name($1))) }
            let spare = width - longest - 18 - (history > 0 ? history + 2 : 0)
            reason = min(60, max(width * 3 / 10, spare))
        }
    }

    private static func name(_ test: TestOutcome) -> String {
        test.name.hasPrefix("test_") ? String(test.name.dropFirst(5)) : test.name
    }

    private static func heading(
        _ model: Model, _ header: SnapshotHeader, isFocused: Bool, width: Int
    ) -> Heading {
        let word = provenance(header.provenance.tests)
        var fact = model.golden.onlyFailures ? "only failures" : "fail first"
        if !model.golden.filter.isEmpty { fact = "filter: " + model.golden.filter }
        if showsHistory(model, width: width) {
            fact += " \(Character(model.glyphs.dot)) \(min(16, model.archive.timeline.count)) snapshots"
        }
        return Heading("TESTS", detail: width < 40 ? "" : word, fact: fact, isFocused: isFocused)
    }

    private static func showsHistory(_ model: Model, width: Int) -> Bool {
        width >= 84 && !model.isAccessible && model.archive.timeline.count > 1
    }

    private static func drawTest(
        _ test: TestOutcome, _ model: Model, _ header: SnapshotHeader, _ columns: Columns, y: Int,
        on buffer: inout Buffer
    ) {
        let (glyph, ink) = sign(test.status, buffer.glyphs)
        buffer.put(glyph, x: 2, y: y, ink: ink)
        let width = buffer.width
        let (historyWidth, reasonWidth) = (columns.history, columns.reason)
        let durationEnd =
            width - 1 - (reasonWidth > 0 ? reasonWidth + 2 : 0) - (historyWidth > 0 ? historyWidth + 2 : 0)
        let duration = test.duration.map(seconds) ?? String(Character(buffer.glyphs.dash))
        let word = reasonWidth == 0 && !test.status.isPass && test.status != .failed ? test.status.rawValue : duration
        buffer.write(word, endingAt: durationEnd, y: y, ink: .muted)
        let room = durationEnd - 9 - 4
        buffer.write(name(test), x: 4, y: y, ink: test.status == .skipped ? .muted : .text, limit: max(0, room))
        if reasonWidth > 0 {
            buffer.write(
                reason(test, header), x: durationEnd + 2, y: y, ink: test.status.isFailure ? .text : .muted,
                limit: reasonWidth)
        }
        guard historyWidth > 0 else { return }
        drawHistory(test, model, header, endingAt: width - 1, width: historyWidth, y: y, on: &buffer)
    }

    /// A sign for each snapshot, oldest first.
    private static func drawHistory(
        _ test: TestOutcome, _ model: Model, _ header: SnapshotHeader, endingAt right: Int, width: Int, y: Int,
        on buffer: inout Buffer
    ) {
        let runs = TestHistory(test, in: model.archive, until: header.takenAt, most: width).runs
        for (index, run) in runs.enumerated() {
            let isFailure = run.status.isFailure
            let glyph = isFailure ? buffer.glyphs.fail : run.status.isPass ? buffer.glyphs.dot : buffer.glyphs.circle
            buffer.put(glyph, x: right - runs.count + index, y: y, ink: isFailure ? Ink(.bad) : .muted)
        }
    }

    /// Why, in a few words: the message without the word that the heading has already.
    static func reason(_ test: TestOutcome, _ header: SnapshotHeader) -> String {
        var text = test.message
        let word = provenance(header.provenance.tests) + ":"
        if word.count > 1, text.hasPrefix(word) { text = String(text.dropFirst(word.count).drop { $0 == " " }) }
        if let line = text.split(separator: "\n").first { text = String(line) }
        switch test.status {
        case .passed: return text
        case .failed: return text.isEmpty ? "failed" : text
        case .error, .skipped, .xfailed, .xpassed, .flaky:
            return text.isEmpty ? test.status.rawValue : test.status.rawValue + ": " + text
        }
    }

    static func sign(_ status: TestOutcome.Status, _ glyphs: GlyphSet) -> (Unicode.Scalar, Ink) {
        if status.isFailure { return (glyphs.fail, Ink(.bad)) }
        if status == .flaky { return (glyphs.plusMinus, Ink(.warn)) }
        return status.isPass ? (glyphs.pass, Ink(.good)) : (glyphs.circle, .muted)
    }

    /// `2.31 s`, `1 m 04 s`
    static func seconds(_ duration: Double) -> String {
        guard duration.isFinite, duration >= 0, duration < 1e9 else { return "n/a" }
        if duration >= 60 {
            let whole = Int(duration.rounded())
            return "\(whole / 60) m \(whole % 60 < 10 ? "0" : "")\(whole % 60) s"
        }
        let hundredths = Int((duration * 100).rounded())
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
    }

    private static func drawNoTests(_ model: Model, _ header: SnapshotHeader, on buffer: inout Buffer) {
        var text = LabelledText(width: buffer.width - 4, labelWidth: 0)
        let title: String
        if header.tests.isEmpty {
            title = "No test results"
            text.add("The snapshot holds no tests.", ink: .muted)
        } else if model.golden.filter.isEmpty {
            title = "No test fails"
            text.add("\(header.tests.count) tests; \(key(.onlyFailures, model)) shows all of them", ink: .muted)
        } else {
            title = "Nothing matches \"\(model.golden.filter)\""
            text.add("0 of \(header.tests.count). \(key(.back, model)) clears the filter", ink: .muted)
        }
        let top = buffer.height > 4 ? 1 : 0
        buffer.write(title, x: min(3, buffer.width - 1), y: top, ink: .strong, limit: buffer.width - 4)
        buffer.within(buffer.bounds.inset(left: 4, top: top + 1)) { _ = text.draw(on: &$0) }
    }

    private static func key(_ id: ActionID, _ model: Model) -> String {
        let label = model.bindings.label(for: id, model.glyphs)
        return label.isEmpty ? ActionTable.action(id).title : label
    }
}
