import PaydownCore
import PaydownDashboard
import PaydownScreen

/// A dashboard without a terminal: events in, effects answered from memory or kept for the test to answer.
struct Session {
    private(set) var model: Model
    /// What the last `press`, `type` or `send` wanted done outside, answers included, in order.
    private(set) var effects: [Effect] = []
    /// Whether loads, lists, comparisons and previews are answered at once.
    var isAnswering = true
    /// What a load brings.
    var snapshots: [SnapshotID: Snapshot] = [:]
    /// What a preview brings, by path.
    var source: @Sendable (String) -> Preview.Content = { .lines(SourceText(lines: Fixture.source($0))) }
    var load: (@Sendable (SnapshotID) -> LoadedSnapshot?)?
    /// Who made a finding come or go; nil for a repository that does not answer.
    var author: (@Sendable (Authorship.Question) -> Authorship.Answer?)?
    /// What came in and went out between snapshots.
    var count: (@Sendable ([FlowLedger.Pair]) -> [FlowLedger.Pair: SnapshotFlow])?

    /// A session that knows nothing yet.
    init(_ size: Size = Size(width: 80, height: 24), glyphs: GlyphSet = .unicode, now: Timestamp = Fixture.now) {
        model = Model(size: size, glyphs: glyphs, now: now)
        model.themes = ["base", "paydown-dark", "paydown-light"]
    }

    /// A session on the shop, with these snapshots; by default one of the 27th and one of the 28th of November.
    init(
        _ size: Size = Size(width: 80, height: 24), glyphs: GlyphSet = .unicode, snapshots: [Snapshot]
    ) {
        self.init(size, glyphs: glyphs)
        meet(snapshots)
    }

    /// The usual pair: yesterday two findings were others than today.
    static func shop(_ size: Size = Size(width: 80, height: 24), glyphs: GlyphSet = .unicode) -> Session {
        let before =
            Array(Fixture.findings.dropFirst()) + [Fixture.finding("manager-import", "lib/d.py", 70, "core.gone")]
        return Session(
            size, glyphs: glyphs, snapshots: [Fixture.snapshot(day: 27, findings: before), Fixture.snapshot(day: 28)])
    }

    /// Presses keys by their names, separated by spaces: `1 j enter`.
    mutating func press(_ names: String) {
        effects = []
        for name in names.split(separator: " ") {
            guard let key = Key(String(name)) else { preconditionFailure("no key is called \(name)") }
            handle(.input(.key(key)))
        }
    }

    /// Presses a key for each character.
    mutating func type(_ text: String) {
        effects = []
        for scalar in text.unicodeScalars { handle(.input(.key(.character(scalar)))) }
    }

    mutating func send(_ event: Event) {
        effects = []
        handle(event)
    }

    /// Answers all effects of the last call that calculation or memory can answer.
    mutating func answer() {
        let asked = effects
        effects = []
        for effect in asked { for event in answers(effect) { handle(event) } }
    }

    /// Answers what waits for the 40 ms after which a preview is read.
    mutating func rest() {
        effects = []
        handle(.timer(.preview))
    }

    /// More snapshots appear, with their headers.
    mutating func meet(_ new: [Snapshot]) {
        var entries: [Archive.Entry] = []
        for snapshot in new {
            let id = SnapshotID(snapshots.count)
            snapshots[id] = snapshot
            let name = "shop-\(id.rawValue).json"
            entries.append(Archive.Entry(id: id, name: name, header: snapshot.header, content: .header))
        }
        effects = []
        handle(.found(entries))
    }

    /// The newest file is written again, with another content.
    mutating func rewrite(_ snapshot: Snapshot) {
        let id = SnapshotID(snapshots.count - 1)
        snapshots[id] = snapshot
        send(
            .found([Archive.Entry(id: id, name: "shop-\(id.rawValue).json", header: snapshot.header, content: .header)])
        )
    }

    /// Runs an action as help and palette do.
    mutating func run(_ id: ActionID) -> [Effect] {
        model.run(id)
    }

    mutating func change(_ change: (inout Model) -> Void) {
        change(&model)
    }

    mutating func resize(_ size: Size) {
        send(.input(.resize(size)))
    }

    private mutating func handle(_ event: Event) {
        let wanted = model.update(event)
        effects += wanted
        guard isAnswering else { return }
        for effect in wanted { for answer in answers(effect) { handle(answer) } }
    }

    private func counted(_ pairs: [FlowLedger.Pair]) -> [FlowLedger.Pair: SnapshotFlow] {
        var flows: [FlowLedger.Pair: SnapshotFlow] = [:]
        for pair in pairs {
            guard let older = snapshots[pair.older], let newer = snapshots[pair.newer] else { continue }
            flows[pair] = SnapshotFlow(old: older, new: newer)
        }
        return flows
    }

    /// What the world says to an effect.
    func answers(_ effect: Effect) -> [Event] {
        switch effect {
        case .load(let id):
            if let load { return load(id).map { [.loaded($0)] } ?? [] }
            guard let snapshot = snapshots[id] else { return [.failed(id, message: "it is gone")] }
            return [.loaded(LoadedSnapshot(id: id, snapshot: snapshot))]
        case .list, .compare, .forecast, .look:
            return model.question(effect)?({ false }).map { [$0] } ?? []
        case .flows(let pairs):
            return [.flowed(count?(pairs) ?? counted(pairs))]
        case .attribute(let question):
            return (author?(question)).map { [.attributed(question, $0)] } ?? []
        case .preview(let path):
            return [.previewed(Preview(path: path, content: source(path)))]
        // A toast stays to be seen, and a spinner would turn for ever.
        case .timer(let id, _) where id == .preview:
            return [.timer(id)]
        case .showTheme(let name):
            return [.themeShown(name: name)]
        default:
            return []
        }
    }
}

extension Session {
    /// The frame, drawn as a terminal of the model's size would show it.
    var frame: Buffer {
        var buffer = Buffer(size: model.size, glyphs: model.glyphs)
        RootView.draw(model, on: &buffer)
        return buffer
    }

    /// The frame as text.
    var screen: String { frame.lines.joined(separator: "\n") }

    var footer: String { frame.lines.last ?? "" }

    /// The list of the check that is shown.
    var tree: TreeState { model.checkState.tree }

    /// The selected group's name, or `path:line` of the selected finding.
    var selection: String? {
        guard let position = tree.selected, let listing = tree.listing else { return nil }
        guard position.child != nil, let finding = tree.selectedFinding else {
            return listing.groups.indices.contains(position.group) ? listing.groups[position.group].name : nil
        }
        return "\(finding.path):\(finding.line)"
    }

    /// The groups and their counts, in the order they are shown: `core.manager 4`.
    var groups: [String] { tree.listing?.groups.map { "\($0.name) \($0.count)" } ?? [] }

    /// The texts that were copied by the last call.
    var copied: [String] {
        effects.compactMap { if case .copy(let text, _) = $0 { text } else { nil } }
    }

    /// The snapshots whose findings the last call asked for, in order.
    var loads: [SnapshotID] {
        effects.compactMap { if case .load(let id) = $0 { id } else { nil } }
    }

    /// What the last call wanted done, without reading and calculating.
    var doings: [Effect] {
        effects.filter { effect in
            switch effect {
            case .load, .list, .compare, .preview, .attribute, .trace, .timer, .forecast, .look, .flows: false
            default: true
            }
        }
    }
}
