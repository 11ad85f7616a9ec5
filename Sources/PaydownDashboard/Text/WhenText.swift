import PaydownCore

/// Moments and days as the screen writes them: short, without locale.
package enum WhenText {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `28 Nov`, with the year when it is not `year`.
    package static func day(_ day: Day, year: Int? = nil) -> String {
        let civil = day.civil
        let text = String(civil.day) + " " + months[civil.month - 1]
        return year == nil || year == civil.year ? text : text + " " + String(civil.year)
    }

    /// `Fri 28 Nov`
    package static func weekday(_ day: Day, year: Int? = nil) -> String {
        weekdays[day.weekday] + " " + self.day(day, year: year)
    }

    /// `Mon 23 Nov 08:30`, in the offset of the timestamp.
    package static func moment(_ moment: Timestamp, year: Int? = nil) -> String {
        weekday(moment.day, year: year) + " " + clock(moment)
    }

    /// `08:30`
    package static func clock(_ moment: Timestamp) -> String {
        let (hour, minute, _) = moment.timeOfDay
        return (hour < 10 ? "0" : "") + String(hour) + ":" + (minute < 10 ? "0" : "") + String(minute)
    }

    /// `12 min ago`, `3 h ago`, `5 days ago`; `just now` below a minute, and for what lies ahead of the clock.
    package static func age(_ moment: Timestamp, now: Timestamp) -> String {
        let seconds = now.seconds - moment.seconds
        if seconds < 60 { return "just now" }
        if seconds < 3600 { return "\(seconds / 60) min ago" }
        if seconds < 48 * 3600 { return "\(seconds / 3600) h ago" }
        return "\(seconds / 86_400) days ago"
    }
}
