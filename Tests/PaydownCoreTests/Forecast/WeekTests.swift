import Testing

@testable import PaydownCore

struct WeekTests {
    @Test(arguments: [
        ("2020-12-28", 2020, 53), ("2021-01-03", 2020, 53), ("2021-01-04", 2021, 1), ("2026-12-31", 2026, 53),
        ("2027-01-03", 2026, 53), ("2024-12-30", 2025, 1), ("2018-12-31", 2019, 1), ("1970-01-01", 1970, 1),
    ])
    func `weeks are numbered as ISO 8601 numbers them, the 53rd included`(text: String, year: Int, week: Int) throws {
        let day = try #require(Day(text))

        #expect(Week(day).iso == (year, week))
    }

    @Test func `a week has seven days, from a Monday to a Sunday`() {
        for number in -800_000...(-799_000) {
            check(Day(number: number))
        }
        for number in -2000...30_000 {
            check(Day(number: number))
        }
    }

    private func check(_ day: Day) {
        let week = Week(day)
        #expect(week.monday.weekday == 0 && week.sunday.weekday == 6)
        #expect((week.monday...week.sunday).contains(day))
        #expect(Week(day.adding(days: 7)) == week.adding(weeks: 1))
    }
}
