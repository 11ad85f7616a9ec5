import PaydownScreen

/// A frame as text for reading in review: the cells, then a map with a letter for each ink, then what the
/// letters mean.
enum FrameText {
    static func text(_ buffer: Buffer) -> String {
        let size = "\(buffer.size.width)x\(buffer.size.height)"
        let letters = letters(buffer)
        var lines = [size] + buffer.lines + ["", "inks"] + map(buffer, letters)
        lines.append("")
        for (ink, letter) in letters.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            lines.append("\(letter) \(name(ink))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func map(_ buffer: Buffer, _ letters: [Ink: Character]) -> [String] {
        (0..<buffer.size.height).map { y in
            var line = ""
            for x in 0..<buffer.size.width {
                let cell = buffer[x, y]
                line.append(cell == .blank() ? " " : letters[cell.ink] ?? "?")
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// Plain inks have a letter of their own and bold ones its capital, so that most letters mean the same in
    /// all files; the others get what is left, by number.
    private static func letters(_ buffer: Buffer) -> [Ink: Character] {
        var inks = Set<Ink>()
        for cell in buffer.cells where cell != .blank() { inks.insert(cell.ink) }
        var letters: [Ink: Character] = [:]
        var used = Set<Character>()
        var rest: [Ink] = []
        for ink in inks.sorted(by: { $0.rawValue < $1.rawValue }) {
            let own = usual[ink.role].flatMap { letter -> Character? in
                guard ink.ground == .plain, !ink.isUnderlined else { return nil }
                if !ink.isBold { return letter }
                let capital = Character(letter.uppercased())
                return capital == letter ? nil : capital
            }
            if let own, used.insert(own).inserted { letters[ink] = own } else { rest.append(ink) }
        }
        var pool = Array("0123456789!$%&*+/<>@^~|(){}[];:,?#\"'`\\_").filter { !used.contains($0) }
        pool += Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ").filter { !used.contains($0) }
        for (ink, letter) in zip(rest, pool) { letters[ink] = letter }
        return letters
    }

    private static let usual: [Role: Character] = [
        .text: ".", .textMuted: "m", .textFaint: "f", .textStrong: "s", .textMatch: "h", .textLink: "l",
        .rule: "-", .ruleFocus: "=", .title: "t", .titleFocus: "u", .mark: "k", .accent: "a", .good: "g",
        .warn: "w", .bad: "b", .info: "i", .stale: "o", .new: "n", .seriesActual: "c", .seriesPlan: "p",
        .seriesForecast: "r", .seriesLimit: "x", .barDone: "d", .barLeft: "e", .codeKeyword: "y",
        .codeString: "q", .codeComment: "z", .codeFlagged: "v",
    ]

    private static func name(_ ink: Ink) -> String {
        var name = ink.role.name
        switch ink.ground {
        case .plain: break
        case .raised: name += " on background.raised"
        case .stripe: name += " on background.stripe"
        case .selection: name += " on selection"
        case .selectionInactive: name += " on selection.inactive"
        }
        if ink.isBold { name += ", bold" }
        if ink.isUnderlined { name += ", underlined" }
        return name
    }
}
