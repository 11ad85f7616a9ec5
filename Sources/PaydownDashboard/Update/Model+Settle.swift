import PaydownCore

extension Model {
    /// Asks for whatever the present state needs and does not have: findings, comparison, list, preview.
    ///
    /// Called after every event, so no handler has to remember what a change of place or time entails.
    mutating func settle() -> [Effect] {
        settleFindings() + settleComparison() + settleListing() + settleRest() + settlePreview()
            + settleSources() + settleAuthor() + settleForecast() + settleBirths()
    }

    private mutating func settleFindings() -> [Effect] {
        var effects: [Effect] = []
        for id in [current, baseline] {
            guard let id, let entry = archive[id], !pending.loads.contains(id) else { continue }
            switch entry.content {
            case .header: break
            case .loaded where pending.changed.contains(id): break
            default: continue
            }
            // What is on the screen comes first; the baseline when it is here.
            if id == baseline, id != current, shown == nil { continue }
            pending.loads.insert(id)
            pending.changed.remove(id)
            effects.append(.load(id))
        }
        return effects
    }

    private mutating func settleComparison() -> [Effect] {
        guard let current, let baseline, current != baseline else {
            comparison = nil
            return []
        }
        let (old, new) = (archive.loaded(baseline), archive.loaded(current))
        if let comparison, !comparison.isOf(old, new) { self.comparison = nil }
        let pair = Pending.Pair(baseline: baseline, current: current)
        guard comparison == nil, pending.comparison != pair, old != nil, new != nil else { return [] }
        pending.comparison = pair
        return [.compare(baseline: baseline, current: current)]
    }

    private mutating func settleListing() -> [Effect] {
        guard let check, check.id != "golden-path", let shown else { return [] }
        switch place.screen {
        case .imports, .factory, .duplicates: break
        default: return []
        }
        var state = checkState
        let query = ListingQuery(
            snapshot: shown.id, baseline: archive.loaded(baseline)?.id, check: check.id, grouping: state.grouping,
            sort: state.sort, isDescending: state.isDescending, filter: state.filter, onlyChanges: onlyChanges,
            hasComparison: comparison != nil, hasBirths: births(of: shown) != nil, hidden: hidden)
        guard query != state.query else { return [] }
        state.query = query
        checkState = state
        return [.list(query)]
    }

    mutating func take(_ listing: Listing) -> [Effect] {
        let id = listing.query.check
        guard var state = checks[id], state.query == listing.query else { return [] }
        let (old, selected) = (state.tree.listing, state.tree.selected)
        let finding = selected?.child == nil ? nil : state.tree.selectedFinding
        let grouping = old?.query.grouping
        state.tree.apply(listing)
        if listing.isWhole, !listing.query.filter.isEmpty, listing.rows.count <= 2000 {
            state.tree.setAllExpanded(true)
        }
        if let grouping, grouping != listing.query.grouping { state.tree.setAllExpanded(false) }
        state.fulfilWish()
        state.rested = state.tree.selected
        if check?.id == id { state.tree.reveal(height: listHeight) }
        checks[id] = state
        guard check?.id == id, let finding, isNews(listing, after: old), !listing.contains(finding) else { return [] }
        let text = "fixed: \(finding.symbol) at \(finding.path):\(finding.line)"
        guard let toast else { return show(Toast(text), seconds: 3) }
        return show(Toast(toast.text + "; " + text, kind: .news))
    }

    /// Whether a listing answers the same question as the one before, of a newer snapshot that came by itself.
    private func isNews(_ listing: Listing, after old: Listing?) -> Bool {
        guard listing.isWhole, var query = old?.query, old?.current !== listing.current,
            toast == nil || toast?.kind == .news,
            !isCurrentChosen
        else { return false }
        query.snapshot = listing.query.snapshot
        query.baseline = listing.query.baseline
        query.hasComparison = listing.query.hasComparison
        query.hasBirths = listing.query.hasBirths
        return query == listing.query
    }

    /// The panes beside the list follow the cursor when it has rested for a moment, so that running through a
    /// list repaints no more than two rows.
    private mutating func settleRest() -> [Effect] {
        guard isListScreen, checkState.rested != checkState.tree.selected else { return [] }
        guard checkState.rested != nil, isPreviewShown, sizeClass > .narrow else {
            rest()
            return []
        }
        guard pending.resting != checkState.tree.selected else { return [] }
        pending.resting = checkState.tree.selected
        return [.timer(.preview, milliseconds: 40)]
    }

    mutating func rest() {
        pending.resting = nil
        guard isListScreen, checkState.rested != checkState.tree.selected else { return }
        checkState.rested = checkState.tree.selected
        scroll[.preview] = 0
    }

    private mutating func settlePreview() -> [Effect] {
        guard let path = wantedPath, !path.isEmpty else { return [] }
        guard preview?.path != path else { return [] }
        let isFirst = preview == nil
        preview = Preview(path: path, content: .loading)
        scroll[.preview] = 0
        if isFirst || isListScreen { return [.preview(path: path)] }
        pending.preview = path
        return [.timer(.preview, milliseconds: 40)]
    }

    /// The file that the preview shows.
    private var wantedPath: String? {
        switch place.screen {
        case .imports, .factory, .duplicates:
            guard isPreviewShown, sizeClass > .narrow else { return nil }
            return atRest.checkState.tree.selectedFinding?.path
        case .goldenPath:
            return selectedTest?.path
        default:
            return nil
        }
    }

    mutating func take(_ result: Preview) {
        pending.sources.remove(result.path)
        if sources[result.path] != nil { sources[result.path] = result }
        if preview?.path == result.path {
            preview = result
            isSourceMissing = result.content.isMissing
        }
    }

    /// The files of the definitions that stand side by side.
    private mutating func settleSources() -> [Effect] {
        guard isListScreen else { return [] }
        let wanted = CompareView.wantedPaths(atRest)
        for path in sources.keys where !wanted.contains(path) { sources[path] = nil }
        var effects: [Effect] = []
        for path in wanted where sources[path] == nil {
            if preview?.path == path, case .lines = preview?.content {
                sources[path] = preview
                continue
            }
            sources[path] = Preview(path: path, content: .loading)
            if pending.sources.insert(path).inserted { effects.append(.preview(path: path)) }
        }
        return effects
    }

    /// A file may have changed under an editor: what is shown of it is read again.
    mutating func sourcesChanged() -> [Effect] {
        Set(sources.keys).union([preview?.path].compactMap(\.self)).sorted().map { .preview(path: $0) }
    }

    /// The selected test of the golden path.
    package var selectedTest: TestOutcome? {
        guard let header else { return nil }
        let shown = golden.shown(header.tests)
        let index = golden.index(in: shown)
        return shown.indices.contains(index) ? shown[index] : nil
    }
}
