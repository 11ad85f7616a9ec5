import PaydownScreen

/// Being built.
enum TimelineView: ScreenView {
    static func layout(_ model: Model, in size: Size) -> [PartFrame] { [PartFrame(.list, Rect(size))] }
    static func draw(_ part: Part, isFocused: Bool, of model: Model, on buffer: inout Buffer) {}
    static func path(_ model: Model) -> (crumbs: [String], facts: String) { (["Timeline"], "") }
    static func hints(_ model: Model) -> [ActionID] { [] }
    static func status(_ model: Model) -> String { "" }
}
