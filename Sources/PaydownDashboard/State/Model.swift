import PaydownCore
import PaydownScreen

/// Everything that decides what is on the screen: one value, changed only by `update`, drawn by `RootView`.
package struct Model: Equatable, Sendable {
    // What the terminal is like.
    package var size: Size
    package var glyphs: GlyphSet
    package var isMouseOn = true
    /// Linear, without braille, boxes and spinners.
    package var isAccessible = false
    /// Whether anything may move by itself, such as the sign of a running scan.
    package var hasMotion = true

    // What there is to show.
    package var archive = Archive()
    package var current: SnapshotID?
    package var baseline: SnapshotID?
    package var comparison: Comparison?
    /// The ages of the findings shown, where they are from a file.
    package var traced: TracedBirths?
    package var scan = ScanState()
    /// Where the view stands still: what has come since.
    package var pause: Pause?
    /// Whether the project of the snapshots is here, so that its repository can be asked who did what.
    package var isRepositoryKnown = false
    /// What it has answered in this session.
    package var authors: [Authorship.Question: Authorship.Answer] = [:]
    package var flows = FlowLedger()
    package var board: ForecastBoard?
    package var outlook: Outlook?
    /// Files that could not be opened at all, and other things a person should know; newest last.
    package var notices: [String] = []
    /// The moment of the last event, for "12 min ago".
    package var now: Timestamp

    // Where the person is.
    package var place = Place(screen: .overview)
    package var previousPlace: Place?
    /// Which part of each screen has the focus; the first part of its layout when absent.
    package var focus: [Screen: Part] = [:]
    package var overview = OverviewState()
    /// By check id.
    package var checks: [String: CheckState] = [:]
    package var golden = GoldenState()
    package var plan = PlanState()
    package var timeline = TimelineState()
    /// How far text parts are scrolled, in lines; the preview's is relative to the flagged line.
    package var scroll: [Part: Int] = [:]
    package var preview: Preview?
    /// The files of the definitions that stand side by side, by path.
    package var sources: [String: Preview] = [:]
    /// Whether the last file that was asked for was not at hand; then the layout leaves its room to the reasons.
    package var isSourceMissing = false
    package var isPreviewShown = true
    /// Rows or columns added to the preview's usual share; negative takes some away.
    package var previewBias = 0
    package var onlyChanges = false
    package var marks = Marks()
    package var hidden: Set<FindingIdentity> = []

    /// Whether the files have been looked for; before that nothing is missing yet.
    package var hasLooked = false
    /// Whether all that was there at the beginning has been met.
    package var isListed = false
    /// Whether there were snapshots of which not even the header can be read; the notices say which.
    package var hasUnreadable = false
    /// Whether the person chose the snapshot or the baseline; until then the newest ones are taken.
    package var isCurrentChosen = false
    package var isBaselineChosen = false
    package var pending = Pending()
    /// Between the press and the release of the mouse on the edge of the preview.
    package var isDraggingSplit = false

    // What lies on top.
    package var layers: [Layer] = []
    package var toast: Toast?

    // How it looks and reacts.
    package var theme: String
    package var themes: [String] = []
    package var bindings: KeyBindings

    package init(
        size: Size, glyphs: GlyphSet = .unicode, now: Timestamp, theme: String = "base",
        bindings: KeyBindings = .standard
    ) {
        self.size = size
        self.glyphs = glyphs
        self.now = now
        self.theme = theme
        self.bindings = bindings
    }
}

extension Model {
    /// The model as the panes beside a list see it: with the cursor where it last rested.
    package var atRest: Model {
        guard isListScreen, let rested = checkState.rested, rested != checkState.tree.selected else { return self }
        var model = self
        model.checkState.tree.select(rested)
        return model
    }

    /// The snapshot that is shown, when its findings are here.
    package var shown: LoadedSnapshot? { archive.loaded(current) }

    /// The header that is shown: of the current snapshot, findings or not.
    package var header: SnapshotHeader? { current.flatMap { archive[$0]?.header } }

    package var baselineHeader: SnapshotHeader? { baseline.flatMap { archive[$0]?.header } }

    package var sizeClass: SizeClass { SizeClass(size) }

    /// The check that a screen shows: the one opened by name, else the one of the number key.
    package var check: Check? {
        if let id = place.check { return header?.check(id) }
        return check(of: place.screen)
    }

    /// The check behind a number key: by its id, else whichever comes at that place among those with findings.
    package func check(of screen: Screen) -> Check? {
        guard let header else { return nil }
        switch screen {
        case .imports: return header.check(Self.ownChecks[0]) ?? spare(0, of: header)
        case .factory: return header.check(Self.ownChecks[1]) ?? spare(1, of: header)
        case .duplicates: return header.check(Self.ownChecks[2]) ?? spare(2, of: header)
        case .goldenPath: return header.check("golden-path")
        default: return nil
        }
    }

    /// The screen of a check that a number key reaches; others open on `imports`' screen under their own name.
    package func screen(ofCheck id: String) -> Screen? {
        for screen in [Screen.imports, .factory, .duplicates, .goldenPath] where check(of: screen)?.id == id {
            return screen
        }
        return nil
    }

    private static let ownChecks = ["imports", "factory", "duplicates"]

    /// Checks without an id of ours fill the places whose own check is missing, in order.
    ///
    /// Asked dozens of times a frame, so nothing is put together for it.
    private func spare(_ number: Int, of header: SnapshotHeader) -> Check? {
        var left = Self.ownChecks[..<number].count { header.check($0) == nil }
        for check in header.checks where check.id != "golden-path" && !Self.ownChecks.contains(check.id) {
            if left == 0 { return check }
            left -= 1
        }
        return nil
    }

    /// The state of the check that is shown.
    package var checkState: CheckState {
        get { check.flatMap { checks[$0.id] } ?? CheckState() }
        set {
            if let id = check?.id { checks[id] = newValue }
        }
    }

    /// The target of a measure that the plan ends with, and the value it began with.
    package func target(of measure: String) -> PhaseTarget? {
        header?.plan.phases.reversed().lazy.compactMap { phase in
            phase.targets.first { $0.measure == measure }
        }.first
    }

    /// The change of a measure since the baseline; nil without one.
    package func delta(of measure: String) -> Double? {
        guard let now = header?.measure(measure), let before = baselineHeader?.measure(measure) else { return nil }
        return now.value - before.value
    }
}
