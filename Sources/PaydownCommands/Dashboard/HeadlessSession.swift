import PaydownCore
import PaydownDashboard
import PaydownScreen

/// A session without a terminal: every effect is answered before the next event, so the outcome depends on
/// nothing but snapshots, keys and size.
struct HeadlessSession {
    private(set) var model: Model
    /// What could not be read, for standard error.
    private(set) var problems: [String] = []
    private var catalog: SnapshotCatalog
    private let sources: SourceReader
    private let owners: SnapshotOwners
    private let authors: FindingAuthors?

    /// - Parameters:
    ///   - now: nil is the newest snapshot's own time.
    ///   - authors: who is asked who did what; nil for nobody.
    init(
        size: Size, glyphs: GlyphSet, arguments: [String], sources: SourceReader, now: Timestamp? = nil,
        authors: FindingAuthors? = nil
    ) {
        model = Model(size: size, glyphs: glyphs, now: now ?? Timestamp(seconds: 0))
        catalog = SnapshotCatalog(arguments: arguments)
        self.sources = sources
        self.authors = authors
        model.isRepositoryKnown = authors?.hasProject == true
        owners = SnapshotOwners(sources)
        let found = catalog.look()
        problems = owners.problems + found.problems
        for problem in owners.problems { send(.notice(problem)) }
        for event in found.events { send(event) }
        if now == nil, let taken = model.archive.newest?.header?.takenAt { send(.clock(taken)) }
    }

    mutating func press(_ keys: [Key]) {
        for key in keys { send(.input(.key(key))) }
    }

    mutating func send(_ event: Event) {
        var effects = model.update(event)
        while !effects.isEmpty {
            let effect = effects.removeFirst()
            for answer in answers(effect) { effects += model.update(answer) }
        }
    }

    private mutating func answers(_ effect: Effect) -> [Event] {
        switch effect {
        case .load(let id):
            guard let path = catalog.paths[id] else { return [] }
            var answers: [Event] = []
            SnapshotLoader.load(id, from: path, owners: owners) { answers.append($0) }
            for case .failed(_, let message) in answers { problems.append(message) }
            return answers.filter { if case .loading = $0 { false } else { true } }
        case .list, .compare, .forecast, .look:
            return model.question(effect)?({ false }).map { [$0] } ?? []
        case .flows(let pairs):
            return [.flowed(FlowCounting.count(pairs, paths: catalog.paths))]
        case .preview(let path):
            return [.previewed(sources.preview(path))]
        case .trace(let id, let past):
            guard let loaded = model.archive.loaded(id) else { return [] }
            let sources = BirthTracing.sources(past, in: model) { catalog.paths[$0] }
            return BirthTracing.births(of: loaded, past: sources).map { [.traced($0)] } ?? []
        case .attribute(let question):
            let path = catalog.paths[question.snapshot]
            guard let subject = FindingAuthors.Subject(question, in: model, path: path) else { return [] }
            return (authors?.answer(subject)).map { [.attributed(question, $0)] } ?? []
        // Time passes at once, but a toast stays to be seen.
        case .timer(.preview, _):
            return [.timer(.preview)]
        case .showTheme(let name):
            return [.themeShown(name: name)]
        case .timer, .scan, .edit, .copy, .dump, .setMouse, .redraw, .suspend, .quit:
            return []
        }
    }
}
