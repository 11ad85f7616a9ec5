/// A week from Monday to Sunday, counted as ISO 8601 counts weeks.
package struct Week: Hashable, Comparable, Sendable {
    /// Weeks since the one that has 1 January 1970 in it.
    package let number: Int

    package init(number: Int) {
        self.number = number
    }

    /// The week that has that day in it.
    package init(_ day: Day) {
        // 1 January 1970 was a Thursday, three days after its Monday.
        let shifted = day.number + 3
        number = shifted >= 0 ? shifted / 7 : (shifted - 6) / 7
    }

    package var monday: Day { Day(number: number * 7 - 3) }
    package var sunday: Day { monday.adding(days: 6) }

    /// The year and the number of the week in it, 1...53: a week belongs to the year that has its Thursday.
    package var iso: (year: Int, week: Int) {
        let thursday = monday.adding(days: 3)
        let year = thursday.civil.year
        guard let newYear = Day(year: year, month: 1, day: 1) else { return (year, 1) }
        return (year, thursday.days(since: newYear) / 7 + 1)
    }

    package func adding(weeks: Int) -> Week {
        Week(number: number + weeks)
    }

    package static func < (left: Week, right: Week) -> Bool {
        left.number < right.number
    }
}
