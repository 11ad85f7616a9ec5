import PaydownCore
import PaydownScreen

/// What can happen: a person's doing, or the answer to an effect.
package enum Event: Equatable, Sendable {
    case input(InputEvent)
    /// The time of the next event; sent before it.
    case clock(Timestamp)

    /// Snapshots have been met, with their headers as far as they could be read.
    ///
    /// - Parameter isAll: whether all places have been looked at by now; the newest is told before that.
    case found([Archive.Entry], isAll: Bool = true)
    case loading(SnapshotID, fraction: Double)
    case loaded(LoadedSnapshot)
    case failed(SnapshotID, message: String)
    /// A snapshot that is there and cannot be read at all: why not.
    case unreadable(String)
    /// A file or folder that is no snapshot at all, a configuration problem: for the list of problems.
    case notice(String)
    /// Whether there is a project to scan: nil when there is, else why not.
    case scannable(obstacle: String?)
    /// How far the running scan is, in files.
    case scanning(done: Int, total: Int)
    case scanned(ScanNews)
    /// Why the scan came to nothing, a sentence each.
    case scanFailed([String])
    case compared(Comparison)
    case listed(Listing)
    case forecasted(ForecastBoard)
    case looked(Outlook)
    case flowed([FlowLedger.Pair: SnapshotFlow])
    case traced(TracedBirths)
    case previewed(Preview)
    case attributed(Authorship.Question, Authorship.Answer)

    case copied(what: String, how: String)
    case copyFailed(String)
    /// Back from the editor, or why it could not be started; whether a file is another than before.
    case edited(problem: String?, hasChanged: Bool = false)
    case timer(Effect.TimerID)
    case themes(names: [String])
    case themeShown(name: String)
    case themeFailed(message: String)
    case configured(KeyBindings, problems: [String])
    case mouse(isOn: Bool)
}
