/// What a person does to a terminal.
package enum InputEvent: Equatable, Sendable {
    case key(Key)
    case mouse(MouseEvent)
    /// Text pasted with bracketed paste; untrusted, may hold line ends and controls.
    case paste(String)
    case resize(Size)
}

/// A mouse action at a cell, 0-based.
package struct MouseEvent: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        case press
        case release
        /// Moved with the left button held.
        case drag
        case wheelUp
        case wheelDown
    }

    package var kind: Kind
    package var at: Point

    package init(_ kind: Kind, at point: Point) {
        self.kind = kind
        self.at = point
    }
}
