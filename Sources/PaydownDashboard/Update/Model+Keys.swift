import PaydownScreen
import PaydownWidgets

extension Model {
    /// The contexts whose keys can be pressed now, most particular first.
    package var contexts: [Action.Context] {
        if case .whichKey(let prefix) = layers.last {
            switch prefix {
            case .sort: return [.sort]
            case .group: return [.group]
            case .yank: return [.yank]
            }
        }
        switch place.screen {
        case .imports, .factory: return [.list, .anywhere]
        case .duplicates: return [.duplicates, .list, .anywhere]
        case .goldenPath: return [.golden, .anywhere]
        case .timeline: return [.timeline, .anywhere]
        case .watch: return [.watch, .anywhere]
        case .overview, .plan, .standup: return [.anywhere]
        }
    }

    /// The front layer gets the key first; what it does not consume goes to the screen.
    mutating func press(_ key: Key) -> [Effect] {
        // Leaving and stopping work in every state, whatever lies on top.
        switch bindings.action(for: key, in: [.anywhere]) {
        case .quit: return [.quit]
        case .suspend: return [.suspend]
        case .redraw: return [.redraw]
        default: break
        }
        if let effects = pressInLayer(key) { return effects }
        guard let id = bindings.action(for: key, in: contexts) else { return sayWhereItWorks(key) }
        if isWaiting, Self.needsContent(id) {
            // A list that takes seconds is not typed ahead of by more than a few keys; more is a stuck key.
            if pending.keys.count < 100 { pending.keys.append(key) }
            return []
        }
        return run(id)
    }

    /// A key that means something on other screens only says so; one that means nothing anywhere is silent.
    private mutating func sayWhereItWorks(_ key: Key) -> [Effect] {
        guard header != nil else { return [] }
        let elsewhere = bindings.action(for: key, in: [.list, .duplicates, .golden, .timeline, .watch])
        return elsewhere.flatMap { disabledReason($0) }.map { show(Toast($0)) } ?? []
    }

    /// Whether what this screen lists is still on its way.
    private var isWaiting: Bool {
        guard header != nil else { return !hasLooked }
        guard isListScreen, let check, check.id != "golden-path" else { return false }
        return checkState.tree.listing == nil && current.flatMap { archive[$0] }?.isFailed == false
    }

    private static func needsContent(_ id: ActionID) -> Bool {
        switch ActionTable.action(id).section {
        case .move, .act: true
        case .find: id == .findNext || id == .findPrevious
        case .view, .go, .app: false
        }
    }

    /// Presses the keys that were typed before their list was here.
    mutating func pressTypedAhead() -> [Effect] {
        guard !pending.keys.isEmpty, !isWaiting else { return [] }
        let keys = pending.keys
        pending.keys = []
        return keys.flatMap { press($0) }
    }

    mutating func paste(_ text: String) -> [Effect] {
        switch layers.last {
        case .filter(var field, let before):
            field.insert(text)
            layers[layers.count - 1] = .filter(field, before: before)
            return filterChanged(field.text)
        case .palette(var state):
            state.input.insert(text)
            state.search()
            layers[layers.count - 1] = .palette(state)
            return []
        case .help(var state):
            state.search.insert(text)
            layers[layers.count - 1] = .help(state)
            return []
        default:
            return []
        }
    }

    /// Does what an action says; an action that cannot be done says why.
    package mutating func run(_ id: ActionID) -> [Effect] {
        if let reason = disabledReason(id) { return show(Toast(reason)) }
        switch ActionTable.action(id).section {
        case .go: return go(id)
        case .move: return moveOrFold(id)
        case .find: return find(id)
        case .act: return act(id)
        case .view: return view(id)
        case .app: return app(id)
        }
    }
}
