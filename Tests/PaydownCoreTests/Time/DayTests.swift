import PaydownCore
import Testing

@Suite struct DayTests {
    @Test func `days count from 1970`() {
        #expect(Day("1970-01-01")?.number == 0)
        #expect(Day("1970-01-02")?.number == 1)
        #expect(Day("1969-12-31")?.number == -1)
        #expect(Day("2000-03-01")?.number == 11_017)
        #expect(Day("2025-09-14")?.number == 20_345)
    }

    @Test func `every day of four centuries follows the one before, as a calendar on the wall has it`() {
        var (year, month, day) = (1900, 1, 1)
        let first = Day(year: 1900, month: 1, day: 1)!.number
        for number in first..<(first + 146_097) {
            let civil = Day(number: number).civil
            #expect(civil == (year, month, day))
            #expect(Day(year: year, month: month, day: day)?.number == number)
            day += 1
            if day > Self.length(year, month) {
                day = 1
                month += 1
            }
            if month > 12 {
                month = 1
                year += 1
            }
        }
        #expect((year, month, day) == (2300, 1, 1))
    }

    /// The rule as it is taught.
    private static func length(_ year: Int, _ month: Int) -> Int {
        if month == 2 { return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    @Test(arguments: [
        "", "2025", "2025-9-14", "25-09-14", "2025-09-14T", "2025/09/14", "2025-00-01", "2025-13-01", "2025-01-00",
        "2025-01-32", "2025-02-29", "1900-02-29", "2025-04-31", "+025-01-01", "2025-+1-01", "２０２５-01-01", "2025-01-01 ",
    ])
    func `what is no day is refused`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "0000-03-01"])
    func `a day is written as it was read`(text: String) {
        #expect(Day(text)?.iso == text)
    }

    @Test func `weekdays begin on Monday`() {
        #expect(Day("2025-09-15")?.weekday == 0)
        #expect(Day("2025-09-14")?.weekday == 6)
        #expect(Day("1970-01-01")?.weekday == 3)
        #expect(Day("1969-12-29")?.weekday == 0)
        #expect(Day("1600-01-01")?.weekday == 5)
    }

    @Test func `days are added, subtracted and compared`() throws {
        let day = try #require(Day("2025-02-27"))

        #expect(day.adding(days: 2).iso == "2025-03-01")
        #expect(day.adding(days: -58).iso == "2024-12-31")
        #expect(day.adding(days: 2).days(since: day) == 2)
        #expect(day < day.adding(days: 1))
    }
}
