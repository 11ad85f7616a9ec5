extension Model {
    /// Why an action cannot be done now, for people; nil when it can.
    package func disabledReason(_ id: ActionID) -> String? {
        if header == nil, Self.needsSnapshot(id) {
            return hasLooked && !isReading ? "there is no snapshot yet" : "the snapshot is being read"
        }
        switch id {
        case .sortOwner, .groupOwner:
            if !isListScreen { return "this works in the lists of findings: 1 to 3" }
            return shown?.owners == nil ? "no CODEOWNERS file says who owns what" : nil
        case .yankOwner:
            return selectedOwner == nil ? "nobody is known to own this file" : nil
        case .sortAge, .sortReturned, .groupAge:
            if !isListScreen { return "this works in the lists of findings: 1 to 3" }
            if let agesObstacle { return agesObstacle }
            return id == .sortReturned && births(of: shown)?.hasReturns == false ? "no finding here ever returned" : nil
        case .rescan, .rescanAll:
            return scan.isLookedFor ? nil : scan.obstacle
        case .sinceToggle:
            if baseline == nil { return "there is no baseline: one snapshot only" }
            if !isListScreen { return "changes are shown in the lists of findings: 1 to 3" }
            return nil
        case .sinceBaseline:
            return archive.timeline.count < 2 ? "there is only one snapshot to compare with" : nil
        case .sort, .group, .sortName, .sortCount, .sortPath, .sortDelta, .groupSymbol, .groupFile, .groupFolder,
            .groupRule, .treeExpandAll, .treeCollapseAll, .mark, .markGroup, .hide, .showHidden:
            return isListScreen ? nil : "this works in the lists of findings: 1 to 3"
        case .findFilter:
            return isListScreen || place.screen == .goldenPath ? nil : "filters work in lists: 1 to 4"
        case .findNext, .findPrevious:
            return isListScreen || place.screen == .goldenPath
                ? nil : "next goes through findings, definitions and failures: 1 to 4"
        case .previewToggle, .previewLarger, .previewSmaller:
            return previewObstacle(id)
        case .pairSwap, .onlyDifferences:
            guard place.screen == .duplicates else { return "this compares definitions: 3" }
            return CompareView.isActive(self) ? nil : "select a class with more than one definition first"
        case .onlyFailures:
            return place.screen == .goldenPath ? nil : "this works on the golden path: 4"
        case .timelineMeasure, .timelineWhatIf, .timelineZoomIn, .timelineZoomOut, .timelineEarlier, .timelineLater:
            return place.screen == .timeline ? nil : "this works on the timeline: 6"
        case .edit:
            return selectedLocation == nil ? "select a finding or a test first" : nil
        case .editMarked, .yankMarked:
            return marks.isEmpty ? "nothing is marked: space marks" : nil
        case .yank, .yankPlace, .yankPath, .yankName, .yankText, .yankSource, .yankMarkdown, .yankJSON:
            return selectedLocation == nil ? "select a finding or a test first" : nil
        default:
            return nil
        }
    }

    private static func needsSnapshot(_ id: ActionID) -> Bool {
        switch ActionTable.action(id).section {
        case .find, .view: true
        case .act: id != .rescan && id != .rescanAll
        case .move, .go, .app: false
        }
    }

    /// Whether one that was found is still on its way.
    private var isReading: Bool {
        archive.entries.contains { entry in
            switch entry.content {
            case .waiting, .header, .loading: true
            case .loaded, .failed: false
            }
        }
    }

    /// What there is to look at beside the list: nothing on other screens, and nothing beside a zoomed part.
    private func previewObstacle(_ id: ActionID) -> String? {
        let isSized = place.screen == .goldenPath && id != .previewToggle
        guard isListScreen || isSized else { return "the preview is beside the lists of findings: 1 to 3" }
        guard place.zoomed != nil else { return nil }
        let zoom = bindings.label(for: .partZoom, glyphs)
        return "one part fills the screen" + (zoom.isEmpty ? "" : ": \(zoom) shows the others")
    }

    /// Whether the screen is a list of findings.
    package var isListScreen: Bool {
        switch place.screen {
        case .imports, .factory, .duplicates: true
        default: false
        }
    }
}
