import PaydownScreen

/// The footer's hints: whole ones only, in order of use; the last one never drops.
package enum KeyHints {
    package struct Hint: Equatable, Sendable {
        package var key: String
        package var title: String

        package init(_ key: String, _ title: String) {
            self.key = key
            self.title = title
        }
    }

    /// - Parameters:
    ///   - hints: in order of use; those that do not fit are left out from the end.
    ///   - last: always shown, such as `? help`.
    ///   - status: at the right end, when there is room beside `last`.
    /// - Returns: whether there was room for the status.
    @discardableResult
    package static func draw(_ hints: [Hint], last: Hint, status: String, on buffer: inout Buffer, y: Int) -> Bool {
        let width = buffer.width
        func size(_ hint: Hint) -> Int { DisplayWidth.of(hint.key) + 1 + DisplayWidth.of(hint.title) + 2 }
        var room = width - 1 - size(last)
        let statusWidth = DisplayWidth.of(status)
        let showsStatus = statusWidth > 0 && room >= statusWidth + 2
        if showsStatus { room -= statusWidth + 2 }
        var x = 1
        func draw(_ hint: Hint) {
            x += buffer.write(hint.key, x: x, y: y, ink: Ink(.accent))
            x += 1 + buffer.write(hint.title, x: x + 1, y: y, ink: .muted) + 2
        }
        for hint in hints {
            guard size(hint) <= room else { break }
            room -= size(hint)
            draw(hint)
        }
        draw(last)
        if showsStatus { buffer.write(status, endingAt: width - 1, y: y, ink: .muted) }
        return showsStatus
    }
}
