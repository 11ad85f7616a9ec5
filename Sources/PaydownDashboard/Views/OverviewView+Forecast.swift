import PaydownCore
import PaydownScreen
import PaydownWidgets

extension OverviewView {
    /// For each check when its target is met, and below them the slowest of all targets.
    static func drawForecast(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        let day = model.outdated == nil ? nil : model.header.map { ForecastText.day($0.takenAt.day, of: model) }
        Heading(
            "FORECAST", detail: buffer.width >= 60 ? "by when 85 of 100 futures get there" : "",
            fact: day.map { "as of " + $0 } ?? "", isFocused: isFocused
        )
        .draw(on: &buffer)
        guard let board = model.shownBoard else {
            buffer.write("being calculated", x: 1, y: 1, ink: .muted)
            return
        }
        let entries = board.byCheck
        guard !entries.isEmpty, let slowest = ForecastText.slowest(board, of: model, width: buffer.width - 2)
        else {
            buffer.write("No target that is measured: nothing to forecast.", x: 1, y: 1, ink: .muted)
            return
        }
        let room = max(0, buffer.height - 1)
        // The line for all targets is what people ask for; it does not fall off the lower edge.
        let shown = min(entries.count, max(0, room - 1))
        let top = min(max(0, model.scroll[.forecast] ?? 0), entries.count - shown)
        for (line, entry) in entries.dropFirst(top).prefix(shown).enumerated() {
            draw(entry, y: line + 1, of: model, on: &buffer)
        }
        guard room > 0 else { return }
        buffer.write(slowest.text, x: 1, y: shown + 1, ink: slowest.ink, limit: buffer.width - 2)
    }

    /// `Imports   Import paths   ≤ 1    7 Jan   on course`
    private static func draw(_ entry: ForecastBoard.Entry, y: Int, of model: Model, on buffer: inout Buffer) {
        let right = buffer.width - 1
        let standing = entry.standing
        let isWide = buffer.width >= 60
        let word = isWide ? standing.text : ForecastText.word(standing)
        let wordX = right - (isWide ? 18 : 9)
        buffer.write(word, x: wordX, y: y, ink: ForecastText.ink(standing), limit: right - wordX + 1)
        let date = entry.forecast.dates.map { dates in dates.p85.map { ForecastText.day($0, of: model) } ?? "2 years +"
        }
        buffer.write(date ?? "", endingAt: wordX - 2, y: y, ink: .text)
        let goal = PlanView.goalText(entry.target.target, buffer.glyphs)
        let goalEnd = wordX - 9
        buffer.write(goal, endingAt: goalEnd, y: y, ink: .muted)
        let goalX = goalEnd - DisplayWidth.of(goal)
        guard isWide else {
            buffer.write(entry.check, x: 1, y: y, limit: max(0, goalX - 2))
            return
        }
        buffer.write(entry.check, x: 1, y: y, limit: 13)
        buffer.write(entry.title, x: 15, y: y, ink: .muted, limit: max(0, goalX - 16))
    }
}
