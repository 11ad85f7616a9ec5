import PaydownScreen

extension Model {
    /// Characters that wait in such a number were not typed but pasted, by a terminal that does not say so.
    static let fewestPasted = 16

    /// What a prompt in front takes as one text, and of how many events: the characters that wait at the beginning.
    ///
    /// Nil where there are so few that they may have been typed. Taken one by one, each would be a filter of its own.
    package func typedText(_ events: ArraySlice<Event>) -> (text: String, count: Int)? {
        switch layers.last {
        case .filter, .palette, .help: break
        default: return nil
        }
        var text = ""
        var count = 0
        for event in events {
            guard case .input(.key(.character(let scalar))) = event, isText(scalar) else { break }
            text.unicodeScalars.append(scalar)
            count += 1
        }
        return count < Self.fewestPasted ? nil : (text, count)
    }

    /// Whether it is no key that works in every state.
    private func isText(_ scalar: Unicode.Scalar) -> Bool {
        switch bindings.action(for: .character(scalar), in: [.anywhere]) {
        case .quit, .suspend, .redraw: false
        default: true
        }
    }
}
