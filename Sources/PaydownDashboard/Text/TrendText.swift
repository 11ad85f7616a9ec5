import PaydownCore
import PaydownScreen

/// A trend in words: in which direction, from where to where.
package enum TrendText {
    /// `growing: 214 on 22 Aug → 1 901`
    package static func fact(_ trend: Trend, of model: Model) -> String {
        guard let begin = trend.begin, let last = trend.last else { return "" }
        guard trend.points.count > 1 else { return CountText.number(last.value) + " open" }
        let year = model.referenceDay.civil.year
        let day = WhenText.day(Day(number: Int(begin.day.rounded(.down))), year: year)
        let arrow = model.glyphs.arrow
        return "\(trend.direction): \(CountText.number(begin.value)) on \(day) \(arrow) \(CountText.number(last.value))"
    }
}
