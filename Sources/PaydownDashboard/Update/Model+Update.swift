import PaydownCore
import PaydownScreen

extension Model {
    /// Takes an event in and says what is to be done outside. Routing only: each area has its own file.
    package mutating func update(_ event: Event) -> [Effect] {
        var effects: [Effect] = []
        switch event {
        case .input(let input): effects = handle(input)
        case .clock(let moment): now = moment
        case .found(let entries, let isAll):
            // What was there before is not news, however early the view was paused.
            if !isListed || !waits(entries) { take(entries) }
            isListed = isListed || isAll
        case .loading(let id, let fraction):
            archive.update(id) { if case .loaded = $0.content {} else { $0.content = .loading(fraction) } }
        case .loaded(let snapshot): if !waits(snapshot) { take(snapshot) }
        case .failed(let id, let message): effects = fail(id, message)
        case .notice(let text): note([text])
        case .unreadable(let text): effects = takeUnreadable(text)
        case .compared(let result): take(result)
        case .listed(let listing): effects = take(listing)
        case .forecasted(let board): take(board)
        case .looked(let outlook): take(outlook)
        case .flowed(let counted): take(counted)
        case .traced(let births): take(births)
        case .previewed(let result): take(result)
        case .attributed(let question, let answer): take(answer, to: question)
        case .copied(let what, let how): effects = show(Toast("copied \(what) by \(how)"))
        case .copyFailed(let reason): effects = show(Toast(reason, kind: .warning))
        case .scannable(let obstacle): effects = projectFound(obstacle: obstacle)
        case .scanning(let done, let total):
            scan.running?.done = done
            scan.running?.total = total
        case .scanned(let news): effects = take(news)
        case .scanFailed(let reasons): effects = failScan(reasons)
        case .edited(let problem, let hasChanged):
            if let problem { effects = show(Toast(problem, kind: .warning)) }
            effects += sourcesChanged()
            // What was mended is counted at once; a list that still showed it would be wrong.
            if hasChanged, scan.obstacle == nil || scan.isLookedFor { effects += beginScan(.changed) }
        case .timer(let id): effects = timerFired(id)
        case .themes(let names): themes = names
        case .themeShown(let name): theme = name
        case .themeFailed(let message):
            note([message])
            effects = show(Toast(message, kind: .warning))
        case .configured(let bindings, let problems):
            self.bindings = bindings
            note(problems)
            if let first = problems.first { effects = show(Toast(first, kind: .warning)) }
        case .mouse(let isOn): isMouseOn = isOn
        }
        effects += pressTypedAhead()
        effects += settle()
        if case .input = event {} else { refreshPalette() }
        return effects
    }

    /// Shows a short answer and lets it go again.
    mutating func show(_ toast: Toast, seconds: Int = 4) -> [Effect] {
        self.toast = toast
        // Who is read to takes as long as that takes.
        return isAccessible ? [] : [.timer(.toast, milliseconds: seconds * 1000)]
    }

    private mutating func timerFired(_ id: Effect.TimerID) -> [Effect] {
        switch id {
        case .toast:
            toast = nil
            return []
        case .preview:
            rest()
            guard let path = pending.preview else { return [] }
            pending.preview = nil
            return [.preview(path: path)]
        case .spinner:
            return turnSpinner()
        }
    }

    private mutating func handle(_ input: InputEvent) -> [Effect] {
        switch input {
        case .resize(let size):
            self.size = size
            return []
        case .key(let key):
            toast = nil
            return press(key)
        case .paste(let text):
            return paste(text)
        case .mouse(let mouse):
            return handle(mouse)
        }
    }
}
