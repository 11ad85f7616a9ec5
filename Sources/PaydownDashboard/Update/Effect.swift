import PaydownCore

/// What `update` wants done outside; data, so that a test compares it. None is run by `update` itself.
package enum Effect: Equatable, Sendable {
    package enum TimerID: Equatable, Hashable, Sendable {
        /// The toast goes.
        case toast
        /// The cursor has rested: the preview may be read.
        case preview
        /// A scan runs: its sign turns.
        case spinner
    }

    /// A place to open in an editor; line is 1-based, 0 for the file as a whole.
    package struct Location: Hashable, Sendable {
        package var path: String
        package var line: Int

        package init(path: String, line: Int) {
            self.path = path
            self.line = line
        }
    }

    case load(SnapshotID)
    case compare(baseline: SnapshotID, current: SnapshotID)
    case list(ListingQuery)
    /// Forecasts for all targets, one measure looked at closely, what came in and went out between snapshots.
    case forecast(ForecastBoard.Query)
    case look(Outlook.Query)
    case flows([FlowLedger.Pair])
    /// Reads the snapshots before one, oldest first, for the ages of its findings; answered by `traced`.
    case trace(SnapshotID, past: [SnapshotID])
    case preview(path: String)
    /// Asks the project's repository; a newer question replaces the one before. Answered by `attributed`.
    case attribute(Authorship.Question)
    case edit([Location])
    case copy(text: String, what: String)
    /// Prints the text on the normal screen until a key is pressed.
    case dump([String])
    /// Sends `timer` after that many milliseconds; a later one of the same id replaces it.
    case timer(TimerID, milliseconds: Int)
    /// Scans the project and keeps the snapshot; answered by `scanned` or `scanFailed`.
    case scan(ScanState.Scope)
    case showTheme(String)
    case setMouse(Bool)
    case redraw
    case suspend
    case quit
}
