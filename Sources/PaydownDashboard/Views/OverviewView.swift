import PaydownCore
import PaydownScreen
import PaydownWidgets

/// The whole on one screen: a card for each check, the plan's phases, what moved, and the trend.
enum OverviewView: ScreenView {
    static func layout(_ model: Model, in size: Size) -> [PartFrame] {
        let checks = model.header?.checks.count ?? 0
        if model.isAccessible, model.sizeClass > .small { return linearLayout(in: size) }
        switch model.sizeClass {
        case .tiny, .narrow:
            return [PartFrame(.cards, Rect(size))]
        case .small:
            let (cards, phases) = Rect(size).split(bottom: size.height >= 12 ? 4 : 0)
            return phases.isEmpty ? [PartFrame(.cards, cards)] : [PartFrame(.cards, cards), PartFrame(.phases, phases)]
        case .medium:
            return mediumLayout(cards: checks, in: size)
        case .large:
            return largeLayout(cards: checks, in: size)
        }
    }

    /// Cards and trend at the left, phases and movements in a rail.
    private static func mediumLayout(cards count: Int, in size: Size) -> [PartFrame] {
        let rows = cardRows(count, width: size.width * 2 / 3)
        let (upper, chart) = Rect(size).split(top: min(rows * 10, size.height - 12))
        let (cards, rail) = upper.split(left: upper.width * 2 / 3)
        let inner = rail.inset(left: 1)
        let (phases, rest) = inner.split(top: min(phaseLines, inner.height / 2))
        let (forecast, moved) = rest.split(top: rest.height >= 10 ? min(3 + count, 8) : 0)
        return [PartFrame(.cards, cards), PartFrame(.phases, phases)]
            + (forecast.isEmpty ? [] : [PartFrame(.forecast, forecast.inset(bottom: 1))])
            + [PartFrame(.moved, moved.inset(bottom: 1)), PartFrame(.chart, chart.inset(bottom: 1))]
    }

    /// One below the other, for reading aloud.
    private static func linearLayout(in size: Size) -> [PartFrame] {
        let (cards, below) = Rect(size).split(top: size.height * 9 / 20)
        let (phases, rest) = below.split(top: min(2 + phaseLines, below.height / 2))
        let (forecast, others) = rest.split(top: rest.height / 3)
        let (moved, chart) = others.split(top: others.height / 2)
        return [
            PartFrame(.cards, cards), PartFrame(.phases, phases), PartFrame(.forecast, forecast),
            PartFrame(.moved, moved), PartFrame(.chart, chart),
        ]
    }

    private static func largeLayout(cards count: Int, in size: Size) -> [PartFrame] {
        let rows = cardRows(count, width: size.width)
        let (cards, below) = Rect(size).split(top: min(rows * 12, size.height / 2))
        let (middle, lower) = below.split(bottom: below.height >= 34 ? 17 : 0)
        let (chart, rail) = middle.split(left: middle.width * 5 / 8)
        let inner = rail.inset(left: 1)
        let (phases, rest) = inner.split(top: min(phaseLines, inner.height / 2))
        let (forecast, moved) = rest.split(top: min(4 + count, max(0, rest.height - 6)))
        let (hot, next) = lower.split(top: 10)
        let frames = [
            PartFrame(.cards, cards), PartFrame(.chart, chart.inset(bottom: 1)), PartFrame(.phases, phases),
            PartFrame(.forecast, forecast.inset(bottom: 1)), PartFrame(.moved, moved.inset(bottom: 1)),
        ]
        return lower.isEmpty ? frames : frames + [PartFrame(.hotFiles, hot), PartFrame(.why, next)]
    }

    /// The heading, three phases of two lines each, and a gap.
    private static let phaseLines = 8

    private static func cardRows(_ count: Int, width: Int) -> Int {
        let columns = OverviewGrid.columns(cards: count, width: width)
        return max(1, (count + columns - 1) / columns)
    }

    static func draw(_ part: Part, isFocused: Bool, of model: Model, on buffer: inout Buffer) {
        switch part {
        case .cards:
            if model.sizeClass == .tiny {
                drawLines(model, on: &buffer)
            } else {
                drawCards(model, isFocused, on: &buffer)
            }
        case .phases:
            if model.sizeClass == .small && buffer.height <= 4 {
                drawCurrentPhase(model, isFocused, on: &buffer)
            } else {
                drawPhases(model, isFocused, on: &buffer)
            }
        case .moved: drawMoved(model, isFocused, on: &buffer)
        case .forecast: drawForecast(model, isFocused, on: &buffer)
        case .chart: drawTrend(model, isFocused, on: &buffer)
        case .hotFiles: drawHotFiles(model, isFocused, on: &buffer)
        case .why: drawNextSteps(model, isFocused, on: &buffer)
        default: break
        }
    }

    static func path(_ model: Model) -> (crumbs: [String], facts: String) {
        guard let header = model.header else { return (["Overview"], "") }
        let moment = WhenText.moment(header.takenAt, year: model.now.day.civil.year)
        let age = " \(Character(model.glyphs.dot)) " + WhenText.age(header.takenAt, now: model.now)
        // Beside both there is no room for what could not be read, which must be seen.
        let when = model.size.width < 50 ? moment : moment + age
        let length: CoverageNote.Length =
            model.sizeClass >= .medium ? .full : model.sizeClass >= .small ? .short : .shortest
        return ([when], CoverageNote.line(header.coverage, length, model.glyphs))
    }

    static func hints(_ model: Model) -> [ActionID] {
        [.enter, .partNext, .partZoom, .sinceBaseline, .sinceOlder, .palette, .close]
    }

    static func status(_ model: Model) -> String {
        let checks = model.header?.checks.count ?? 0
        return checks > 1 ? "\(min(model.overview.card, checks - 1) + 1)/\(checks)" : ""
    }
}
