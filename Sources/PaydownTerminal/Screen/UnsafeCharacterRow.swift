import CNcurses
import PaydownScreen

/// A row of ncurses' characters, filled cell by cell and added to the screen with one call.
///
/// Safe because the pointers are made and freed here only, and nothing is written past the width that
/// they were made for.
final class UnsafeCharacterRow {
    private let characters: UnsafeMutablePointer<cchar_t>
    private let capacity: Int
    private var count = 0
    /// A space in the last look: neighbours mostly look alike, and asking ncurses for each of them took a third of what
    /// it took to paint.
    private var model = cchar_t()
    private var modelLook: InkLooks.Look?
    /// A cluster and its end; ncurses keeps five characters in a cell.
    private let cluster: UnsafeMutablePointer<wchar_t>
    private static let mostScalars = 5

    init(width: Int) {
        capacity = max(1, width)
        characters = .allocate(capacity: capacity)
        characters.initialize(repeating: cchar_t(), count: capacity)
        cluster = .allocate(capacity: Self.mostScalars + 1)
        cluster.initialize(repeating: 0, count: Self.mostScalars + 1)
    }

    deinit {
        characters.deallocate()
        cluster.deallocate()
    }

    func clear() {
        count = 0
    }

    func append(scalar: UInt32, _ look: InkLooks.Look) {
        guard count < capacity else { return }
        characters[count] = character(look)
        characters[count].chars.0 = wchar_t(bitPattern: scalar)
        count += 1
    }

    /// Appends the glyphs of cells that are a scalar each, without their inks.
    func append(_ cells: UnsafeBufferPointer<Cell>, _ look: InkLooks.Look) {
        let model = character(look)
        let next = characters + count
        let length = min(cells.count, capacity - count)
        for index in 0..<length {
            next[index] = model
            next[index].chars.0 = wchar_t(bitPattern: cells[index].glyph)
        }
        count += length
    }

    /// A space that looks so.
    private func character(_ look: InkLooks.Look) -> cchar_t {
        if look != modelLook {
            paydown_set_cell_scalar(&model, 0x20, look.attributes, look.pair)
            modelLook = look
        }
        return model
    }

    func append(cluster text: String, _ look: InkLooks.Look) {
        guard count < capacity else { return }
        var length = 0
        for scalar in text.unicodeScalars.prefix(Self.mostScalars) {
            cluster[length] = wchar_t(bitPattern: scalar.value)
            length += 1
        }
        cluster[length] = 0
        if paydown_set_cell(characters + count, cluster, look.attributes, look.pair) != OK {
            paydown_set_cell_scalar(characters + count, 0x3F, look.attributes, look.pair)
        }
        count += 1
    }

    /// Puts the row on the screen from a column on, 0-based.
    func add(to window: UnsafeMutablePointer<WINDOW>, x: Int, y: Int) {
        mvwadd_wchnstr(window, Int32(y), Int32(x), characters, Int32(count))
    }
}
