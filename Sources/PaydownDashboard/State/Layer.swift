import PaydownWidgets

/// What lies over the screen; the front one gets the keys first.
package enum Layer: Equatable, Sendable {
    case help(HelpState)
    case palette(PaletteState)
    /// The continuations of a prefix key, and a prefix typed.
    case whichKey(Prefix)
    case baselines(ChooserState)
    /// The filter being typed; the text before it began, to go back to.
    case filter(TextField, before: String)
    /// All problems of the session: broken snapshots, configuration, coverage.
    case problems(ScrollState)

    package enum Prefix: Equatable, Sendable {
        case sort
        case group
        case yank
    }
}

/// The help: what is typed to search it, and the selected line.
package struct HelpState: Equatable, Sendable {
    package var search = TextField()
    package var selected = 0
    package var top = 0

    package init() {}
}

/// The palette: what is typed, and the selected entry.
package struct PaletteState: Equatable, Sendable {
    package var input = TextField()
    package var selected = 0
    package var top = 0
    /// The theme before a preview, to go back to.
    package var themeBefore: String?
    /// What there is for what is typed.
    var content: PaletteContent

    init(_ model: Model) {
        content = PaletteContent(PaletteOffer(model), input: "")
    }

    /// Finds anew, after `input` has changed.
    mutating func search() {
        content = PaletteContent(content.offer, input: input.text)
        selected = 0
    }
}

/// A list to choose from.
package struct ChooserState: Equatable, Sendable {
    package var selected = 0
    package var top = 0

    package init(selected: Int = 0) {
        self.selected = selected
    }
}

/// A text that scrolls.
package struct ScrollState: Equatable, Sendable {
    package var top = 0

    package init() {}
}
