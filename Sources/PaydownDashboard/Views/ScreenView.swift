import PaydownScreen

/// Where a part lies in a screen's body.
package struct PartFrame: Equatable, Sendable {
    package var part: Part
    package var rect: Rect

    package init(_ part: Part, _ rect: Rect) {
        self.part = part
        self.rect = rect
    }
}

/// How a screen shows itself. Pure: a model and an area in, cells out.
///
/// Every part has its heading in its first row and its content below; keys, wheel and clicks rely on it.
package protocol ScreenView {
    /// The parts in tab order, not overlapping, within an area of that size. The first one has the focus at first.
    static func layout(_ model: Model, in size: Size) -> [PartFrame]
    /// Draws a part into the current area, heading included. Also called for a zoomed part with all the room.
    static func draw(_ part: Part, isFocused: Bool, of model: Model, on buffer: inout Buffer)
    /// Draws what stands between the parts; the area is the whole body.
    static func decorate(_ model: Model, frames: [PartFrame], on buffer: inout Buffer)
    /// The way to what is selected, such as `Imports › a.b.manager`, and facts for the right end of that line.
    static func path(_ model: Model) -> (crumbs: [String], facts: String)
    /// The footer's hints in order of use, without help.
    static func hints(_ model: Model) -> [ActionID]
    /// The place in the list, such as `2/101`; may be empty.
    static func status(_ model: Model) -> String
}

extension ScreenView {
    static func decorate(_ model: Model, frames: [PartFrame], on buffer: inout Buffer) {}
}
