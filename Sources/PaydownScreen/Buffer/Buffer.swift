/// A frame as a value: cells in rows, nothing of a terminal.
///
/// All coordinates are relative to the current area (`within`) and clipped to it: drawing outside is
/// drawing nothing, so no size of a screen can make a view trap. One flat array is kept between frames.
package struct Buffer: Equatable, Sendable {
    package private(set) var size: Size
    /// Row by row, `size.width` cells each.
    package private(set) var cells: [Cell]
    /// Glyphs of more than one scalar, by the index in their cell.
    package private(set) var clusters: [String] = []
    package var glyphs: GlyphSet
    /// Where drawing may happen now; its upper left is the origin of coordinates.
    package private(set) var area: Rect
    /// What of the area can be seen: an area may hang over the edge of the one around it.
    private var clip: Rect

    package init(size: Size, glyphs: GlyphSet = .unicode) {
        self.size = size
        self.glyphs = glyphs
        cells = Array(repeating: .blank(), count: size.width * size.height)
        area = Rect(size)
        clip = area
    }

    package var width: Int { area.width }
    package var height: Int { area.height }
    package var bounds: Rect { Rect(x: 0, y: 0, width: area.width, height: area.height) }

    /// Empties the frame, at a size, keeping its storage.
    package mutating func reset(to size: Size, glyphs: GlyphSet) {
        self.glyphs = glyphs
        if size == self.size {
            cells.withUnsafeMutableBufferPointer { $0.update(repeating: .blank()) }
        } else {
            self.size = size
            cells = Array(repeating: .blank(), count: size.width * size.height)
        }
        clusters.removeAll(keepingCapacity: true)
        area = Rect(size)
        clip = area
    }

    /// The cell at a place of the whole frame; a blank outside.
    package subscript(x: Int, y: Int) -> Cell {
        guard x >= 0, y >= 0, x < size.width, y < size.height else { return .blank() }
        return cells[y * size.width + x]
    }

    /// Draws in a part of the current area, with that part's upper left as origin.
    @discardableResult
    package mutating func within<Result>(_ rect: Rect, _ body: (inout Buffer) -> Result) -> Result {
        let (outerArea, outerClip) = (area, clip)
        area = Rect(x: area.x + rect.x, y: area.y + rect.y, width: rect.width, height: rect.height)
        clip = clip.intersection(area)
        defer { (area, clip) = (outerArea, outerClip) }
        return body(&self)
    }

    /// How a text that is too long is cut.
    package enum Truncation: Sendable {
        /// Prose: the end goes.
        case end
        /// Paths: the middle goes, the file's name stays.
        case middle
        /// Cut without a sign.
        case none
    }

    /// Writes a text and returns how many cells it took.
    ///
    /// - Parameter limit: cells at most; the area's right edge when nil. A wide glyph that would cross the
    ///   limit becomes a space. Tabs are written as spaces to the next multiple of four.
    @discardableResult
    package mutating func write(
        _ text: String, x: Int, y: Int, ink: Ink = .text, limit: Int? = nil, truncation: Truncation = .end
    ) -> Int {
        let room = max(0, min(limit ?? Int.max, area.width - x))
        guard room > 0, y >= 0, y < area.height else { return 0 }
        if let plain = writeASCII(text, x: x, y: y, ink: ink, room: room, truncation: truncation) { return plain }
        return writeGlyphs(text, x: x, y: y, ink: ink, room: room, truncation: truncation)
    }

    /// Writes a text so that it ends before column `right`; returns the cells it took.
    @discardableResult
    package mutating func write(_ text: String, endingAt right: Int, y: Int, ink: Ink = .text) -> Int {
        let width = DisplayWidth.of(text)
        return write(text, x: right - width, y: y, ink: ink, truncation: .none)
    }

    /// Writes printable ASCII up to a limit; what is beyond that is left out without a sign. Returns the cells it took.
    @discardableResult
    package mutating func write(
        ascii text: UnsafeBufferPointer<UInt8>, x: Int, y: Int, ink: Ink = .text, limit: Int
    ) -> Int {
        let count = max(0, min(text.count, limit, area.width - x))
        guard y >= 0, y < area.height else { return 0 }
        for offset in 0..<count { put(Unicode.Scalar(text[offset]), x: x + offset, y: y, ink: ink) }
        return count
    }

    /// Puts one glyph of width 1 into a cell.
    package mutating func put(_ glyph: Unicode.Scalar, x: Int, y: Int, ink: Ink = .text) {
        guard let index = index(x, y) else { return }
        clearNeighbours(of: index)
        cells[index] = Cell(glyph: glyph.value, ink: ink, width: 1)
    }

    /// Copies the cells of a row of the area, as far as they can be seen, to where there is room for them already.
    package func copyRow(_ y: Int, to cells: inout [Cell]) {
        cells.removeAll(keepingCapacity: true)
        guard let row = row(y) else { return }
        for index in row { cells.append(self.cells[index]) }
    }

    /// Puts a row back that was copied from the same area.
    package mutating func putRow(_ y: Int, _ kept: [Cell]) {
        guard let row = row(y), row.count == kept.count else { return }
        for offset in 0..<kept.count { cells[row.lowerBound + offset] = kept[offset] }
    }

    /// Puts the cells of a row of the area, as far as they can be seen, into another one.
    package mutating func moveRow(_ y: Int, to target: Int) {
        guard let from = row(y), let to = row(target) else { return }
        for offset in 0..<from.count { cells[to.lowerBound + offset] = cells[from.lowerBound + offset] }
    }

    /// Where a row of the area lies in `cells`; nil when it cannot be seen.
    private func row(_ y: Int) -> Range<Int>? {
        let screenY = area.y + y
        guard screenY >= max(0, clip.y), screenY < min(size.height, clip.bottom) else { return nil }
        let left = max(0, clip.x)
        let right = min(size.width, clip.right)
        return left < right ? screenY * size.width + left..<screenY * size.width + right : nil
    }

    package mutating func fill(_ rect: Rect, _ glyph: Unicode.Scalar = " ", ink: Ink = .text) {
        guard rect.height > 0 else { return }
        for y in rect.y..<rect.bottom {
            for x in rect.x..<max(rect.x, rect.right) { put(glyph, x: x, y: y, ink: ink) }
        }
    }

    /// Lays a ground under what is drawn already, such as the selection under a row.
    package mutating func lay(_ ground: Ink.Ground, under rect: Rect) {
        guard rect.height > 0, rect.width > 0 else { return }
        for y in rect.y..<rect.bottom {
            for x in rect.x..<rect.right {
                guard let index = index(x, y) else { continue }
                cells[index].ink = cells[index].ink.on(ground)
            }
        }
    }

    /// Changes the ink of what is drawn already, keeping each cell's ground.
    package mutating func dye(_ rect: Rect, _ ink: Ink) {
        guard rect.height > 0, rect.width > 0 else { return }
        for y in rect.y..<rect.bottom {
            for x in rect.x..<rect.right {
                guard let index = index(x, y) else { continue }
                cells[index].ink = ink.on(cells[index].ink.ground)
            }
        }
    }

    /// The text in a cell; empty behind a wide glyph.
    package func text(of cell: Cell) -> String {
        if cell.width == 0 { return "" }
        if cell.isCluster { return clusters[Int(cell.glyph & ~Cell.clusterBit)] }
        return Unicode.Scalar(cell.glyph).map { String(Character($0)) } ?? "?"
    }

    private func index(_ x: Int, _ y: Int) -> Int? {
        let screenX = area.x + x
        let screenY = area.y + y
        guard screenX >= clip.x, screenX < clip.right, screenY >= clip.y, screenY < clip.bottom,
            screenX < size.width, screenY < size.height, screenX >= 0, screenY >= 0
        else { return nil }
        return screenY * size.width + screenX
    }

    /// The common case, without splitting into glyphs: printable ASCII that fits, or that loses its end.
    private mutating func writeASCII(
        _ text: String, x: Int, y: Int, ink: Ink, room: Int, truncation: Truncation
    ) -> Int? {
        var text = text
        return text.withUTF8 { utf8 in
            guard utf8.count <= room || truncation != .middle else { return nil }
            // A mark just behind the cut would belong to the last glyph before it.
            for offset in 0..<min(utf8.count, room + 1) where utf8[offset] < 0x20 || utf8[offset] > 0x7E { return nil }
            let isCut = utf8.count > room && truncation == .end
            for offset in 0..<min(utf8.count, isCut ? room - 1 : room) {
                guard let index = index(x + offset, y) else { continue }
                clearNeighbours(of: index)
                cells[index] = Cell(glyph: UInt32(utf8[offset]), ink: ink, width: 1)
            }
            if isCut { put(glyphs.ellipsis, x: x + room - 1, y: y, ink: ink) }
            return min(utf8.count, room)
        }
    }

    private mutating func writeGlyphs(
        _ text: String, x: Int, y: Int, ink: Ink, room: Int, truncation: Truncation
    ) -> Int {
        let scalars = Self.expandingTabs(text)
        let reader = GlyphReader(scalars)
        var total = 0
        // No scalar takes more cells than bytes.
        if String(scalars).utf8.count > room {
            var measuring = reader
            // A line of a megabyte is cut long before its end.
            while total <= room, let glyph = measuring.next() { total += glyph.width }
        }
        if total > room, truncation == .middle { return writeMiddle(reader, x: x, y: y, ink: ink, room: room) }
        var glyphs = reader
        if total <= room || truncation == .none {
            return place({ glyphs.next() }, x: x, y: y, ink: ink, room: room)
        }
        let used = place({ glyphs.next() }, x: x, y: y, ink: ink, room: room - 1)
        put(self.glyphs.ellipsis, x: x + used, y: y, ink: ink)
        return used + 1
    }

    /// Leaves out the middle of what does not fit; two screens are enough to know that.
    private mutating func writeMiddle(_ reader: GlyphReader, x: Int, y: Int, ink: Ink, room: Int) -> Int {
        var reader = reader
        var all: [GlyphReader.Glyph] = []
        var total = 0
        while total <= 8192, let glyph = reader.next() {
            all.append(glyph)
            total += glyph.width
        }
        var tail = 0
        var tailStart = all.count
        // The tail gets what is left after a third for the head: a file's name matters most.
        let headRoom = (room - 1) / 3
        while tailStart > 0, tail + all[tailStart - 1].width <= room - 1 - headRoom {
            tailStart -= 1
            tail += all[tailStart].width
        }
        let head = place(all[..<tailStart], x: x, y: y, ink: ink, room: room - 1 - tail)
        put(glyphs.ellipsis, x: x + head, y: y, ink: ink)
        return head + 1 + place(all[tailStart...], x: x + head + 1, y: y, ink: ink, room: tail)
    }

    private mutating func place(_ all: ArraySlice<GlyphReader.Glyph>, x: Int, y: Int, ink: Ink, room: Int) -> Int {
        var rest = all
        return place({ rest.popFirst() }, x: x, y: y, ink: ink, room: room)
    }

    /// Places glyphs until the room is used up; a wide one that is cut becomes a space.
    private mutating func place(
        _ next: () -> GlyphReader.Glyph?, x: Int, y: Int, ink: Ink, room: Int
    ) -> Int {
        var used = 0
        while used < room, let glyph = next() {
            if used + glyph.width > room {
                put(" ", x: x + used, y: y, ink: ink)
                return used + 1
            }
            put(glyph, x: x + used, y: y, ink: ink)
            used += glyph.width
        }
        return used
    }

    private mutating func put(_ glyph: GlyphReader.Glyph, x: Int, y: Int, ink: Ink) {
        if glyphs.isASCII, glyph.base.value > 0x7E {
            let sign = GlyphSet.plain(glyph.base) ?? "?"
            for column in 0..<glyph.width { put(sign, x: x + column, y: y, ink: ink) }
            return
        }
        guard let index = index(x, y) else {
            if glyph.width == 2 { put(" ", x: x + 1, y: y, ink: ink) }
            return
        }
        if glyph.width == 2, self.index(x + 1, y) == nil {
            put(" ", x: x, y: y, ink: ink)
            return
        }
        clearNeighbours(of: index)
        var value = glyph.base.value
        if !glyph.marks.isEmpty, !glyphs.isASCII {
            var cluster = String.UnicodeScalarView()
            cluster.append(glyph.base)
            cluster.append(contentsOf: glyph.marks)
            value = clusterValue(String(cluster))
        }
        cells[index] = Cell(glyph: value, ink: ink, width: UInt8(glyph.width))
        if glyph.width == 2 {
            clearNeighbours(of: index + 1, isSecondHalf: true)
            cells[index + 1] = Cell(glyph: 0x20, ink: ink, width: 0)
        }
    }

    private mutating func clusterValue(_ text: String) -> UInt32 {
        if let known = clusters.firstIndex(of: text) { return Cell.clusterBit | UInt32(known) }
        clusters.append(text)
        return Cell.clusterBit | UInt32(clusters.count - 1)
    }

    /// Half of a wide glyph must not stay when the other half is written over.
    private mutating func clearNeighbours(of index: Int, isSecondHalf: Bool = false) {
        if cells[index].width == 0, !isSecondHalf, index % size.width > 0 {
            cells[index - 1] = .blank(cells[index - 1].ink)
        }
        if cells[index].width == 2, index % size.width + 1 < size.width {
            cells[index + 1] = .blank(cells[index + 1].ink)
        }
    }

    private static func expandingTabs(_ text: String) -> String.UnicodeScalarView {
        guard text.utf8.contains(0x09) else { return text.unicodeScalars }
        var expanded = String.UnicodeScalarView()
        var column = 0
        for scalar in text.unicodeScalars {
            if scalar == "\t" {
                repeat {
                    expanded.append(" ")
                    column += 1
                } while column % 4 != 0
            } else {
                expanded.append(scalar)
                column += max(0, DisplayWidth.of(scalar))
            }
        }
        return expanded
    }
}
