/// The tests and limits that must hold throughout.
package struct GoldenPath: Equatable, Sendable {
    /// A limit for a property that tests report.
    package struct Limit: Equatable, Sendable {
        package enum Statistic: String, CaseIterable, Sendable {
            case last
            case max
            case min
            case mean
            case median
            case p90
            case p95
            case p99
            case sum
        }

        /// The name of the property.
        package var metric: String
        package var title: String
        package var statistic: Statistic
        package var unit: String
        /// The value must stay under it, when there is one.
        package var below: Double?
        /// The value must reach it, when there is one.
        package var atLeast: Double?

        /// Decodes one `[[golden-path.limit]]`.
        init(from settings: inout SettingReader) {
            metric = settings.requiredString("metric")
            title = settings.string("title") ?? metric
            statistic = settings.choice("statistic", Statistic.self) ?? .last
            unit = settings.string("unit") ?? ""
            below = settings.number("below")
            atLeast = settings.number("at-least")
            if below == nil, atLeast == nil { settings.require("below") }
        }
    }

    /// Files of results, as globs.
    package var reports: [String]
    /// The program that runs the tests, and its arguments; never given to a shell.
    package var command: [String]
    /// Files of tests that must pass, as globs.
    package var mustPass: [String]
    /// The names of events that must be delivered.
    package var events: [String]
    package var limits: [Limit]

    /// Decodes `[golden-path]`.
    package init(from settings: inout SettingReader) {
        reports = settings.strings("reports") ?? []
        command = settings.strings("command") ?? []
        mustPass = settings.strings("must-pass") ?? []
        events = settings.strings("events") ?? []
        limits = settings.tables("limit") { Limit(from: &$0) }
    }
}
