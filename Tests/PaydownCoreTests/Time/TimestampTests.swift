import PaydownCore
import Testing

@Suite struct TimestampTests {
    @Test func `moments count from 1970 in UTC`() {
        #expect(Timestamp("1970-01-01T00:00:00Z")?.seconds == 0)
        #expect(Timestamp("2025-09-14T15:49:15-07:00")?.seconds == 1_757_890_155)
        #expect(Timestamp("1970-01-01T02:00:00+02:00")?.seconds == 0)
        #expect(Timestamp("1969-12-31T23:59:59Z")?.seconds == -1)
        #expect(Timestamp("2001-09-09T01:46:40Z")?.seconds == 1_000_000_000)
    }

    @Test(arguments: [
        "2025-09-14T15:49:15-07:00", "2025-09-14T15:49:15Z", "2025-09-14T00:00:00+05:45", "1969-07-20T20:17:40Z",
        "2025-12-31T23:59:59-11:30", "0001-01-01T00:00:00+14:00",
    ])
    func `a moment is written as it was read`(text: String) {
        #expect(Timestamp(text)?.iso == text)
    }

    @Test func `fractions are dropped, a space stands for the T, a leap second is the one before`() {
        #expect(Timestamp("2025-09-14T15:49:15.999Z")?.iso == "2025-09-14T15:49:15Z")
        #expect(Timestamp("2025-09-14 15:49:15+00:00")?.iso == "2025-09-14T15:49:15Z")
        #expect(Timestamp("2016-12-31T23:59:60Z")?.iso == "2016-12-31T23:59:59Z")
    }

    @Test(arguments: [
        "", "2025-09-14", "2025-09-14T15:49:15", "2025-09-14T15:49Z", "2025-09-14T24:00:00Z", "2025-09-14T15:60:00Z",
        "2025-09-14T15:49:61Z", "2025-09-14T15:49:15.Z", "2025-09-14T15:49:15z", "2025-09-14T15:49:15+0700",
        "2025-09-14T15:49:15+24:00", "2025-09-14T15:49:15+07:60", "2025-02-29T00:00:00Z", "2025-09-14T15:49:15Z ",
        " 2025-09-14T15:49:15Z", "2025-09-14T15:49:15-7:00", "2025-09-14T15:49:15.5", "2025-09-14X15:49:15Z",
    ])
    func `what is no moment is refused`(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func `the day is that of the people who were there`() {
        #expect(Timestamp("2025-09-14T23:30:00-07:00")?.day.iso == "2025-09-14")
        #expect(Timestamp("2025-09-14T00:30:00+14:00")?.day.iso == "2025-09-14")
        #expect(Timestamp("1969-12-31T00:00:00Z")?.day.iso == "1969-12-31")
    }

    @Test func `the time of day is that of the people who were there`() throws {
        let time = try #require(Timestamp("2025-09-14T15:49:15-07:00")).timeOfDay

        #expect(time == (15, 49, 15))
    }

    @Test func `moments are ordered by the instant`() throws {
        let earlier = try #require(Timestamp("2025-09-14T15:00:00+02:00"))
        let later = try #require(Timestamp("2025-09-14T14:00:00Z"))

        #expect(earlier < later)
        #expect(!(later < earlier))
    }
}
