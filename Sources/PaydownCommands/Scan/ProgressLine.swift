import Glibc
import PaydownScan

/// One line on standard error that says how far some work is; it appears when the work passes half a second.
struct ProgressLine {
    private static let patience = Duration.milliseconds(500)
    private static let barWidth = 20
    /// The cursor's column, and two for the `^C` that a terminal writes there: were the line to wrap, it could not be cleared.
    private static let spare = 3

    private let start = ContinuousClock.now
    private var isShown = false

    /// - Parameter text: of the time since the beginning; nil for nothing to say yet.
    mutating func draw(_ text: (Duration) -> String?) {
        let elapsed = ContinuousClock.now - start
        guard elapsed >= Self.patience, let text = text(elapsed) else { return }
        isShown = true
        let line = Self.cut(text, to: Self.columns - Self.spare)
        StandardOutput.write("\r" + line + "\u{1B}[K", to: STDERR_FILENO)
    }

    mutating func clear() {
        if isShown { StandardOutput.write("\r\u{1B}[K", to: STDERR_FILENO) }
        isShown = false
    }

    /// `[#####---------------]`
    static func bar(_ done: Int, of total: Int) -> String {
        let filled = barWidth * done / max(total, 1)
        return "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: barWidth - filled) + "]"
    }

    /// `[#####---------------] 2500 of 9967 files, 46 MB, 310 MB/s  app/main.py`, cut to the columns there are.
    static func text(
        _ state: (total: Int, done: Int, bytes: Int, path: String), after elapsed: Duration, columns: Int
    ) -> String {
        let megabytes = Double(state.bytes) / 1e6
        let rate = Int(megabytes / max(seconds(elapsed), 0.001))
        let text =
            "\(bar(state.done, of: state.total)) \(state.done) of \(state.total) files, \(Int(megabytes)) MB, \(rate) MB/s  "
        // The end of a path says more than its beginning.
        let room = columns - spare - text.count
        let path = state.path.count <= room ? state.path : "..." + state.path.suffix(max(0, room - 3))
        return cut(text + path, to: columns - spare)
    }

    static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }

    /// Whatever is not plain ASCII may be two columns wide, or steer the terminal.
    private static func cut(_ text: String, to columns: Int) -> String {
        var left = columns
        var line = ""
        for scalar in text.unicodeScalars {
            let isPlain = (0x20..<0x7F).contains(scalar.value)
            left -= isPlain ? 1 : 2
            if left < 0 { break }
            line.unicodeScalars.append(isPlain || scalar.value >= 0xA0 ? scalar : "?")
        }
        return line
    }

    static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
