import PaydownScreen

/// Draws what lies over a screen.
enum LayerView {
    static func draw(_ layer: Layer, of model: Model, layout: ScreenLayout, on buffer: inout Buffer) {}
}
