import PaydownScreen

/// The stand-up's place until it is there.
enum StandupView: ScreenView {
    static func layout(_ model: Model, in size: Size) -> [PartFrame] { [PartFrame(.why, Rect(size))] }

    static func draw(_ part: Part, isFocused: Bool, of model: Model, on buffer: inout Buffer) {
        AnnouncedView(
            title: "STAND-UP", command: "paydown standup",
            holds: [
                ("Net", "each measure before and after, since the last working day"),
                ("By person", "who moved what, and in which commits"),
                ("Worse", "what is new, and which tests fail since when"),
                ("Late", "the phases and targets that are behind their date"),
                ("Today", "the cheapest steps to the next target"),
            ],
            meanwhile: "Until then the overview (\(key(.goOverview, model))) says what moved since the baseline"
                + " (\(key(.sinceBaseline, model)))."
        )
        .draw(isFocused, on: &buffer)
    }

    static func path(_ model: Model) -> (crumbs: [String], facts: String) { (["Stand-up"], "") }
    static func hints(_ model: Model) -> [ActionID] { [.goOverview, .sinceBaseline, .palette, .close] }
    static func status(_ model: Model) -> String { "" }

    private static func key(_ action: ActionID, _ model: Model) -> String {
        model.bindings.label(for: action, model.glyphs)
    }
}
