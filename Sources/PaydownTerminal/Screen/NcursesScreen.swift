import CNcurses
import Glibc
import PaydownScreen

/// Paints frames with ncurses: what differs from the last frame is handed to it, and nothing else.
///
/// There is one at a time, as ncurses has one current screen; `TerminalSession` sees to that.
final class NcursesScreen {
    let sink: FrameSink
    private let screen: OpaquePointer
    private let window: UnsafeMutablePointer<WINDOW>
    private(set) var size: Size
    let depth: ColorDepth
    private var looks: InkLooks
    private var theme: Theme?
    private var shown: UnsafeCellRows
    private var shownClusters: [String] = []
    private var row: UnsafeCharacterRow
    private var cursor: Point?

    /// - Parameter wanted: the depth to open with; `depth` is what came of it.
    init(terminal: TerminalDescription, depth wanted: ColorDepth, size: Size) throws(TerminalError) {
        sink = try FrameSink()
        guard let screen = Self.open(terminal, depth: wanted, sink: sink), let window = paydown_stdscr() else {
            throw .unknown(name: terminal.name)
        }
        self.screen = screen
        self.window = window
        self.size = size
        shown = UnsafeCellRows(size: size)
        row = UnsafeCharacterRow(width: size.width)
        resize_term(Int32(size.height), Int32(size.width))
        // ncurses would stop a frame half-way when it sees a key waiting.
        typeahead(-1)
        leaveok(window, true)
        curs_set(0)
        if wanted != .mono {
            start_color()
            use_default_colors()
        }
        // An ncurses older than 6.1 does not take the private entry and opens the terminal's own.
        depth = wanted == .trueColor && paydown_colors() <= 256 ? .indexed : wanted
        looks = InkLooks(colors: ColorNumber(depth: depth), terminalPairs: Int(paydown_color_pairs()))
    }

    deinit {
        delscreen(screen)
    }

    private static func open(_ terminal: TerminalDescription, depth: ColorDepth, sink: FrameSink) -> OpaquePointer? {
        if depth == .trueColor, let screen = openDirect(terminal, sink: sink) { return screen }
        return newterm(terminal.name, sink.output, sink.input)
    }

    /// With the private entry in TERMINFO for the moment of opening; programs started later must not see it.
    private static func openDirect(_ terminal: TerminalDescription, sink: FrameSink) -> OpaquePointer? {
        let earlier = getenv("TERMINFO").map { String(cString: $0) }
        setenv("TERMINFO", DirectColorEntry(terminal).inlineForm, 1)
        defer {
            if let earlier { setenv("TERMINFO", earlier, 1) } else { unsetenv("TERMINFO") }
        }
        return newterm(DirectColorEntry.name, sink.output, sink.input)
    }

    /// Gathers in `sink` what makes the terminal show the buffer.
    ///
    /// A buffer of another size is shown as far as it goes: one may be under way while the size changes.
    ///
    /// - Parameter cursor: where the terminal's cursor is to be seen; nil hides it.
    func show(_ buffer: Buffer, theme: Theme, cursor: Point? = nil) {
        use(theme)
        paint(buffer, theme: theme)
        if looks.isExhausted {
            looks.forgetPairs()
            shown.forget()
            paint(buffer, theme: theme)
        }
        place(cursor)
        wnoutrefresh(window)
        doupdate()
    }

    /// Gathers a whole new picture of what is shown: after something else has written to the terminal.
    func repaint() {
        clearok(paydown_curscr(), true)
        wnoutrefresh(window)
        doupdate()
    }

    func resize(to size: Size) {
        guard size != self.size else { return }
        self.size = size
        resize_term(Int32(size.height), Int32(size.width))
        shown = UnsafeCellRows(size: size)
        row = UnsafeCharacterRow(width: size.width)
        // What a terminal keeps while its size changes differs from one to the next.
        clearok(paydown_curscr(), true)
    }

    /// Gathers what leaves the alternate screen; the next frame enters it again.
    func leave() {
        endwin()
    }

    private func use(_ theme: Theme) {
        guard theme != self.theme else { return }
        self.theme = theme
        looks.forgetInks()
        shown.forget()
    }

    private func place(_ cursor: Point?) {
        let isVisible = cursor.map { Rect(size).contains($0) } ?? false
        if let cursor, isVisible { wmove(window, Int32(cursor.y), Int32(cursor.x)) }
        guard isVisible != (self.cursor != nil) || self.cursor != cursor else { return }
        self.cursor = isVisible ? cursor : nil
        leaveok(window, !isVisible)
        curs_set(isVisible ? 1 : 0)
    }

    private func paint(_ buffer: Buffer, theme: Theme) {
        keepClusters(of: buffer)
        guard buffer.size == size else {
            paint(Self.fitted(buffer, to: size), clusters: buffer.clusters, theme: theme)
            return
        }
        paint(buffer.cells, clusters: buffer.clusters, theme: theme)
    }

    private func paint(_ cells: [Cell], clusters: [String], theme: Theme) {
        cells.withUnsafeBufferPointer { cells in
            for y in 0..<size.height {
                let new = UnsafeBufferPointer(rebasing: cells[(y * size.width)..<((y + 1) * size.width)])
                guard let columns = shown.difference(row: y, from: new) else { continue }
                paint(new, columns, y: y, clusters: clusters, theme: theme)
                shown.keep(row: y, new)
            }
        }
    }

    private func paint(
        _ cells: UnsafeBufferPointer<Cell>, _ columns: Range<Int>, y: Int, clusters: [String], theme: Theme
    ) {
        row.clear()
        var x = columns.lowerBound
        // To the end of the last glyph, which may reach over the last cell that differs.
        while x < columns.upperBound {
            let cell = cells[x]
            let look = looks.look(cell.ink, in: theme)
            let plain = Self.plainRun(cells, from: x, to: columns.upperBound)
            if plain > 0 {
                row.append(UnsafeBufferPointer(rebasing: cells[x..<x + plain]), look)
                x += plain
                continue
            }
            let width = cell.width == 2 && x + 1 < cells.count ? 2 : 1
            switch content(of: cell, width: width, clusters: clusters) {
            case .scalar(let scalar):
                row.append(scalar: scalar, look)
            case .cluster(let text):
                row.append(cluster: text, look)
            case .unfit:
                for _ in 0..<width { row.append(scalar: 0x3F, look) }
            }
            x += width
        }
        row.add(to: window, x: columns.lowerBound, y: y)
    }

    /// How many cells from one on are printable ASCII in its ink: nearly all of a frame is.
    private static func plainRun(_ cells: UnsafeBufferPointer<Cell>, from start: Int, to end: Int) -> Int {
        var x = start
        while x < end, cells[x].ink == cells[start].ink, cells[x].width == 1, 0x20..<0x7F ~= cells[x].glyph { x += 1 }
        return x - start
    }

    private enum Content {
        case scalar(UInt32)
        case cluster(String)
        /// The C library here gives it another width than the buffer has, which would shift the row.
        case unfit
    }

    private func content(of cell: Cell, width: Int, clusters: [String]) -> Content {
        // The hidden half of a wide glyph, without its glyph.
        if cell.width == 0 { return .scalar(0x20) }
        if cell.isCluster {
            let index = Int(cell.glyph & ~Cell.clusterBit)
            guard index < clusters.count, let base = clusters[index].unicodeScalars.first,
                fits(base.value, width: width)
            else { return .unfit }
            return .cluster(clusters[index])
        }
        return fits(cell.glyph, width: width) ? .scalar(cell.glyph) : .unfit
    }

    private func fits(_ scalar: UInt32, width: Int) -> Bool {
        return Int(wcwidth(wchar_t(bitPattern: scalar))) == width
    }

    /// Cells name clusters by index, so rows can be compared only while the indices mean the same.
    private func keepClusters(of buffer: Buffer) {
        guard buffer.clusters != shownClusters else { return }
        let isOnlyLonger = buffer.clusters.starts(with: shownClusters)
        shownClusters.removeAll(keepingCapacity: true)
        shownClusters.append(contentsOf: buffer.clusters)
        if !isOnlyLonger { shown.forget() }
    }

    private static func fitted(_ buffer: Buffer, to size: Size) -> [Cell] {
        (0..<(size.width * size.height)).map { index in
            let (x, y) = (index % size.width, index / size.width)
            let cell = buffer[x, y]
            return cell.width == 2 && x + 1 == size.width ? .blank(cell.ink) : cell
        }
    }
}
