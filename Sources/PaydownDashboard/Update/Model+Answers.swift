import PaydownCore

extension Model {
    /// The event that answers an effect by calculation alone; nil for effects that need the world.
    ///
    /// The values it works on are immutable and shared, so it may run on any thread.
    package func question(_ effect: Effect) -> (@Sendable (() -> Bool) -> Event?)? {
        switch effect {
        case .list(let query):
            guard let current = archive.loaded(query.snapshot) else { return nil }
            let builder = ListingBuilder(
                query, current: current, baseline: archive.loaded(query.baseline), comparison: comparison,
                births: births(of: current))
            return { isCancelled in builder.build(isCancelled: isCancelled).map { .listed($0) } }
        case .compare(let baseline, let current):
            guard let old = archive.loaded(baseline), let new = archive.loaded(current) else { return nil }
            let past = archive.past(of: current)
            return { _ in .compared(Comparison(from: old, to: new, past: past)) }
        default:
            return forecastQuestion(effect)
        }
    }

    /// What can be shown of a list before all findings are looked at; nil when nothing can.
    package func firstPage(_ effect: Effect) -> (@Sendable (() -> Bool) -> Event?)? {
        guard case .list(let query) = effect, let current = archive.loaded(query.snapshot) else { return nil }
        let builder = ListingBuilder(
            query, current: current, baseline: archive.loaded(query.baseline), comparison: comparison,
            births: births(of: current))
        let shown = checks[query.check]?.tree.listing
        return { isCancelled in builder.firstPage(after: shown, isCancelled: isCancelled).map { .listed($0) } }
    }
}
