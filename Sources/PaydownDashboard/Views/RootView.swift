import PaydownCore
import PaydownScreen
import PaydownWidgets

/// A whole frame: tabs, the way to what is selected, the screen, the footer, and what lies on top.
package enum RootView {
    package static func draw(_ model: Model, on buffer: inout Buffer) {
        draw(model, in: ScreenLayout(model), on: &buffer)
    }

    /// - Parameter layout: the model's.
    static func draw(_ model: Model, in layout: ScreenLayout, on buffer: inout Buffer) {
        var glyphs = model.glyphs
        glyphs.hasRules = !model.isAccessible
        buffer.reset(to: model.size, glyphs: glyphs)
        guard model.size.width > 0, model.size.height > 0 else { return }
        let view = ScreenLayout.view(of: model)
        buffer.within(layout.tabs) { TabStrip.draw(model, on: &$0) }
        buffer.within(layout.path) { PathLine.draw(model, view: view, on: &$0) }
        if model.header == nil {
            buffer.within(layout.body) { EmptyView.draw(model, on: &$0) }
        } else {
            drawParts(model, view: view, layout: layout, on: &buffer)
        }
        let footer = layout.footer
        let wanted = footer.height == 0 ? 0 : FooterLine.height(model, width: footer.width)
        let height = min(wanted, layout.body.height + footer.height)
        buffer.within(Rect(x: footer.x, y: footer.bottom - height, width: footer.width, height: height)) {
            FooterLine.draw(model, view: view, on: &$0)
        }
        for layer in model.layers {
            LayerView.draw(layer, of: model, layout: layout, on: &buffer)
        }
    }

    private static func drawParts(
        _ model: Model, view: any ScreenView.Type, layout: ScreenLayout, on buffer: inout Buffer
    ) {
        let focused = layout.focused(model)
        let resting = model.atRest
        if model.place.zoomed == nil || layout.frames.count != 1 {
            buffer.within(layout.body) { body in
                let local = layout.frames.map { frame in
                    PartFrame(
                        frame.part,
                        Rect(
                            x: frame.rect.x - layout.body.x, y: frame.rect.y - layout.body.y,
                            width: frame.rect.width, height: frame.rect.height))
                }
                view.decorate(model, frames: local, on: &body)
            }
        }
        for frame in layout.frames {
            buffer.within(frame.rect) { area in
                let seen = frame.part == .list ? model : resting
                view.draw(frame.part, isFocused: frame.part == focused, of: seen, on: &area)
            }
        }
    }
}
