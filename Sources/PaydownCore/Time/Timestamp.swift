/// A moment with the offset it was written in, as ISO 8601 has it: `2025-09-14T15:49:15-07:00`.
///
/// Moments compare by the instant; the offset is kept so that a snapshot is shown in the time of the
/// people who took it, and is written back as it was read. Fractions of a second are read and dropped.
package struct Timestamp: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int
    /// Minutes east of UTC.
    package let offsetMinutes: Int

    package init(seconds: Int, offsetMinutes: Int = 0) {
        self.seconds = seconds
        self.offsetMinutes = offsetMinutes
    }

    /// Reads `YYYY-MM-DDTHH:MM:SS[.fraction](Z|±HH:MM)`; nil for anything else, since a time without an
    /// offset is no moment.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        func digits(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard bytes.count >= 20, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54 || bytes[10] == 0x20,
            bytes[13] == 0x3A, bytes[16] == 0x3A,
            let year = digits(0..<4), let month = digits(5..<7), let dayOfMonth = digits(8..<10),
            let hour = digits(11..<13), let minute = digits(14..<16), let second = digits(17..<19),
            let day = Day(year: year, month: month, day: dayOfMonth), hour < 24, minute < 60, second <= 60
        else { return nil }
        var index = 19
        if bytes[index] == 0x2E {
            index += 1
            let begin = index
            while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
            guard index > begin else { return nil }
        }
        guard index < bytes.count else { return nil }
        var offset = 0
        switch bytes[index] {
        case 0x5A:
            guard bytes.count == index + 1 else { return nil }
        case 0x2B, 0x2D:
            guard bytes.count == index + 6, bytes[index + 3] == 0x3A,
                let hours = digits(index + 1..<index + 3), let minutes = digits(index + 4..<index + 6),
                hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (bytes[index] == 0x2D ? -1 : 1)
        default:
            return nil
        }
        self.init(
            seconds: day.number * 86_400 + hour * 3600 + minute * 60 + min(second, 59) - offset * 60,
            offsetMinutes: offset)
    }

    /// The calendar day in the timestamp's own offset.
    package var day: Day {
        let local = seconds + offsetMinutes * 60
        return Day(number: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
    }

    /// Hour and minute in the timestamp's own offset, 24-hour clock.
    package var timeOfDay: (hour: Int, minute: Int, second: Int) {
        let local = seconds + offsetMinutes * 60 - day.number * 86_400
        return (local / 3600, local / 60 % 60, local % 60)
    }

    /// `2025-09-14T15:49:15-07:00`, with `Z` for an offset of zero.
    package var iso: String {
        let (hour, minute, second) = timeOfDay
        let clock = padded(hour, 2) + ":" + padded(minute, 2) + ":" + padded(second, 2)
        if offsetMinutes == 0 { return day.iso + "T" + clock + "Z" }
        let magnitude = abs(offsetMinutes)
        let sign = offsetMinutes < 0 ? "-" : "+"
        return day.iso + "T" + clock + sign + padded(magnitude / 60, 2) + ":" + padded(magnitude % 60, 2)
    }
}

extension Timestamp: Comparable {
    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.seconds, left.offsetMinutes) < (right.seconds, right.offsetMinutes)
    }
}
