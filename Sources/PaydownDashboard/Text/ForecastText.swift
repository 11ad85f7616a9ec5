import PaydownCore
import PaydownScreen

/// Forecasts in words: dates with their chances, or why there are none.
package enum ForecastText {
    package struct Line: Equatable, Sendable {
        package var text: String
        package var ink: Ink

        init(_ text: String, _ ink: Ink = .text) {
            self.text = text
            self.ink = ink
        }
    }

    /// What is to be said of a measure, most important first.
    package static func lines(_ outlook: Outlook, of model: Model) -> [Line] {
        var lines: [Line] = []
        if let forecast = outlook.forecast {
            lines += outcome(forecast, outlook, of: model)
        } else {
            lines.append(Line("No target: nothing to forecast.", .muted))
        }
        if outlook.query.measure == nil, let slowest = model.shownBoard.flatMap({ slowest($0, of: model) }) {
            lines.append(slowest)
        }
        if let pace = pace(outlook) { lines.append(pace) }
        if let forecast = outlook.forecast, !forecast.isMet {
            if let step = forecast.step { lines.append(Line(text(step, of: model), .muted)) }
            if let backtest = outlook.backtest, forecast.dates != nil || backtest.due > 0 {
                lines += text(backtest, of: model).map { Line($0, .muted) }
            }
            if forecast.dates != nil { lines.append(Line(method(), .muted)) }
        }
        return lines
    }

    private static func outcome(_ forecast: Forecast, _ outlook: Outlook, of model: Model) -> [Line] {
        switch forecast.outcome {
        case .met:
            return [Line("The target is met.", Ink(.good))]
        case .refused(let reasons):
            return reasons.enumerated().map { Line($1.text, $0 == 0 ? Ink(.warn, isBold: true) : .muted) }
        case .dates(let dates):
            var lines: [Line] = []
            if let outdated = model.outdated { lines.append(Line(outdated.text + "; as of then:", Ink(.warn))) }
            lines.append(Line(range(dates, of: model), .strong))
            if let due = outlook.due {
                let standing = forecast.standing(due: due)
                lines.append(
                    Line(
                        "due \(day(due, of: model)): \(percent(dates.chance(by: due))) % in time"
                            + (standing.isLate ? ", " + standing.text : ""),
                        standing.isLate ? Ink(.bad) : standing == .onCourse ? Ink(.good) : .text))
            }
            return lines
        }
    }

    /// `P50 7 Nov, P85 21 Nov`
    static func range(_ dates: ForecastDates, of model: Model) -> String {
        func text(_ day: Day?) -> String { day.map { self.day($0, of: model) } ?? "over 2 years" }
        return "P50 \(text(dates.p50)), P85 \(text(dates.p85))"
    }

    /// The outcome in a few words: `P50 7 Nov, P85 21 Nov`, `growing by 3 a week: no date`, `met`.
    package static func short(_ forecast: Forecast, of model: Model) -> String {
        switch forecast.outcome {
        case .met: "met at once"
        case .dates(let dates): range(dates, of: model)
        case .refused(let reasons): reasons.first?.text ?? ""
        }
    }

    /// For the heading of a chart: `P50 7 Nov, P85 21 Nov`, or why there is no date; empty without a target.
    package static func headline(_ outlook: Outlook?, of model: Model) -> String {
        guard let forecast = outlook?.forecast else { return "" }
        return forecast.isMet ? "met" : short(forecast, of: model)
    }

    /// `12 in, 45 out a week (last 6 weeks)`; where the middle week was another one than the mean is, both.
    private static func pace(_ outlook: Outlook) -> Line? {
        let sample = outlook.forecast?.sample ?? ForecastSample(outlook.weeks)
        guard !sample.weeks.isEmpty else { return nil }
        let weeks = sample.weeks.count == 1 ? "1 week" : "last \(sample.weeks.count) weeks"
        let note = sample.isCounted ? "" : "; in part from the net change"
        // "growing by 6 a week" is said of the middle week, and the mean beside it may be eight times as much.
        let isGrowing = outlook.forecast?.refusals.contains { if case .growing = $0 { true } else { false } } ?? false
        let median = isGrowing ? " on average, net +\(rate(-sample.medianNet)) in the middle one" : ""
        return Line("\(rate(sample.inflow)) in, \(rate(sample.outflow)) out a week\(median) (\(weeks)\(note))")
    }

    private static func text(_ step: Forecast.Step, of model: Model) -> String {
        let without: String
        switch step.without {
        case .met: without = "met"
        case .dates(let dates): without = range(dates, of: model)
        case .refused(let reasons): without = reasons.first?.text ?? ""
        }
        return
            "a step: \(CountText.number(step.week.outflow)) in the week of \(day(step.week.week.monday, of: model)); "
            + "without it \(without)"
    }

    private static func text(_ backtest: Backtest, of model: Model) -> [String] {
        var lines: [String] = []
        switch backtest.fourWeeksAgo {
        case .met: lines.append("4 weeks ago: met")
        case .refused(let reasons): lines.append("4 weeks ago: " + (reasons.first?.text ?? ""))
        case .dates(let dates):
            let (early, late) = (dates.p50.map { day($0, of: model) }, dates.p85.map { day($0, of: model) })
            lines.append("4 weeks ago: \(early ?? "over 2 years") to \(late ?? "over 2 years")")
        }
        if backtest.due > 0 { lines.append("P85 kept \(backtest.kept) of \(backtest.due) times") }
        return lines
    }

    /// How it was made, in a line.
    private static func method() -> String {
        "\(CountText.number(Bootstrap.runs)) futures drawn from these weeks"
    }

    /// The same in as many words as fit; the last one, `no date: Missing methods`, may still be cut.
    static func slowest(_ board: ForecastBoard, of model: Model, width: Int) -> Line? {
        guard let full = slowest(board, of: model) else { return nil }
        guard DisplayWidth.of(full.text) > width, case .noDate(let entry, _) = board.slowest else { return full }
        let named = "all targets: no date (\(entry.title))"
        return Line(DisplayWidth.of(named) <= width ? named : "no date: \(entry.title)", full.ink)
    }

    /// `all targets: 7 Mar (Duplicate classes)`, or the one that has no date.
    static func slowest(_ board: ForecastBoard, of model: Model) -> Line? {
        switch board.slowest {
        case nil: return nil
        case .allMet: return Line("all targets are met", Ink(.good))
        case .day(let day?, let entry): return Line("all targets: \(self.day(day, of: model)) (\(entry.title))")
        case .day(nil, let entry): return Line("all targets: not within 2 years (\(entry.title))", Ink(.warn))
        case .noDate(let entry, let reason):
            return Line("all targets: no date (\(entry.title): \(reason.shortText))", Ink(.warn))
        }
    }

    /// `7 Nov`, with the year when it is another than the snapshot's.
    static func day(_ day: Day, of model: Model) -> String {
        WhenText.day(day, year: model.referenceDay.civil.year)
    }

    static func ink(_ standing: ForecastStanding) -> Ink {
        switch standing {
        case .met: Ink(.good)
        case .onCourse, .undated: .muted
        case .uncertain: Ink(.warn)
        case .late: Ink(.bad)
        case .noDate(.growing): Ink(.bad)
        case .noDate: Ink(.warn)
        }
    }

    /// The sign of a standing in a table of targets.
    static func glyph(_ standing: ForecastStanding, _ glyphs: GlyphSet) -> Unicode.Scalar {
        switch standing {
        case .met: glyphs.bullet
        case .onCourse, .uncertain, .undated: glyphs.circle
        case .late: glyphs.fail
        case .noDate: glyphs.dash
        }
    }

    /// In a narrow column: `on course`, `late 8 d`, `62 %`, `growing`, `no date`.
    static func word(_ standing: ForecastStanding) -> String {
        switch standing {
        case .uncertain(let chance): "\(percent(chance)) %"
        case .noDate(.growing): "growing"
        case .noDate, .undated: "no date"
        default: standing.text
        }
    }

    static func rate(_ perWeek: Double) -> String {
        CountText.number(perWeek >= 10 ? perWeek.rounded() : (perWeek * 10).rounded() / 10)
    }

    /// Rounded down, so that only what is certain shows 100.
    static func percent(_ share: Double) -> Int { Int(share * 100 + 1e-9) }
}

extension ForecastStanding {
    var isLate: Bool { if case .late = self { true } else { false } }
}
