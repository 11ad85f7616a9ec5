import Foundation
import PaydownDashboard
import PaydownScreen
import PaydownTerminal

extension ScreenBenchmark {
    /// P4: what it takes to draw a frame and to send one of which every cell is another one, in runs of cells of one style
    /// as a screen has them; and, which no screen has, in another style for every cell.
    func showing() throws {
        Report.heading("Showing 200x60, every cell changed, of the processor")
        let list = try wideList()
        let usual = try show(run: 10, drawing: list)
        line("P4 draw, diff and send, a style for ten cells, p99", Self.p99(usual.times), limit: 0.004)
        line("   the slowest of \(usual.times.count)", usual.times.max() ?? .nan, limit: 0.016)
        tell(usual)
        let most = try show(run: 1, drawing: list)
        line("P4 draw, diff and send, every cell in another style, p99", Self.p99(most.times), limit: 0.016)
        tell(most)
    }

    /// What frames took to be shown.
    private struct Showing {
        var times: [Double] = []
        /// Of the same pictures sent once more: ncurses alone, with the same bytes, and nothing of ours.
        var floors: [Double] = []
        /// A frame.
        var bytes = 0
    }

    private func tell(_ showing: Showing) {
        Report.line("   of which ncurses alone takes", Report.seconds(Self.p99(showing.floors)))
        Report.line("   p50", "\(Report.seconds(Report.median(showing.times))), \(showing.bytes) bytes")
        Report.line("   of which ncurses alone takes", Report.seconds(Report.median(showing.floors)))
    }

    /// - Parameters:
    ///   - run: neighbours that share a style.
    ///   - model: what is drawn before each frame is shown, for what drawing takes.
    private func show(run: Int, drawing model: Model) throws -> Showing {
        let size = Size(width: 200, height: 60)
        let frames = (0..<2).map { Self.frame(size, number: $0, run: run) }
        let terminal = try DrainedTerminal(columns: 200, rows: 60)
        let session = try TerminalSession.open(
            environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"], device: terminal.devicePath)
        defer { session.close() }
        for frame in frames + frames { session.show(frame, Self.theme) }
        let before = session.bytesWritten
        var showing = Showing()
        var drawn = Buffer(size: size)
        for step in 0..<200 {
            showing.times.append(
                Self.processorSeconds {
                    RootView.draw(model, on: &drawn)
                    session.show(frames[step % 2], Self.theme)
                })
            showing.floors.append(Self.processorSeconds { session.redraw() })
        }
        showing.bytes = (session.bytesWritten - before) / showing.times.count / 2
        return showing
    }

    private static func processorSeconds(_ body: () -> Void) -> Double {
        let begin = processorSeconds
        body()
        return processorSeconds - begin
    }

    private static func p99(_ times: [Double]) -> Double { times.sorted()[times.count * 99 / 100] }

    /// - Parameter run: neighbours that share a style.
    private static func frame(_ size: Size, number: Int, run: Int) -> Buffer {
        var buffer = Buffer(size: size)
        let roles = Role.allCases.filter { !$0.isGround }
        for y in 0..<size.height {
            for x in 0..<size.width {
                let style = x / run + y * 7 + number * 3
                let ink = Ink(
                    roles[style % roles.count], on: Ink.Ground.allCases[style / 3 % Ink.Ground.allCases.count],
                    isBold: style % 2 == 0, isUnderlined: style % 5 == 0)
                let letter = Unicode.Scalar(UInt8(0x21 + (x + y + number) % 90))
                buffer.put(letter, x: x, y: y, ink: ink)
            }
        }
        return buffer
    }

    /// As many colours as a theme has.
    private static let theme = Theme(name: "bench", mode: .dark) { ink in
        var style = Style()
        style.foreground = .indexed(UInt8(16 + Int(ink.role.rawValue) * 7))
        if ink.ground != .plain { style.background = .indexed(UInt8(232 + ink.ground.rawValue * 4)) }
        if ink.isBold { style.attributes.insert(.bold) }
        if ink.isUnderlined { style.attributes.insert(.underline) }
        return style
    }
}
