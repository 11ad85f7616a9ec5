import PaydownScreen
import PaydownWidgets

/// The bar beside a per cent: good once the target is met. Not drawn where frames are read aloud.
enum ProgressBar {
    static func draw(
        _ fraction: Double, isMet: Bool, x: Int, y: Int, width: Int, of model: Model, on buffer: inout Buffer
    ) {
        guard !model.isAccessible else { return }
        Bar.draw(fraction, x: x, y: y, width: width, done: Ink(isMet ? .good : .barDone), on: &buffer)
    }
}
