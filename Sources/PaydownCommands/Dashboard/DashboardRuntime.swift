import Dispatch
import Glibc
import PaydownCore
import PaydownDashboard
import PaydownScreen
import PaydownTerminal

/// The dashboard at work: one thread waits, updates and draws; jobs answer through the mailbox.
final class DashboardRuntime {
    private let session: TerminalSession
    private let signals: TerminalSignals
    private let loop: EventLoop
    private let mailbox: Mailbox
    private let jobs: Jobs
    private let scanner: ProjectScanner
    private let authors: FindingAuthors
    private var setup: Setup
    private var remembered = RememberedChoices(environment: Environment.value)
    private var model: Model
    private var theme: Theme
    private var painter: FramePainter
    private var timers: [Effect.TimerID: ContinuousClock.Instant] = [:]
    private var watch: FileWatch?
    private var burst = Burst()
    /// Whether files changed while a scan ran.
    private var hasToLook = false
    private var ending: Int32?
    private var isDone = false

    /// - Parameter projects: folders where the project may be that the snapshots are of.
    init(
        setup: Setup, session: TerminalSession, arguments: [String], sources: SourceReader, projects: [String]
    ) throws {
        var setup = setup
        self.session = session
        signals = try TerminalSignals()
        let waker = try JobWaker()
        mailbox = Mailbox(waker: waker)
        loop = EventLoop(session: session, signals: signals, waker: waker)
        jobs = Jobs(catalog: SnapshotCatalog(arguments: arguments), sources: sources, mailbox: mailbox)
        scanner = ProjectScanner(folders: projects, config: setup.places.explicitFile, mailbox: mailbox)
        authors = FindingAuthors(folders: projects, config: setup.places.explicitFile)
        let chosen = setup.theme(depth: session.capabilities.depth)
        theme = chosen.theme
        let glyphs = Self.glyphs(setup, session.capabilities)
        let bindings = setup.bindings()
        model = Model(
            size: session.size, glyphs: glyphs, now: WallClock.now(), theme: chosen.name, bindings: bindings.bindings)
        model.themes = setup.library.names
        model.isMouseOn = remembered.isMouseOn(configured: setup.configuration.isMouseOn)
        model.isAccessible = setup.configuration.isAccessible
        model.hasMotion = setup.configuration.hasMotion
        model.scan.isLookedFor = true
        model.notices = setup.problems + bindings.problems
        painter = FramePainter(size: session.size, glyphs: glyphs)
        self.setup = setup
        session.setMouse(model.isMouseOn)
    }

    /// Runs until the person or a signal ends it; the signal to die by, if one did.
    func run() -> Int32? {
        // Before the first frame: who sees it may save a file at once.
        watchFiles()
        askTerminal()
        draw()
        jobs.look()
        scanner.look()
        if let first = model.notices.first { take([.clock(WallClock.now())], notice: first) }
        // What was saved between the first reading and the watch.
        take(readSetup())
        while !isDone { turn() }
        jobs.cancel()
        scanner.cancel()
        authors.cancel()
        session.close()
        return ending
    }

    private func turn() {
        take(loop.wait(until: (Array(timers.values) + [burst.due].compactMap(\.self)).min()))
    }

    /// Questions that nothing waits for, but for the colours: 10 ms, so that a light terminal is not dark at first.
    private func askTerminal() {
        switch setup.configuration.synchronizedOutput {
        case nil: session.askForSynchronizedOutput()
        case let isWanted?: session.usesSynchronizedOutput = isWanted
        }
        guard setup.followsMode, session.askForColors() else { return }
        take(loop.wait(until: .now + .milliseconds(10)))
    }

    private func take(_ ready: EventLoop.Ready) {
        if ready.isHungUp {
            ending = SIGHUP
            isDone = true
            return
        }
        var events: [Event] = [.clock(WallClock.now())]
        for reply in ready.replies { events += handle(reply) }
        for signal in ready.signals { events += handle(signal) }
        events += ready.input.map { .input($0) }
        if ready.hasFinishedJobs { events += mailbox.take() }
        events += dueTimers()
        if !ready.descriptors.isEmpty {
            watch?.drain()
            burst.add(at: .now)
        }
        if burst.isOver(at: .now) {
            events += readSetup()
            // What a scan keeps is news of the scan, not a file that has come by itself.
            if model.scan.running == nil {
                jobs.look()
                scanner.look()
            } else {
                hasToLook = true
            }
        }
        take(events)
        if hasToLook, model.scan.running == nil {
            hasToLook = false
            burst.hurry(at: .now)
        }
    }

    private func take(_ events: [Event], notice: String? = nil) {
        var rest = events[...]
        while let event = rest.first {
            // What follows a quit was meant for the shell.
            guard !isDone else { return }
            let pasted = model.typedText(rest)
            rest.removeFirst(pasted?.count ?? 1)
            for effect in model.update(pasted.map { .input(.paste($0.text)) } ?? event) { run(effect) }
        }
        if let notice { model.toast = Toast(notice, kind: .warning) }
        if !isDone, events.contains(where: { if case .clock = $0 { false } else { true } }) || notice != nil { draw() }
    }

    private func draw() {
        painter.draw(model)
        session.show(painter.frame, theme, cursor: FocusedRow.place(in: painter.frame, of: model))
    }

    private func handle(_ signal: TerminalSignals.Event) -> [Event] {
        switch signal {
        case .resize:
            return session.updateSize() ? [.input(.resize(session.size))] : []
        case .suspend:
            return session.suspend() ? [.input(.resize(session.size))] : []
        case .resume:
            return session.resume() ? [.input(.resize(session.size))] : []
        case .terminate(let number):
            ending = number
            isDone = true
            return []
        case .child:
            return []
        }
    }

    /// The terminal says that it is dark or light: the theme for that is shown.
    private func handle(_ reply: TerminalReply) -> [Event] {
        guard let isDark = reply.isDark, setup.learn(isDark ? .dark : .light) else { return [] }
        let name = setup.theme(depth: .mono).name
        guard name != model.theme, let new = try? setup.library.theme(named: name, depth: session.capabilities.depth)
        else { return [] }
        theme = new
        return [.themeShown(name: name)]
    }

    private func dueTimers() -> [Event] {
        let now = ContinuousClock.now
        let due = timers.filter { $0.value <= now }.map(\.key)
        for id in due { timers[id] = nil }
        var events: [Event] = []
        if due.contains(.spinner), let progress = scanner.progress {
            events.append(.scanning(done: progress.done, total: progress.total))
        }
        return events + due.map { .timer($0) }
    }

    private func run(_ effect: Effect) {
        switch effect {
        case .load(let id): if id.isScan { scanner.load(id) } else { jobs.load(id) }
        case .list, .compare: answer(effect)
        case .forecast, .look: if let question = model.question(effect) { jobs.forecast(effect, question) }
        case .flows(let pairs): jobs.count(pairs)
        case .preview(let path): jobs.preview(path)
        case .trace(let id, let past):
            guard let loaded = model.archive.loaded(id) else { return }
            jobs.trace(loaded, past: BirthTracing.sources(past, in: model) { jobs.path(of: $0) })
        case .attribute(let question): attribute(question)
        case .edit(let places): edit(places)
        case .copy(let text, let what): copy(text, what)
        case .dump(let lines): dump(lines)
        case .timer(let id, let milliseconds): timers[id] = .now + .milliseconds(milliseconds)
        case .scan(let scope): scanner.scan(scope, since: model.shown)
        case .showTheme(let name): show(theme: name)
        case .setMouse(let isOn):
            session.setMouse(isOn)
            remembered.choose(mouse: isOn, configured: setup.configuration.isMouseOn)
        case .redraw: session.redraw()
        case .suspend: if session.suspend() { take([.input(.resize(session.size))]) }
        case .quit: isDone = true
        }
    }

    /// Calculations over few findings are answered at once, so that the same frame shows them.
    private func answer(_ effect: Effect) {
        guard let question = model.question(effect) else { return }
        let size = (model.shown?.findings.count ?? 0) + (model.archive.loaded(model.baseline)?.findings.count ?? 0)
        if size <= 20_000 {
            if let event = question({ false }) { for next in model.update(event) { run(next) } }
            return
        }
        jobs.calculate(effect, first: model.firstPage(effect), question)
    }

    private func attribute(_ question: Authorship.Question) {
        let id = question.snapshot
        let path = id.isScan ? scanner.path(of: id) : jobs.path(of: id)
        guard let subject = FindingAuthors.Subject(question, in: model, path: path) else { return }
        authors.ask(subject) { [mailbox] in mailbox.post($0) }
    }

    private func show(theme name: String) {
        do {
            theme = try setup.library.theme(named: name, depth: session.capabilities.depth)
            for effect in model.update(.themeShown(name: name)) { run(effect) }
            session.redraw()
        } catch {
            for effect in model.update(.themeFailed(message: error.description)) { run(effect) }
        }
    }

    /// Configuration and themes after a file changed: what is good is taken, the rest is said.
    private func readSetup() -> [Event] {
        let before = setup.configuration
        let problemsBefore = setup.problems
        setup.read()
        var events: [Event] = [.themes(names: setup.library.names)]
        if setup.configuration != before {
            let bindings = setup.bindings()
            events.append(.configured(bindings.bindings, problems: bindings.problems))
            model.hasMotion = setup.configuration.hasMotion
            if setup.configuration.isMouseOn != before.isMouseOn {
                session.setMouse(setup.configuration.isMouseOn)
                events.append(.mouse(isOn: setup.configuration.isMouseOn))
            }
        }
        for problem in setup.problems where !problemsBefore.contains(problem) {
            events.append(.themeFailed(message: problem))
        }
        let name = setup.configuration.theme == before.theme ? model.theme : setup.theme(depth: .mono).name
        if let changed = try? setup.library.theme(named: name, depth: session.capabilities.depth) {
            // A theme that cannot be used is among the problems above; the old one stays.
            theme = changed
            events.append(.themeShown(name: name))
        }
        return events
    }

    private func watchFiles() {
        watch = FileWatch(setup.places.watched + jobs.arguments)
        if let watch { loop.watch(watch.descriptor) }
    }

    private func edit(_ places: [Effect.Location]) {
        let found = places.compactMap { place in
            jobs.sources.resolve(place.path).map { Effect.Location(path: $0, line: place.line) }
        }
        guard
            let command = EditorCommand(
                places: found, configured: setup.configuration.editor, environment: Environment.variables)
        else {
            let text = "\(places.first?.path ?? "the file") is not here; paydown --root DIR says where the sources are"
            take([.edited(problem: text)])
            return
        }
        if command.isDetached {
            jobs.startWindow(command.arguments)
            take([.edited(problem: nil)])
            return
        }
        let before = found.map { FileStamp($0.path) }
        let ending = session.hand(to: command.arguments, environment: Environment.variables, signals: signals)
        let hasChanged = found.map { FileStamp($0.path) } != before
        take([
            .input(.resize(session.size)),
            .edited(problem: problem(ending, command.arguments[0]), hasChanged: hasChanged),
        ])
    }

    private func problem(_ ending: TerminalSession.Ending, _ program: String) -> String? {
        switch ending {
        case .exited(0): nil
        case .exited(127): "\(program) could not be started; set VISUAL or EDITOR"
        case .exited(let status): "\(program) ended with status \(status)"
        case .killed(let signal): "\(program) was ended by signal \(signal)"
        case .notStarted(let code): "\(program) could not be started (\(String(cString: strerror(code)))); set EDITOR"
        }
    }

    private func copy(_ text: String, _ what: String) {
        let clipboard = Clipboard(command: setup.configuration.clipboard, environment: Environment.variables)
        let way = clipboard.copy(text) { session.copyToClipboard($0) }
        if case .nowhere(let reason) = way {
            take([.copyFailed(reason)])
        } else {
            take([.copied(what: what, how: way.text)])
        }
    }

    /// Prints on the normal screen and waits for a key, so that the terminal can select it.
    private func dump(_ lines: [String]) {
        session.leave()
        let text = lines.joined(separator: "\n") + "\n\n-- any key goes back to paydown --\n"
        TerminalText.show(text, signals: signals.descriptor)
        if session.reenter() { take([.input(.resize(session.size))]) }
    }

    private static func glyphs(_ setup: Setup, _ capabilities: TerminalCapabilities) -> GlyphSet {
        if setup.look.ascii { return .ascii }
        switch setup.configuration.glyphs {
        case .auto: return capabilities.glyphs
        case .unicode: return .unicode
        case .ascii: return .ascii
        }
    }
}
