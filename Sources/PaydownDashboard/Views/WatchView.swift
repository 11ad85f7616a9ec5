import PaydownScreen

/// The watch's place until it is there.
enum WatchView: ScreenView {
    static func layout(_ model: Model, in size: Size) -> [PartFrame] { [PartFrame(.why, Rect(size))] }

    static func draw(_ part: Part, isFocused: Bool, of model: Model, on buffer: inout Buffer) {
        AnnouncedView(
            title: "WATCH", command: "paydown watch",
            holds: [
                ("Since", "each measure since it began, and what the next phase needs"),
                ("Files", "what fails in the files you touched, newest first"),
                ("Events", "what every save fixed and broke"),
                ("Golden path", "the last run, and whether the code has moved on since"),
            ],
            meanwhile: "Until then \(key(.rescan, model)) scans a project and \(key(.watchPause, model)) pauses what is"
                + " shown; \(key(.sinceOlder, model)) and \(key(.sinceNewer, model)) step through the snapshots."
        )
        .draw(isFocused, on: &buffer)
    }

    static func path(_ model: Model) -> (crumbs: [String], facts: String) { (["Watch"], "") }
    static func hints(_ model: Model) -> [ActionID] { [.goOverview, .sinceOlder, .sinceNewer, .palette, .close] }
    static func status(_ model: Model) -> String { "" }

    private static func key(_ action: ActionID, _ model: Model) -> String {
        model.bindings.label(for: action, model.glyphs)
    }
}
