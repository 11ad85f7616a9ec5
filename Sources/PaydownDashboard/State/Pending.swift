import PaydownScreen

/// What has been asked for and has not come back, so that nothing is asked twice.
package struct Pending: Equatable, Sendable {
    package struct Pair: Hashable, Sendable {
        package var baseline: SnapshotID
        package var current: SnapshotID
    }

    package var loads: Set<SnapshotID> = []
    /// Files that were written again since they were read: to be read again when they are wanted.
    package var changed: Set<SnapshotID> = []
    package var comparison: Pair?
    /// Where the cursor is while it has not rested long enough.
    package var resting: TreeState.Position?
    /// The path whose preview waits for the cursor to rest, on the golden path.
    package var preview: String?
    package var sources: Set<String> = []
    /// Who did it is being asked of the repository.
    package var author: Authorship.Question?
    package var board: ForecastBoard.Query?
    package var outlook: Outlook.Query?
    /// The snapshot whose findings' ages are being worked out.
    package var births: SnapshotID?
    /// Asked for once: what cannot be read stays out.
    package var flows: Set<FlowLedger.Pair> = []

    /// Keys for a list that is not here yet; they are pressed when it comes.
    package var keys: [Key] = []

    package init() {}
}
