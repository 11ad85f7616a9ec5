import PaydownCore
import PaydownScreen
import PaydownWidgets

extension Model {
    /// Gives a key to the front layer; nil when there is none or it does not want the key.
    mutating func pressInLayer(_ key: Key) -> [Effect]? {
        switch layers.last {
        case nil: return nil
        case .filter(let field, let before): return pressInFilter(key, field, before)
        case .whichKey: return pressAfterPrefix(key)
        case .help(let state): return pressInHelp(key, state)
        case .palette(let state): return pressInPalette(key, state)
        case .baselines(let state): return pressInBaselines(key, state)
        case .problems(let state): return pressInProblems(key, state)
        }
    }

    private mutating func replaceLayer(_ layer: Layer) {
        layers[layers.count - 1] = layer
    }

    // MARK: Filter

    private mutating func pressInFilter(_ key: Key, _ field: TextField, _ before: String) -> [Effect] {
        var field = field
        switch key {
        case .enter:
            layers.removeLast()
            return []
        case .escape:
            layers.removeLast()
            return clearFilter()
        case .up, .down:
            return move(place.screen == .goldenPath ? .tests : .list, by: key == .down ? 1 : -1)
        default:
            guard field.handle(key) else { return [] }
            replaceLayer(.filter(field, before: before))
            return filterChanged(field.text)
        }
    }

    // MARK: Prefix keys

    private mutating func pressAfterPrefix(_ key: Key) -> [Effect] {
        let id = bindings.action(for: key, in: contexts)
        layers.removeLast()
        guard let id else { return [] }
        return run(id)
    }

    // MARK: Help

    private mutating func pressInHelp(_ key: Key, _ state: HelpState) -> [Effect] {
        var state = state
        let entries = HelpContent(self, search: state.search.text).entries
        switch key {
        case .escape, .function(1):
            layers.removeLast()
            return []
        case .enter:
            guard entries.indices.contains(state.selected) else { return [] }
            layers.removeLast()
            return run(entries[state.selected].action.id)
        case .down, .tab, .control("n"): state.selected = min(state.selected + 1, max(0, entries.count - 1))
        case .up, .backtab, .control("p"): state.selected = max(0, state.selected - 1)
        case .pageDown: state.selected = min(state.selected + 10, max(0, entries.count - 1))
        case .pageUp: state.selected = max(0, state.selected - 10)
        // Before anything is typed the key that closes elsewhere closes here too.
        case .character("q") where state.search.text.isEmpty, .character("?") where state.search.text.isEmpty:
            layers.removeLast()
            return []
        default:
            guard state.search.handle(key) else { return [] }
            state.selected = 0
        }
        replaceLayer(.help(state))
        return []
    }

    // MARK: Palette

    private mutating func pressInPalette(_ key: Key, _ state: PaletteState) -> [Effect] {
        var state = state
        let entries = state.content.entries
        var moved = false
        switch key {
        case .escape:
            layers.removeLast()
            if let before = state.themeBefore { return [.showTheme(before)] }
            return []
        case .enter:
            guard entries.indices.contains(state.selected) else { return [] }
            layers.removeLast()
            return run(entries[state.selected])
        case .tab:
            guard entries.indices.contains(state.selected) else { return [] }
            state.input = TextField(entries[state.selected].title)
            state.search()
        case .down, .control("n"):
            state.selected = min(state.selected + 1, max(0, entries.count - 1))
            moved = true
        case .up, .control("p"):
            state.selected = max(0, state.selected - 1)
            moved = true
        case .pageDown:
            state.selected = min(state.selected + 10, max(0, entries.count - 1))
            moved = true
        case .pageUp:
            state.selected = max(0, state.selected - 10)
            moved = true
        default:
            guard state.input.handle(key) else { return [] }
            state.search()
        }
        let effects = moved ? previewTheme(entries, &state) : []
        replaceLayer(.palette(state))
        return effects
    }

    /// While the palette is open, snapshots may come and themes change.
    mutating func refreshPalette() {
        guard case .palette(var state) = layers.last, state.content.offer.basis != PaletteOffer.Basis(self) else {
            return
        }
        state.content = PaletteContent(PaletteOffer(self), input: state.input.text)
        replaceLayer(.palette(state))
    }

    /// A theme under the cursor is shown at once; esc brings the old one back.
    private func previewTheme(_ entries: [PaletteContent.Entry], _ state: inout PaletteState) -> [Effect] {
        guard entries.indices.contains(state.selected) else { return [] }
        if case .theme(let name) = entries[state.selected].target {
            if state.themeBefore == nil { state.themeBefore = theme }
            return [.showTheme(name)]
        }
        guard let before = state.themeBefore else { return [] }
        state.themeBefore = nil
        return [.showTheme(before)]
    }

    private mutating func run(_ entry: PaletteContent.Entry) -> [Effect] {
        switch entry.target {
        case .action(let id):
            return run(id)
        case .theme(let name):
            return [.showTheme(name)]
        case .check(let id):
            open(check: id)
            return []
        case .group(let check, let name):
            open(check: check)
            select(group: name, by: .symbol, inCheck: check)
            return []
        case .test(let test):
            go(to: Place(screen: .goldenPath))
            golden.selected = test
            return []
        case .snapshot(let id):
            current = id
            isCurrentChosen = id != archive.newest?.id
            if !isBaselineChosen { baseline = usualBaseline() }
            return []
        case .baseline(let id):
            return choose(baseline: id)
        }
    }

    // MARK: Choosing a baseline

    private mutating func pressInBaselines(_ key: Key, _ state: ChooserState) -> [Effect] {
        var state = state
        let entries = Array(archive.timeline.reversed())
        switch key {
        case .enter:
            layers.removeLast()
            guard entries.indices.contains(state.selected) else { return [] }
            return choose(baseline: entries[state.selected].id)
        default:
            guard let change = Self.choice(key) else {
                if closesChooser(key) { layers.removeLast() }
                return []
            }
            state.selected = min(max(0, state.selected + change), max(0, entries.count - 1))
        }
        replaceLayer(.baselines(state))
        return []
    }

    private mutating func pressInProblems(_ key: Key, _ state: ScrollState) -> [Effect] {
        var state = state
        guard let change = Self.choice(key) else {
            if closesChooser(key) || key == .enter { layers.removeLast() }
            return []
        }
        let height = ScreenLayout(self).body.height
        let last = max(0, ProblemsContent(self).lineCount - max(1, height - 4))
        state.top = min(max(0, state.top + change), last)
        replaceLayer(.problems(state))
        return []
    }

    /// How far a key moves in a list to choose from; nil when it does not move.
    private static func choice(_ key: Key) -> Int? {
        switch key {
        case .down, .character("j"), .control("n"), .tab: 1
        case .up, .character("k"), .control("p"), .backtab: -1
        case .pageDown, .control("d"): 10
        case .pageUp, .control("u"): -10
        case .home, .character("g"): -1_000_000
        case .end, .character("G"): 1_000_000
        default: nil
        }
    }

    private func closesChooser(_ key: Key) -> Bool {
        if key == .escape { return true }
        switch bindings.action(for: key, in: [.anywhere]) {
        case .close, .back, .sinceBaseline, .problems: return true
        default: return false
        }
    }

    /// The wheel moves in the front layer, a click outside closes it.
    mutating func handleInLayer(_ mouse: MouseEvent) -> [Effect] {
        switch mouse.kind {
        case .wheelDown: return pressInLayer(.down) ?? []
        case .wheelUp: return pressInLayer(.up) ?? []
        case .press:
            guard let layer = layers.last else { return [] }
            let rect = LayerView.rect(of: layer, self, ScreenLayout(self))
            guard !rect.contains(mouse.at) else { return [] }
            return pressInLayer(.escape) ?? []
        case .release, .drag: return []
        }
    }
}
