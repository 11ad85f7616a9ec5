/// What became of one test of the golden path.
package struct TestOutcome: Equatable, Sendable {
    package enum Status: String, CaseIterable, Sendable {
        case passed
        case failed
        case error
        case skipped
        case xfailed
        case xpassed
        case flaky

        /// Whether the test stands in the way of the golden path.
        package var isFailure: Bool {
            switch self {
            case .failed, .error, .xpassed: true
            case .passed, .skipped, .xfailed, .flaky: false
            }
        }

        /// Whether the test did what it should; a flaky one did in the end.
        package var isPass: Bool {
            switch self {
            case .passed, .flaky, .xfailed: true
            case .failed, .error, .xpassed, .skipped: false
            }
        }
    }

    package var suite: String
    package var name: String
    package var status: Status
    /// Seconds; nil when not known.
    package var duration: Double?
    package var message: String
    /// The traceback or log, several lines.
    package var details: String
    package var path: String
    /// 1-based; 0 when not known.
    package var line: Int
    package var attempts: Int

    package init(
        suite: String, name: String, status: Status, duration: Double? = nil, message: String = "",
        details: String = "", path: String = "", line: Int = 0, attempts: Int = 1
    ) {
        self.suite = suite
        self.name = name
        self.status = status
        self.duration = duration
        self.message = message
        self.details = details
        self.path = path
        self.line = line
        self.attempts = attempts
    }
}
