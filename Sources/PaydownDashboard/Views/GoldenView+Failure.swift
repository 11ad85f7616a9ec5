import PaydownCore
import PaydownScreen
import PaydownWidgets

extension GoldenView {
    static func drawFailure(_ model: Model, isFocused: Bool, on buffer: inout Buffer) {
        guard let header = model.header else { return }
        guard let test = selectedTest(model) else {
            Heading("TEST", isFocused: isFocused).draw(on: &buffer)
            return
        }
        let failures = model.golden.shown(header.tests).filter(\.status.isFailure)
        let number = failures.firstIndex { GoldenState.TestID($0) == GoldenState.TestID(test) }
        let title = test.status.isFailure ? "FAILURE" : "TEST"
        let fact = number.map { "\($0 + 1) of \(failures.count)" } ?? test.status.rawValue
        Heading(title, detail: test.name, fact: fact, isFocused: isFocused).draw(on: &buffer)
        var used = 1
        if model.sizeClass == .small || model.isAccessible, buffer.height >= 8 {
            buffer.within(buffer.bounds.inset(top: 1)) { area in
                used += drawMetricsBriefly(
                    header, rows: area.height >= 16 ? 5 : 2, isAccessible: model.isAccessible, on: &area)
            }
            used += buffer.height >= 11 ? 1 : 0
        }
        buffer.within(buffer.bounds.inset(top: used)) { area in
            let text = detail(test, model, header, width: area.width)
            let taken = text.draw(offset: model.scroll[.failure] ?? 0, on: &area)
            area.within(area.bounds.inset(top: taken + 1)) { rest in
                drawBelow(test, model, header, failures, on: &rest)
            }
        }
    }

    private static func detail(
        _ test: TestOutcome, _ model: Model, _ header: SnapshotHeader, width: Int
    ) -> LabelledText {
        var text = LabelledText(width: width, labelWidth: 14)
        let place = test.line > 0 ? "\(test.path):\(test.line)" : test.path
        if !place.isEmpty { text.addLine(place, ink: Ink(.textLink)) }
        let isIll = test.status.isFailure
        text.add(test.message, ink: isIll ? Ink(.bad) : .text, atMost: 6)
        let history = TestHistory(test, in: model.archive, until: header.takenAt)
        let year = model.referenceDay.civil.year
        func when(_ run: TestHistory.Run) -> String {
            WhenText.moment(run.takenAt, year: year) + (run.commit.isEmpty ? "" : "  at \(run.commit)")
        }
        var dates: [(String, String)] = []
        if isIll {
            if let first = history.firstFailure {
                let isOldest = first == history.runs.first
                dates.append(("first failed", when(first) + (isOldest ? ", the oldest snapshot" : "")))
            }
            dates.append(("last passed", history.lastPass.map(when) ?? "in no snapshot"))
        }
        // Small screens show the dates before the log, which is long.
        let isShort = model.sizeClass <= .small && model.place.zoomed == nil
        func addDates() {
            for (label, date) in dates { text.addLine(date, label: label) }
        }
        if isShort { addDates() }
        if !test.details.isEmpty {
            if !isShort { text.addSpace() }
            addLog(test.details, model.glyphs, to: &text)
        }
        if !isShort, !dates.isEmpty {
            text.addSpace()
            addDates()
        }
        if !test.suite.isEmpty { text.addLine(test.suite, label: "suite") }
        if let duration = test.duration { text.addLine(seconds(duration), label: "took") }
        if test.attempts > 1 { text.addLine("\(test.attempts) attempts", label: "tried") }
        return text
    }

    /// The log, with the line of code marked that failed: the one behind the last `File "…"` of a traceback.
    private static func addLog(_ details: String, _ glyphs: GlyphSet, to text: inout LabelledText) {
        let lines = details.split(separator: "\n", omittingEmptySubsequences: false).prefix(200).map(String.init)
        let last = lines.lastIndex { $0.drop { $0 == " " }.hasPrefix("File \"") }
        for (index, line) in lines.enumerated() {
            let isFlagged = last.map { index == $0 + 1 } ?? false
            text.addLog(
                shortened(SourcePane.expandingTabs(line), width: text.width, glyphs), ink: isFlagged ? .text : .muted,
                isFlagged: isFlagged)
        }
    }

    /// A place of a traceback with so much of its path that the line number is seen beside it.
    private static func shortened(_ line: String, width: Int, _ glyphs: GlyphSet) -> String {
        let parts = line.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].hasSuffix("File ") else { return line }
        let room = width - 6 - parts[0].count - min(parts[2].count, 40)
        return parts[0] + "\"" + ShortName.path(String(parts[1]), width: max(12, room), glyphs) + "\"" + parts[2]
    }

    /// The source at the failing line, and the other failures, where there is room.
    private static func drawBelow(
        _ test: TestOutcome, _ model: Model, _ header: SnapshotHeader, _ failures: [TestOutcome],
        on buffer: inout Buffer
    ) {
        guard buffer.height >= 4 else { return }
        var rest = buffer.bounds
        if case .lines(let lines) = model.preview?.content, model.preview?.path == test.path, test.line > 0 {
            let height = min(12, rest.height)
            let (source, below) = rest.split(top: height)
            rest = below.inset(top: 1)
            buffer.within(source) { area in
                Heading("SOURCE", detail: test.path, fact: "\(test.line)/\(lines.count)").draw(on: &area)
                area.within(area.bounds.inset(top: 1)) { inner in
                    let flag = SourcePane.Flag(lines: test.line...test.line, columns: nil)
                    let first = SourcePane.first(around: test.line, of: lines.count, height: inner.height, offset: 0)
                    SourcePane.draw(lines, first: first, flag: flag, on: &inner)
                }
            }
        }
        let others = failures.filter { GoldenState.TestID($0) != GoldenState.TestID(test) }
        let (list, chart) = rest.split(top: others.isEmpty ? 0 : min(rest.height, others.count + 2))
        if chart.height >= 10 { buffer.within(chart) { drawHistory(model, header, on: &$0) } }
        guard list.height >= 3 else { return }
        buffer.within(list) { area in
            Heading("OTHER FAILURES", fact: "\(others.count)").draw(on: &area)
            let names = min(48, area.width / 2)
            for (index, other) in others.prefix(area.height - 1).enumerated() {
                let (glyph, ink) = sign(other.status, area.glyphs)
                area.put(glyph, x: 2, y: index + 1, ink: ink)
                area.write(other.name, x: 4, y: index + 1, limit: names - 2)
                area.write(
                    reason(other, header), x: 4 + names, y: index + 1, ink: .muted,
                    limit: max(0, area.width - 5 - names))
            }
        }
    }
}
