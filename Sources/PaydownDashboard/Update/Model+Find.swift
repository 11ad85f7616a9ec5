import PaydownWidgets

extension Model {
    mutating func find(_ id: ActionID) -> [Effect] {
        switch id {
        case .findFilter:
            let text = place.screen == .goldenPath ? golden.filter : checkState.filter
            layers.append(.filter(TextField(text), before: text))
        case .findNext: return next(1)
        case .findPrevious: return next(-1)
        case .sort: layers.append(.whichKey(.sort))
        case .group: layers.append(.whichKey(.group))
        case .sortName: sort(by: .name)
        case .sortCount: sort(by: .count)
        case .sortPath: sort(by: .path)
        case .sortDelta: sort(by: .delta)
        case .sortOwner: sort(by: .owner)
        case .sortAge: sort(by: .age)
        case .sortReturned: sort(by: .returned)
        case .groupSymbol: group(by: .symbol)
        case .groupFile: group(by: .file)
        case .groupFolder: group(by: .folder)
        case .groupRule: group(by: .rule)
        case .groupOwner: group(by: .owner)
        case .groupAge: group(by: .age)
        case .sinceToggle: onlyChanges.toggle()
        case .sinceBaseline:
            let timeline = Array(archive.timeline.reversed())
            layers.append(.baselines(ChooserState(selected: timeline.firstIndex { $0.id == baseline } ?? 0)))
        case .sinceOlder: return step(-1)
        case .sinceNewer: return step(1)
        default: break
        }
        return []
    }

    /// Sorting the same way again reverses.
    private mutating func sort(by order: SortOrder) {
        var state = checkState
        if state.sort == order {
            state.isDescending.toggle()
        } else {
            state.sort = order
            state.isDescending = order.startsDescending
        }
        checkState = state
    }

    private mutating func group(by grouping: Grouping) {
        var state = checkState
        state.grouping = grouping
        checkState = state
    }

    /// The filter's text as it is typed.
    mutating func filterChanged(_ text: String) -> [Effect] {
        if place.screen == .goldenPath {
            golden.filter = text
        } else {
            var state = checkState
            state.filter = text
            checkState = state
        }
        return []
    }

    mutating func clearFilter() -> [Effect] {
        filterChanged("")
    }

    /// The next hit, failure, change or pair, whichever this screen has.
    private mutating func next(_ step: Int) -> [Effect] {
        switch place.screen {
        case .goldenPath: return nextFailure(step)
        case .duplicates
        where checkState.tree.selectedGroup?.count ?? 0 > 1 && !onlyChanges && checkState.filter.isEmpty:
            return nextPair(step)
        case .imports, .factory, .duplicates: return nextHit(step)
        default: return []
        }
    }

    private mutating func nextFailure(_ step: Int) -> [Effect] {
        guard let header else { return [] }
        let failures = golden.shown(header.tests).filter(\.status.isFailure)
        guard !failures.isEmpty else { return show(Toast("no test fails")) }
        let index = failures.firstIndex { GoldenState.TestID($0) == golden.selected }
        let target = index.map { ($0 + step + failures.count) % failures.count } ?? (step > 0 ? 0 : failures.count - 1)
        golden.selected = GoldenState.TestID(failures[target])
        golden.top = 0
        return []
    }

    private mutating func nextPair(_ step: Int) -> [Effect] {
        var state = checkState
        let count = state.tree.selectedGroup?.range.count ?? 0
        let pairs = max(1, count - 1)
        state.pair = (state.pair + step + pairs) % pairs
        checkState = state
        return []
    }

    /// With a filter every finding shown is a hit, with changes every one is a change; without either the
    /// next finding that is new.
    private mutating func nextHit(_ step: Int) -> [Effect] {
        var state = checkState
        guard let listing = state.tree.listing, !listing.rows.isEmpty else { return [] }
        let all = !state.filter.isEmpty || onlyChanges
        let count = listing.rows.count
        let start =
            state.tree.selected?.child == nil ? (state.tree.selectedIndex ?? 0) - 1 : state.tree.selectedIndex ?? -1
        for distance in 1...count {
            let index = ((start + step * distance) % count + count) % count
            guard all || listing.isNew(index) else { continue }
            let group = listing.groups.firstIndex { $0.range.contains(index) } ?? 0
            state.tree.select(TreeState.Position(group: group))
            state.tree.expandSelected()
            state.tree.select(
                TreeState.Position(group: group, child: index - listing.groups[group].range.lowerBound))
            state.tree.reveal(height: listHeight)
            checkState = state
            return []
        }
        return show(Toast("nothing new since the baseline"))
    }
}
