/// Changes that come close together and are looked at once: when it has become quiet, since whoever writes a file writes
/// it in several steps, and after a while even where it never does.
struct Burst {
    static let quiet = Duration.milliseconds(15)
    static let longest = Duration.milliseconds(500)

    private var begin: ContinuousClock.Instant?
    /// When to look; nil while nothing has changed.
    private(set) var due: ContinuousClock.Instant?

    /// Something changed.
    mutating func add(at now: ContinuousClock.Instant) {
        let first = begin ?? now
        begin = first
        due = min(now + Self.quiet, first + Self.longest)
    }

    /// Something has been put off and is to be looked at without waiting.
    mutating func hurry(at now: ContinuousClock.Instant) {
        begin = begin ?? now
        due = now
    }

    /// Whether it is time to look; then the burst is over.
    mutating func isOver(at now: ContinuousClock.Instant) -> Bool {
        guard let due, now >= due else { return false }
        self = Burst()
        return true
    }
}
